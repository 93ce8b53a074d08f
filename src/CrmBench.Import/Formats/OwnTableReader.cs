using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>
/// Imports what a site of this program publishes: the table of a board, <c>figures.csv</c> of all, or the JSON of a board. It takes what was measured, with
/// count, interval and source; means over use cases are computed anew.
/// </summary>
internal static class OwnTableReader
{
    private static readonly ImmutableArray<string> Needed = ["benchmark", "release", "method", "model_id", "use_case_id", "dimension", "metric", "value", "belongs_to"];

    // What the other columns say, what is computed from them, and what is read only where another column asks for it.
    private static readonly ImmutableArray<string> Told =
    [
        "status", "provider_id", "provider", "standing", "rank", "rank_best", "rank_worst", "area", "type", "weight", "kind", "unit", "direction",
        "scale_low", "scale_high", "use_cases_covered", "use_cases", "tier", "invented", "submission_id", "profile", "items", "band", "path",
    ];

    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files)
    {
        var figures = new OwnFigures(job);
        ForeignTable[] tables = [.. files.Where(file => !OwnResults.Is(file)).Select(file => ReadTable(job, file, figures)).OfType<ForeignTable>()];
        OwnResults.Read(job, files.Where(OwnResults.Is), figures);
        figures.Finish();
        // Only now has every column been asked for that is of use.
        foreach (var table in tables)
        {
            job.LeaveRest(table);
        }
    }

    private static ForeignTable? ReadTable(ImportJob job, ImportFile file, OwnFigures figures)
    {
        if ((FileKind.OfBytes(file.Content.Span) ?? FileKind.InPlaceOfTable(file.Path, file.Content.Span)) is { } other)
        {
            job.Diagnostics.Report(ImportProblems.AnotherKind(new SourcePlace(file.Path), other));
        }
        else if (ForeignTable.Open(file, job.Diagnostics) is { } table)
        {
            if (Needed.FirstOrDefault(name => table.Column(name) is null) is { } missing)
            {
                job.Diagnostics.Report(ImportProblems.WrongFormat(table.HeaderPlace, job.Format, $"it has no column '{missing}'"));
                return null;
            }

            foreach (var name in Told)
            {
                _ = table.Column(name);
            }

            foreach (var row in table.Rows)
            {
                figures.Add(file, name => table.Field(row, table.Column(name)));
            }

            return table;
        }

        return null;
    }
}
