using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Import.Foreign;

namespace CrmBench.Data.Import.MappedCsv;

/// <summary>Imports any CSV table with a mapping file, which says which of our tables its rows are and where our columns stand.</summary>
internal static class MappedCsvReader
{
    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files)
    {
        foreach (var file in files)
        {
            if (job.Target(file) is not { } target)
            {
                continue;
            }

            if (target.Mapping.Table is not { } table)
            {
                job.Diagnostics.Report(ImportProblems.MappingMissing(new SourcePlace((job.Options.Mapping ?? file).Path)));
                return;
            }

            if (ForeignTable.Open(file, job.Diagnostics) is not { } foreign || !HasColumns(job, target, foreign))
            {
                continue;
            }

            var rows = new MappedRows(job, target, foreign);
            foreach (var row in foreign.Rows)
            {
                Read(job, target, file, rows, row, table);
            }

            job.LeaveRest(foreign);
        }
    }

    private static bool HasColumns(ImportJob job, ImportTarget target, ForeignTable foreign)
    {
        var missing = target.Mapping.Columns.Values.Concat(target.Mapping.MetricColumns.Values).Order(StringComparer.Ordinal)
            .Where(column => foreign.Column(column) is null).ToList();
        foreach (var column in missing)
        {
            job.Diagnostics.Report(Problems.MissingColumn(foreign.HeaderPlace, column, Values.NearestName.Of(column, foreign.Header)));
        }

        return missing.Count == 0;
    }

    private static void Read(
        ImportJob job, ImportTarget target, ImportFile file, MappedRows rows, ImmutableArray<Located<string>> row, string table)
    {
        var name = rows.Field(row, "model");
        if (name.Value.Length == 0)
        {
            job.Diagnostics.Report(Problems.ValueMissing(name.Place, "model"));
            return;
        }

        if (job.Model(name) is not { } model || job.Source(file, "table", file.Path.Split('/')[^1], null, null, "", "") is not { } source)
        {
            return;
        }

        var variant = rows.Field(row, "variant").Value;
        var draft = job.Draft(target, model, variant.Length > 0 ? variant : job.Options.Variant ?? "", name.Place);
        var id = draft.AddSource(source);
        switch (table)
        {
            case "scores":
                rows.ReadScores(draft, row, id);
                break;
            case "ratings":
                rows.ReadRatings(draft, row);
                break;
            case "latencies":
                rows.ReadCall(draft, row);
                break;
            default:
                rows.ReadCost(draft, row, id);
                break;
        }
    }
}
