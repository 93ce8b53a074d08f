using CrmBench.Data.Import.Foreign;

namespace CrmBench.Data.Import.CrmSpace;

/// <summary>
/// Imports the CSV files of the Salesforce space "LLM Leaderboard for CRM". Which of the four a file is, its columns tell; their names
/// are compared by letters and digits.
/// </summary>
internal static class CrmSpaceReader
{
    private const string Benchmark = "crm-llm";
    private const string Address = "https://huggingface.co/spaces/Salesforce/crm_llm_leaderboard";
    private const string Title = "LLM Benchmark for CRM: files of the public leaderboard";
    private const string Publisher = "Salesforce AI Research";

    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files)
    {
        foreach (var file in files)
        {
            if (job.Target(file, Benchmark) is not { } target || ForeignTable.Open(file, job.Diagnostics) is not { } table)
            {
                continue;
            }

            var columns = new CrmSpaceColumns(table);
            if (columns.Kind is not { } kind)
            {
                const string lacking = "its columns are those of none of the space's four tables";
                job.Diagnostics.Report(ImportProblems.WrongFormat(table.HeaderPlace, job.Format, lacking));
                continue;
            }

            Read(job, file, target, table, columns, kind);
            job.LeaveRest(table);
        }
    }

    private static void Read(
        ImportJob job, ImportFile file, ImportTarget target, ForeignTable table, CrmSpaceColumns columns, CrmSpaceKind kind)
    {
        var rows = new CrmSpaceRows(job, target, table, columns);
        if (kind == CrmSpaceKind.Flavors)
        {
            rows.CompareFlavors();
            return;
        }

        foreach (var row in table.Rows)
        {
            var name = table.Field(row, columns.Model);
            if (name.Value.Length == 0)
            {
                job.Diagnostics.Report(Problems.ValueMissing(name.Place, columns.Model!));
                continue;
            }

            if (job.Model(name, CrmSpaceRows.ModelNames) is not { } model
                || job.Source(file, "leaderboard", Title, Address, "Apache-2.0", "", CrmSpaceRows.Note) is not { } source)
            {
                continue;
            }

            var draft = job.Draft(target, model, job.Options.Variant ?? "", name.Place);
            draft.Describe(Publisher, "", "");
            draft.Set("Name in the source", name.Value);
            rows.Read(draft, kind, row, draft.AddSource(source));
        }
    }
}
