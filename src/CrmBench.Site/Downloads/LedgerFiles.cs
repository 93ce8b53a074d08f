using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Downloads;

/// <summary>The ledger as an Atom feed (RFC 4287), newest first. Its days are those of the data, never the clock's.</summary>
internal static class LedgerFeed
{
    public const string Path = "/feed.xml";

    // Readers come by now and then; what is older stands on the page and in the downloads.
    private const int MostEntries = 100;

    // RFC 4287 demands a day even of a feed without entries.
    private const string Never = "1970-01-01";

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Catalogue catalogue, SitePaths paths)
    {
        var entries = LedgerText.All(catalogue);
        var site = catalogue.Site;
        var newest = entries.IsEmpty ? Never : Format.IsoDate(entries[0].Entry.On);
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n");
        feed.Append($"""
            <title>{XmlText.Of(site.Title)}: changes</title>
            <subtitle>Every release of every leaderboard, and every result added, corrected or withdrawn.</subtitle>
            <id>{XmlText.Of(paths.Absolute(Path))}</id>
            <link rel="self" type="application/atom+xml" href="{XmlText.Of(paths.Absolute(Path))}"/>
            <link rel="alternate" type="text/html" href="{XmlText.Of(paths.Absolute(Addresses.Changes))}"/>
            <updated>{newest}T00:00:00Z</updated>
            <author><name>{XmlText.Of(site.Title)}</name></author>

            """.ReplaceLineEndings("\n"));
        foreach (var entry in entries.Take(MostEntries))
        {
            var address = XmlText.Of(paths.Absolute(entry.Path));
            feed.Append($"""
                <entry>
                <title>{XmlText.Of(entry.Title)}</title>
                <id>{address}</id>
                <link rel="alternate" type="text/html" href="{address}"/>
                <updated>{Format.IsoDate(entry.Entry.On)}T00:00:00Z</updated>
                <category term="{XmlText.Of(entry.Entry.Benchmark.Id)}" label="{XmlText.Of(entry.Entry.Benchmark.Name)}"/>
                <summary>{XmlText.Of(entry.Summary)}</summary>
                </entry>

                """.ReplaceLineEndings("\n"));
        }

        return Encoding.UTF8.GetBytes(feed.Append("</feed>\n").ToString());
    }
}

/// <summary>The ledger as CSV, a result or a release a row, and as JSON, an entry an object.</summary>
internal static class LedgerFiles
{
    public const string CsvPath = "/data/changes.csv";
    public const string JsonPath = "/data/changes.json";

    private static readonly ImmutableArray<string> Header =
    [
        "date", "kind", "benchmark", "release", "invented", "submission", "model", "name", "submitted_by", "reason", "entry", "file",
    ];

    /// <summary>The bytes of the CSV file.</summary>
    public static byte[] WriteCsv(Catalogue catalogue, SitePaths paths) =>
        Encoding.UTF8.GetBytes(CsvWriter.Write(Header, LedgerText.All(catalogue).SelectMany(text => Rows(catalogue.Site, paths, text))));

    /// <summary>The bytes of the JSON file.</summary>
    public static byte[] WriteJson(Catalogue catalogue, SitePaths paths) => FileBytes.OfJson(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("schema", 1);
        json.WriteStartArray("entries");
        foreach (var text in LedgerText.All(catalogue))
        {
            WriteEntry(json, catalogue.Site, paths, text);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static IEnumerable<ImmutableArray<string>> Rows(SiteSettings site, SitePaths paths, LedgerText text)
    {
        var results = text.Entry.Submissions.IsEmpty ? new Submission?[] { null } : [.. text.Entry.Submissions];
        return results.Select(submission => (ImmutableArray<string>)
        [
            Format.IsoDate(text.Entry.On),
            text.Kind,
            text.Entry.Benchmark.Id,
            text.Entry.Release.Id,
            text.Entry.Benchmark.Invented ? "yes" : "",
            submission?.Id ?? "",
            submission?.Model ?? "",
            submission is null ? "" : SpreadsheetText.Inert(text.Name(submission)),
            SpreadsheetText.Inert(submission?.SubmittedBy ?? ""),
            SpreadsheetText.Inert(text.Entry.Reason),
            paths.Absolute(text.Path),
            submission is null ? "" : Addresses.InRepository(site, submission.Place),
        ]);
    }

    private static void WriteEntry(Utf8JsonWriter json, SiteSettings site, SitePaths paths, LedgerText text)
    {
        json.WriteStartObject();
        json.WriteString("date", Format.IsoDate(text.Entry.On));
        json.WriteString("kind", text.Kind);
        json.WriteString("benchmark", text.Entry.Benchmark.Id);
        json.WriteString("release", text.Entry.Release.Id);
        json.WriteBoolean("invented", text.Entry.Benchmark.Invented);
        json.WriteString("reason", text.Entry.Reason);
        json.WriteString("entry", paths.Absolute(text.Path));
        json.WriteStartArray("results");
        foreach (var submission in text.Entry.Submissions)
        {
            json.WriteStartObject();
            json.WriteString("submission", submission.Id);
            json.WriteString("model", submission.Model);
            json.WriteString("name", text.Name(submission));
            json.WriteString("submitted_by", submission.SubmittedBy);
            json.WriteString("file", Addresses.InRepository(site, submission.Place));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
