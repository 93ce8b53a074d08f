using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.CrmSpace;

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
        var passedOver = new List<Diagnostic>();
        var hasRead = false;
        foreach (var file in files)
        {
            if (job.Target(file, Benchmark) is not { } target)
            {
                continue;
            }

            if (Refusal(job, file, out var table, out var columns) is { } refusal)
            {
                passedOver.Add(refusal);
            }
            else if (table is not null && columns is { Kind: { } kind })
            {
                hasRead = true;
                Read(job, file, target, table, columns, kind);
                job.LeaveRest(table);
            }
        }

        // What nobody named may be something else.
        foreach (var reason in passedOver)
        {
            if (hasRead && files.Any(file => file.IsFound && file.Path == reason.Place.Path))
            {
                job.Leave(reason.Place, "(file)", reason.Place.Path, $"It is passed over in its folder. {reason.Message}");
            }
            else
            {
                job.Diagnostics.Report(reason);
            }
        }
    }

    // Null where it is one of the tables, or after a report of what is wrong with its form.
    private static Diagnostic? Refusal(ImportJob job, ImportFile file, out ForeignTable? table, out CrmSpaceColumns? columns)
    {
        (table, columns) = (null, null);
        if ((FileKind.OfBytes(file.Content.Span) ?? FileKind.InPlaceOfTable(file.Path, file.Content.Span)) is { } other)
        {
            return ImportProblems.AnotherKind(new SourcePlace(file.Path), other);
        }

        table = ForeignTable.Open(file, job.Diagnostics);
        columns = table is null ? null : new CrmSpaceColumns(table);
        return columns is { Kind: null }
            ? ImportProblems.WrongFormat(table!.HeaderPlace, job.Format, "its columns are those of none of the space's four tables")
            : null;
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
