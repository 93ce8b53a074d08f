using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.Data.Csv;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Writing;

/// <summary>Writes tables with the columns that their forms declare, in that order.</summary>
internal static class TableText
{
    /// <summary>The table as CSV; a column that may be left out is, unless a row fills it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="field">The text of a row in a column of that name.</param>
    /// <param name="always">Names of columns that are written even where nothing fills them.</param>
    /// <param name="all">Whether that holds for all columns.</param>
    public static string Write<T>(
        TableForm form, ImmutableArray<T> rows, Func<T, string, string> field, IEnumerable<string>? always = null, bool all = false)
    {
        var kept = always?.ToHashSet(StringComparer.Ordinal) ?? [];
        ImmutableArray<string> columns =
        [
            .. from column in form.Columns
               where all || column.Presence != Presence.Optional || kept.Contains(column.Name) || rows.Any(row => field(row, column.Name).Length > 0)
               select column.Name,
        ];
        return CsvWriter.Write(columns, rows.Select(row => columns.Select(column => field(row, column)).ToImmutableArray()));
    }
}

/// <summary>One submission on its way into <c>data/</c>: what its folder will hold.</summary>
internal sealed record SubmissionFolder
{
    public required string Benchmark { get; init; }

    public required string Release { get; init; }

    public required string Id { get; init; }

    public required string Model { get; init; }

    public string Variant { get; init; } = "";

    public required string SubmittedBy { get; init; }

    public string SubmittedOn { get; init; } = "";

    public string EvaluatedOn { get; init; } = "";

    public required string Method { get; init; }

    public ImmutableArray<JudgeEntry> Judges { get; init; } = [];

    /// <summary>Conditions by name; empty values are left out.</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public required ImmutableArray<SourceEntry> Sources { get; init; }

    public string VerifiedBy { get; init; } = "";

    public ImmutableArray<string> KnownIssues { get; init; } = [];

    /// <summary>Days and reasons of corrections.</summary>
    public ImmutableArray<(string On, string Reason)> Corrections { get; init; } = [];

    /// <summary>Day and reason of a withdrawal, or null while the submission stands.</summary>
    public (string On, string Reason)? Withdrawn { get; init; }

    public ImmutableArray<ScoreRow> Scores { get; init; } = [];

    public ImmutableArray<CostRow> Costs { get; init; } = [];

    public ImmutableArray<CallRow> Calls { get; init; } = [];

    /// <summary>Identifiers of the rated metrics: the columns of <see cref="Ratings"/>.</summary>
    public ImmutableArray<string> RatedMetrics { get; init; } = [];

    public ImmutableArray<RatingRow> Ratings { get; init; } = [];

    /// <summary>Rows of ratings added up by item, of the metrics in <see cref="SummedMetrics"/>.</summary>
    public ImmutableArray<ItemSumRow> ItemSums { get; init; } = [];

    /// <summary>Identifiers of the metrics that were added up: the columns of <see cref="ItemSums"/>.</summary>
    public ImmutableArray<string> SummedMetrics { get; init; } = [];

    /// <summary>Whether the tables have all their columns, even those that nothing fills.</summary>
    public bool AllColumns { get; init; }

    /// <summary>Path of a release's submissions from <c>data/</c>.</summary>
    public static string Root(string benchmark, string release) => $"benchmarks/{benchmark}/releases/{release}/submissions";

    /// <summary>Path of the folder from <c>data/</c>.</summary>
    public string Path => $"{Root(Benchmark, Release)}/{Id}";

