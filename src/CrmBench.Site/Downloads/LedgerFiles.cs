using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Downloads;

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
        json.WriteString("$schema", "../api/v1/schemas/changes.schema.json");
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
            text.Entry.Benchmark.Invented ? "true" : "false",
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
