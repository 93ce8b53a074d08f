using CrmBench.Core.Diagnostics;
using CrmBench.Data.Entries;
using CrmBench.Data.Values;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.MappedTables;

/// <summary>
/// Imports any table, CSV or a sheet of a workbook, with a mapping file, which says to which of our tables its rows go and where our
/// columns stand. What one sheet says of a model, in however many tables of ours, is one submission.
/// </summary>
internal static class MappedTableReader
{
    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files)
    {
        foreach (var file in files)
        {
            if (job.Target(file) is not { } target || !target.Mapping.IsSound)
            {
                continue;
            }

            if (target.Mapping.Tables.IsEmpty)
            {
                job.Diagnostics.Report(ImportProblems.MappingMissing(new SourcePlace((job.Options.Mapping ?? file).Path)));
                return;
            }

            if (ForeignTable.Open(file, target.Mapping.Writing, job.Diagnostics) is not { } foreign || !HasColumns(job, target, foreign))
            {
                continue;
            }

            // A row that one table leaves out may be another's: the report names it where none read it.
            foreach (var mapping in target.Mapping.Tables)
            {
                Read(job, target, file, foreign, mapping);
            }

            job.LeaveRest(foreign);
        }
    }

    private static bool HasColumns(ImportJob job, ImportTarget target, ForeignTable foreign)
    {
        var isRight = true;
        foreach (var column in target.Mapping.Tables.SelectMany(table => table.Required).DistinctBy(column => column.Place))
        {
            if (foreign.Column(PlainText.Line(column.Value)) is null || foreign.CountOf(PlainText.Line(column.Value)) > 1)
            {
                job.Diagnostics.Report(ImportProblems.MappedColumn(column, foreign.Header, foreign.HeaderPlace, target.Mapping.Writing.Delimiter));
                isRight = false;
            }
        }

        foreach (var table in target.Mapping.Tables.Where(table => !table.Columns.ContainsKey("model") && !table.Constants.ContainsKey("model")))
        {
            job.Diagnostics.Report(ImportProblems.MappingContradicts(
                target.Mapping.Place, $"Nothing says which model the rows of '{table.Table}' are about. Name the column under 'columns', as 'model'."));
            isRight = false;
        }

        return isRight;
    }

    private static void Read(ImportJob job, ImportTarget target, ImportFile file, ForeignTable foreign, TableMapping mapping)
    {
        var rows = new MappedRows(job, target, foreign, mapping);
        for (var i = 0; i < foreign.Rows.Length; i++)
        {
            var row = new MappedRow(foreign.Rows[i], i + 1);
            if (row.Fields.All(field => string.IsNullOrWhiteSpace(field.Value)))
            {
                continue;
            }

            if (mapping.Where.Any(condition => !condition.Holds(rows.Text(row, condition.Column.Value).Value)))
            {
                job.Leave(row.Place, mapping.Table, rows.Field(row, "model").Value, "The mapping's 'where' leaves the row out.");
                continue;
            }

            Read(job, target, file, rows, row, mapping.Table);
        }
    }

    private static void Read(ImportJob job, ImportTarget target, ImportFile file, MappedRows rows, MappedRow row, string table)
    {
        var name = rows.Field(row, "model");
        if (name.Value.Length == 0)
        {
            job.Leave(row.Place, table, "(no model)", "The row names no model and is left out.");
            return;
        }

        var details = new NewModel(rows.Field(row, "provider"), rows.Field(row, "openness"), rows.Field(row, "licence"), rows.Field(row, "released"));
        if (job.Model(name, details: details) is not { } model
            || job.Source(file, "table", file.Path.Split('/')[^1], null, null, "", "") is not { } source)
        {
            return;
        }

        var variant = rows.Field(row, "variant").Value;
        var draft = job.Draft(target, model, variant.Length > 0 ? variant : job.Options.Variant ?? "", name.Place);
        var evaluated = rows.Field(row, "evaluated_on");
        var day = Dates.OfMoment(evaluated.Value);
        if (evaluated.Value.Length > 0 && day.Length == 0)
        {
            job.Leave(evaluated.Place, "evaluated_on", evaluated.Value, "This is no date of the form 2026-08-04.");
        }

        draft.Describe(rows.Field(row, "submitted_by").Value, "", day);
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