    /// <summary>The files of the folder; an empty table has none.</summary>
    public IEnumerable<OutputFile> ToFiles()
    {
        var folder = Path;
        var json = $"{folder}/{SubmissionForms.Submission.Name}";
        yield return new OutputFile(json, JsonText.Write(writer => WriteJson(writer, SubmissionForms.Submission.SchemaReference(json))));
        if (!Ratings.IsEmpty)
        {
            yield return new OutputFile($"{folder}/ratings.csv", RatingsText());
        }

        if (!ItemSums.IsEmpty)
        {
            yield return new OutputFile($"{folder}/item-sums.csv", ItemSumsText());
        }

        if (!Scores.IsEmpty)
        {
            yield return new OutputFile($"{folder}/scores.csv", ScoresText());
        }

        if (!Calls.IsEmpty)
        {
            yield return new OutputFile($"{folder}/latencies.csv", CallsText());
        }

        if (!Costs.IsEmpty)
        {
            yield return new OutputFile($"{folder}/costs.csv", CostsText());
        }
    }

    private void WriteJson(Utf8JsonWriter json, string schema)
    {
        json.WriteStartObject();
        json.WriteString("$schema", schema);
        json.WriteNumber(FileForm.VersionName, FormVersion.Newest);
        json.WriteString("model", Model);
        WriteUnlessEmpty(json, "variant", Variant);
        json.WriteString("submitted_by", SubmittedBy);
        WriteUnlessEmpty(json, "submitted_on", SubmittedOn);
        WriteUnlessEmpty(json, "evaluated_on", EvaluatedOn);
        json.WriteString("method", Method);
        WriteList(json, "judges", Judges, WriteJudge);
        WriteSettings(json);
        WriteList(json, "sources", Sources, WriteSource);
        WriteUnlessEmpty(json, "verified_by", VerifiedBy);
        WriteList(json, "known_issues", KnownIssues, (writer, issue) => writer.WriteStringValue(issue));
        WriteList(json, "corrections", Corrections, (writer, correction) =>
        {
            writer.WriteStartObject();
            WriteDayAndReason(writer, correction);
            writer.WriteEndObject();
        });
        if (Withdrawn is { } withdrawn)
        {
            json.WriteStartObject("withdrawn");
            WriteDayAndReason(json, withdrawn);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteSettings(Utf8JsonWriter json)
    {
        var known = Settings.Where(setting => setting.Value.Length > 0).ToList();
        if (known.Count == 0)
        {
            return;
        }

        json.WriteStartObject("settings");
        foreach (var (name, value) in known)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteJudge(Utf8JsonWriter json, JudgeEntry judge)
    {
        json.WriteStartObject();
        json.WriteString("rater", judge.Rater);
        json.WriteString("method", judge.Method);
        WriteUnlessEmpty(json, "model", judge.Model);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, SourceEntry source)
    {
        json.WriteStartObject();
        json.WriteString("id", source.Id);
        json.WriteString("title", source.Title);
        json.WriteString("url", source.Url);
        json.WriteString("licence", source.Licence);
        WriteUnlessEmpty(json, "date", source.Date);
        WriteUnlessEmpty(json, "note", source.Note);
        if (source.IsElsewhere)
        {
            json.WriteBoolean("elsewhere", true);
        }

        json.WriteEndObject();
    }

    private static void WriteDayAndReason(Utf8JsonWriter json, (string On, string Reason) entry)
    {
        json.WriteString("on", entry.On);
        json.WriteString("reason", entry.Reason);
    }

    private static void WriteUnlessEmpty(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    // A row names its source, and whether it is of a use case or of the model as a whole, even where it could leave that out.
    private string ScoresText() => TableText.Write(SubmissionForms.Scores, Scores, (row, column) => row.Field(column), ["source"], AllColumns);

    private string CostsText() => TableText.Write(
        SubmissionForms.Costs, Costs, (row, column) => row.Field(column), ["use_case", "source"], AllColumns);

    private string CallsText() => TableText.Write(SubmissionForms.Latencies, Calls, (row, column) => row.Field(column), all: AllColumns);

    private string RatingsText() => TableText.Write(
        SubmissionForms.RatingsOf(RatedMetrics), Ratings, (row, column) => row.Field(column, RatedMetrics), RatedMetrics, AllColumns);

    private string ItemSumsText() => TableText.Write(
        SubmissionForms.ItemSumsOf(SummedMetrics), ItemSums, (row, column) => row.Field(column, SummedMetrics), ["source", .. SummedMetrics]);
}
