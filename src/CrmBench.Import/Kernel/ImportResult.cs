using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Csv;
using CrmBench.Data.Entries;
using CrmBench.Data.Files;
using CrmBench.Data.Writing;

namespace CrmBench.Import.Kernel;

/// <summary>What an import yields; nothing has been written yet.</summary>
public sealed record ImportResult
{
    internal ImportResult(
        ImmutableArray<SubmissionFolder> submissions,
        ImmutableArray<OutputFile> catalogue,
        ImmutableArray<Unmapped> report,
        ImmutableArray<UnknownModel> unknownModels)
    {
        (Submissions, Report, UnknownModels) = (submissions, report, unknownModels);
        Files = [.. submissions.SelectMany(folder => folder.ToFiles()).Concat(catalogue).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The files by path, from <c>data/</c>: those of the submissions, and of models that were added; none if anything was wrong.</summary>
    public ImmutableArray<OutputFile> Files { get; internal init; }

    /// <summary>What the files hold and no submission does, by place.</summary>
    public ImmutableArray<Unmapped> Report { get; internal init; }

    /// <summary>Models that must be added or mapped first, each once.</summary>
    public ImmutableArray<UnknownModel> UnknownModels { get; }

    /// <summary>Names of models that are written otherwise here, with the models they were taken for.</summary>
    public ImmutableArray<(string Name, string Model)> Matches { get; init; } = [];

    /// <summary>Rows that were added to <c>providers.csv</c> and <c>models.csv</c>.</summary>
    public ImmutableArray<string> AddedRows { get; init; } = [];

    /// <summary>What somebody has to be asked; the same is among the problems.</summary>
    public ImmutableArray<OpenMethods> OpenMethods { get; init; } = [];

    /// <summary>The folders of the submissions, from <c>data/</c>, each once.</summary>
    public ImmutableArray<string> Folders => [.. Submissions.Select(submission => submission.Path).Distinct()];

    /// <summary>The submissions.</summary>
    internal ImmutableArray<SubmissionFolder> Submissions { get; }

    /// <summary>The report as CSV: file, line, field, value, count, reason.</summary>
    public string ReportAsCsv() => CsvWriter.Write(
        ["file", "line", "field", "value", "count", "reason"],
        Report.Select(left => (ImmutableArray<string>)
        [
            left.Place.Path,
            FormattableString.Invariant($"{left.Place.Line}"),
            left.Field,
            left.Value,
            FormattableString.Invariant($"{left.Count}"),
            left.Reason,
        ]));

    /// <summary>The same import with other submissions of the same folders, and files that stay beside them.</summary>
    internal ImportResult With(ImmutableArray<SubmissionFolder> submissions, IEnumerable<OutputFile> beside) =>
        new(submissions, [.. Files.Where(file => !Folders.Any(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal))), .. beside], Report, UnknownModels)
        {
            Matches = Matches,
            AddedRows = AddedRows,
        };
}

/// <summary>Something in a file that did not go into a submission.</summary>
/// <param name="Place">Where it stands first.</param>
/// <param name="Field">The way to it: <c>results.airline.cost</c>, with <c>[]</c> for the entries of a list, or a column's name.</param>
/// <param name="Value">Its first value, shortened.</param>
/// <param name="Count">How often the field occurs in the file, at least 1.</param>
/// <param name="Reason">Why it was left out, in a sentence.</param>
public sealed record Unmapped(SourcePlace Place, string Field, string Value, int Count, string Reason);
