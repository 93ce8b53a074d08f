using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Import;
using CrmBench.Import.Formats;
using CrmBench.Import.Kernel;

namespace CrmBench.Cli.Console;

internal static partial class Wording
{
    public static string Import { get; } =
        "Writes submissions from another tool's files, all of them or none, and prints what has no place in them.\n" +
        "Give --benchmark, --submitted-by and --source-url unless the files say it; afterwards run crmbench check.\n\n" +
        "Formats:\n" +
        string.Join('\n', ImportFormats.All.Select(format => $"  {format.Name,-16} {format.Title}"));

    public const string ImportFormatArgument = "What the files are.";
    public const string ImportPaths = "Files, or folders to search for files of the format.";
    public const string BenchmarkOption = "The benchmark the results belong to. [tau-bench and crm-space know theirs]";
    public const string ReleaseOption = "The release to import into. [default: the newest draft of the benchmark, else the release that its board shows first]";
    public const string OutOption = "The folder that stands for data/. [default: data/ in the repository]";
    public const string ReplaceOption = "Join with submissions that are there already: what is imported replaces the same figures, the rest stays.";
    public const string ModelMapOption = "A CSV file with the columns name (what the files call a model) and model (its id in models.csv).";
    public const string MappingOption = "A JSON file with names of use cases and metrics and, for csv, the columns; import csv --help shows three.";
    public const string ModelOption = "The model of files that name none: its id or name in models.csv.";
    public const string SubmittedByOption = "Who ran the evaluation.";
    public const string MethodOption = "Who judged, where a metric has several methods.";
    public const string UseCaseOption = "The use case of files that name none.";
    public const string VariantOption = "What sets the results apart from others of the same model, such as an effort of reasoning.";
    public const string SourceUrlOption = "Where the files are published; {file} stands for a file's name without extension.";
    public const string SourceTitleOption = "Title of that place.";
    public const string SourceLicenceOption = "Licence of the files there. [default: Not stated]";
    public const string SourceDateOption = "The day they were published or read, as 2026-08-04.";
    public const string ReportOption = "Write everything that was left out to this CSV file.";

    public const string Importing = "Importing";
    public const string CheckingImport = "Checking what was imported";

    /// <summary>How a table is mapped, for the help of the format <c>csv</c>.</summary>
    public static string MappingHelp { get; } =
        "Tables (import csv FILE --mapping MAPPING): CSV in any writing, or an .xlsx workbook, with a mapping file in JSON that says which\n" +
        "columns hold what. Every property of it is explained in data/README.md; editors complete it by data/schema/v1/mapping.schema.json.\n\n" +
        string.Join('\n', MappingExamples.All.Select((example, i) => FormattableString.Invariant(
            $"Table {i + 1}. {example.Title}\n\n{Indented(example.Table)}\nMapping:\n\n{Indented(example.Mapping)}")));

    private static string Indented(string text) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => $"  {line}\n"));
    public const string NothingToImport = "Nothing was imported: see above for the reasons.";
    public const string AddModelsOption = "Add models that data/models.csv does not have, and their providers, instead of refusing them.";
    public const string ProviderOption = "Who offers the models that are added, where the files do not say it.";
    public const string FreeOption = "Costs of exactly 0 are right. [without it they are left out: mostly 0 means not known]";

    private const int MostLeftOut = 30;

    public static string WhoJudged(OpenMethods open) =>
        $"Who judged {string.Join(", ", open.Metrics)}? " +
        string.Join(", ", open.Methods.Select(method => $"{method.Id} ({(method.JudgedBy == JudgedBy.People ? "people" : "programs or models")})"));

    public static string NoSuchMethod(string text, ImmutableArray<Method> methods) =>
        $"There is no method '{text}' here. Answer {string.Join(" or ", methods.Select(method => method.Id))}.";

    public static string Kept(string folder, int rows) => $"Kept {Count(rows, "row")} of {folder} that the import does not replace.";

    /// <summary>Which names were taken for which models, which rows were added, and which are missing.</summary>
    public static IEnumerable<string> Models(ImportResult result)
    {
        if (!result.Matches.IsEmpty)
        {
            yield return "Models whose names are written otherwise in data/models.csv:";
            foreach (var (name, model) in result.Matches)
            {
                yield return $"  {name} -> {model}";
            }
        }

        var missing = result.UnknownModels.Select(model => model.Row).Prepend("Rows for data/models.csv; --add-models writes them:").ToList();
        var providers = result.UnknownModels.Select(model => model.ProviderRow).Where(row => row.Length > 0).Distinct()
            .Prepend("Rows for data/providers.csv:").ToList();
        var added = result.AddedRows.Prepend("Added to data/providers.csv and data/models.csv:").ToList();
        foreach (var line in new[] { missing, providers, added }.Where(list => list.Count > 1).SelectMany(list => list))
        {
            yield return line;
        }
    }

    public static string DateNotUsable(string value) =>
        $"--source-date: '{value}' is not a date. Write year, month and day, as in 2026-08-04.";

    public static string Imported(ImportResult result, string folder) =>
        $"Wrote {Count(result.Files.Length, "file")} of {Count(result.Folders.Length, "submission")} to {folder}. " +
        "Run 'crmbench check' next.";

    /// <summary>What was left out, a line for each field and reason, across files; the rest of a long list is counted.</summary>
    public static IEnumerable<string> LeftOut(ImmutableArray<Unmapped> report)
    {
        var groups = report.GroupBy(left => (left.Field, left.Reason)).ToList();
        if (groups.Count == 0)
        {
            yield break;
        }

        yield return "Left out:";
        foreach (var group in groups.Take(MostLeftOut))
        {
            var first = group.First();
            var values = group.Sum(left => left.Count);
            var files = group.Select(left => left.Place.Path).Distinct().Count();
            var times = values == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({values:N0} times in {Count(files, "file")})");
            yield return $"  {first.Place}: {first.Field} = {first.Value}{times}. {first.Reason}";
        }

        if (groups.Count > MostLeftOut)
        {
            yield return $"  ... and {Count(groups.Count - MostLeftOut, "more field")}; --report FILE writes them all.";
        }
    }
}
