using System.Collections.Immutable;
using CrmBench.Data.Csv;
using CrmBench.Data.Writing;

namespace CrmBench.Data.Import;

/// <summary>What an import yields; nothing has been written yet.</summary>
/// <param name="Files">The files of the submissions by path, from <c>data/</c>; none if anything was wrong.</param>
/// <param name="Report">What the files hold and no submission does, by place.</param>
/// <param name="UnknownModels">Models that must be added or mapped first, each once.</param>
public sealed record ImportResult(
    ImmutableArray<OutputFile> Files, ImmutableArray<Unmapped> Report, ImmutableArray<UnknownModel> UnknownModels)
{
    /// <summary>The folders of the submissions, from <c>data/</c>, each once.</summary>
    public ImmutableArray<string> Folders => [.. Files.Select(file => file.Path[..file.Path.LastIndexOf('/')]).Distinct()];

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
}
