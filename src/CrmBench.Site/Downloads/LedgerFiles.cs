using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;
using Column = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Site.Downloads.LedgerLine>;

namespace CrmBench.Site.Downloads;

/// <summary>A row of the ledger's table.</summary>
/// <param name="Text">The entry.</param>
/// <param name="Submission">One of its submissions; null where it is of a release.</param>
/// <param name="Entry">Address of the entry.</param>
/// <param name="File">Address of the submission in the repository, or null.</param>
internal sealed record LedgerLine(LedgerText Text, Submission? Submission, string Entry, string? File);

/// <summary>The ledger as CSV, a result or a release a row, and as JSON, an entry an object.</summary>
internal static class LedgerFiles
{
    public const string JsonPath = "/data/changes.json";

    /// <summary>The table of all entries.</summary>
    public static DownloadTable<LedgerLine> Table { get; } = new(
        "changes",
        "One row is one result of an entry of the ledger, or a release that was closed.",
        [
            Column.Day("date", "The day of the entry.", line => line.Text.Entry.On) with { IsAlways = true },
            Column.Text("kind", "What happened.", line => line.Text.Kind) with { IsAlways = true, Words = ["release", "added", "corrected", "withdrawn"] },
            Column.Text("benchmark", "Identifier of the benchmark.", line => line.Text.Entry.Benchmark.Id) with { IsAlways = true },
            Column.Text("release", "Identifier of the release.", line => line.Text.Entry.Release.Id) with { IsAlways = true },
            Column.Flag("invented", "Whether the results are invented for a demonstration.", line => line.Text.Entry.Benchmark.Invented),
            Column.Text("submission", "Identifier of the submission within the release; empty for a release.", line => line.Submission?.Id),
            Column.Text("model", "Identifier of what was measured, as in models.csv.", line => line.Submission?.Model) with { RefersTo = "models" },
            Column.Text("name", "Its name for readers, with its configuration.", line => line.Submission is { } submission ? line.Text.Name(submission) : null),
            Column.Text("submitted_by", "Who handed the result in.", line => line.Submission?.SubmittedBy),
            Column.Text("reason", "Why, as the files of the repository say.", line => line.Text.Entry.Reason),
            Column.Text("entry", "Address of the entry on the page of changes.", line => line.Entry) with { IsAlways = true },
            Column.Text("file", "Address of the submission in the repository.", line => line.File),
        ]);

    /// <summary>The rows of the table, the newest entry first.</summary>
    public static IEnumerable<LedgerLine> Lines(Catalogue catalogue, SitePaths paths) =>
        from text in LedgerText.All(catalogue)
        from submission in text.Entry.Submissions.IsEmpty ? [null] : (IEnumerable<Submission?>)text.Entry.Submissions
        select new LedgerLine(text, submission, paths.Absolute(text.Path), submission is null ? null : Addresses.InRepository(catalogue.Site, submission.Place));

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
