using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Data.Import;

namespace CrmBench.Cli;

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
    public const string ReleaseOption = "The release to import into. [default: the newest draft of the benchmark, else its newest release]";
    public const string OutOption = "The folder that stands for data/. [default: data/ in the repository]";
    public const string ReplaceOption = "Replace submissions that are there already.";
    public const string ModelMapOption = "A CSV file with the columns name (what the files call a model) and model (its id in models.csv).";
    public const string MappingOption = "A JSON file with names of use cases and metrics and, for csv, the columns.";
    public const string ModelOption = "The model of files that name none: its id or name in models.csv.";
    public const string SubmittedByOption = "Who ran the evaluation.";
    public const string MethodOption = "The method, where a metric has several.";
    public const string UseCaseOption = "The use case of files that name none.";
    public const string VariantOption = "What sets the results apart from others of the same model, such as an effort of reasoning.";
    public const string SourceUrlOption = "Where the files are published; {file} stands for a file's name without extension.";
    public const string SourceTitleOption = "Title of that place.";
    public const string SourceLicenceOption = "Licence of the files there. [default: Not stated]";
    public const string SourceDateOption = "The day they were published or read, as 2026-08-04.";
    public const string ReportOption = "Write everything that was left out to this CSV file.";

    public const string Importing = "Importing";
    public const string NothingToImport = "Nothing was imported: see above for the reasons.";
    public const string RowsForModels = "Rows for data/models.csv (id,name,provider,released,openness):";

    private const int MostLeftOut = 30;

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
