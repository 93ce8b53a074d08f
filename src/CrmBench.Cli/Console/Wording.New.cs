using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Cli.Console;

internal static partial class Wording
{
    public const string New =
        "Makes the files of a submission, a release or a benchmark, with every column and a README.md that explains them.\n" +
        "Asks what is not given where somebody is at the terminal. What stays open begins with FILL IN and is listed by crmbench check.";

    public const string NewSubmission = "Makes the folder of a submission. Needs --benchmark and --model; the rest may stay open.";
    public const string NewRelease = "Makes the folder of a release, as a draft. Needs --benchmark and --date.";
    public const string NewBenchmark =
        "Makes the folder of a benchmark with four dimensions as a start and a first release, and lists it in site.json. " +
        "Needs --benchmark, --name and --date. With --from a table of results it proposes what is measured, and takes the results over.";

    public const string Init =
        "Begins a repository with one board: of a table of results (--from), or an invented one to look at. Writes data/, content/, a workflow " +
        "for GitHub, README, licence and settings; the pages come from the program. Only into an empty or new folder.";

    public const string InitFolder = "The folder, which need not exist. [default: this one]";
    public const string InitTitle = "Title of the site";
    public const string InitBaseUrl = "Where the site will be published";
    public const string InitRepositoryUrl = "The https address of the repository, for links to files";
    public const string AskForTable = "A table of results, CSV or XLSX, or nothing for an invented board";
    public const string ExampleSite = "https://example.org/";
    public const string ExampleRepository = "https://example.org/repository";
    public const string Nobody = "Nobody: the figures are invented";
    public const string InventedSource = "demonstration.csv, an invented table";
    public const string InventedSummary = "Every figure here is invented, to show what a board does; no real model is described.";
    public const string InventedToReview = "All of it is invented. Once you have results, begin again with --from, or add a board with 'crmbench new benchmark --from'.";

    public const string FromOption = "A table of results, CSV or XLSX, to make the board of";
    public const string ModelColumnOption = "The column that names the models; found by its name unless given";
    public const string ColumnsOption = "Whether the columns of scores are tasks, each with a page, or measures of one task";
    public const string LowerOption = "Columns of which lower figures are better, separated by semicolons";
    public const string ProviderOfModels = "Who offers the models of which the table does not say it";
    public const string LowerColumns = "Columns of which lower figures are better, separated by semicolons";
    public const string NotStated = "Not stated";

    public const string TakenForTasks =
        "The columns of scores were taken for tasks, and all weigh the same in the board's mean. If some sum up others, remove them from the mapping and " +
        "from use-cases.csv; if all measure one task in several ways, begin again with --columns measures.";
    public const string TakenForMeasures = "The columns of scores were taken for measures of one task. If they are tasks, begin again with --columns tasks.";
    public const string ProviderToReview = "Nobody said who offers the models: they stand under 'Not stated' in data/models.csv.";
    public const string SubmitterToReview = "Nobody said who ran the evaluation: 'submitted_by' in each submission.json says 'Not stated'.";
    public const string LicenceToReview = "Nobody said under which licence the figures stand: 'licence' in each submission.json says 'Not stated'.";

    public const string DryRunOption = "Name the files only, and write nothing.";

    public const string NewBenchmarkOfSubmission = "The benchmark the results belong to";
    public const string NewReleaseOfSubmission = "The release they go into";
    public const string NewModel = "The model, by its id in data/models.csv";
    public const string NewVariant = "What sets the results apart from others of the same model, such as an effort of reasoning";
    public const string NewMethod = "The method of the results";
    public const string NewSubmittedBy = "Who ran the evaluation";
    public const string NewEvaluatedOn = "The day the evaluation ended, as 2026-08-04";
    public const string NewSourceTitle = "Title of the report, page or data set that the figures come from";
    public const string NewSourceUrl = "The https address where it can be read";
    public const string NewSourceLicence = "Its licence, or Not stated";
    public const string NewTables = "The tables to prepare";
    public const string NewSubmissionId = "Name of the submission's folder";

    public const string NewBenchmarkOfRelease = "The benchmark";
    public const string NewReleaseDate = "The day the release will be closed, as 2026-08-04";
    public const string NewReleaseId = "Name of the release's folder";
    public const string NewReleaseFrom = "The release whose use cases, limits and order are taken over, or none";
    public const string NewReleaseCopy = "Copy its submissions too, except withdrawn ones.";
    public const string NewReleaseUseCases = "The use cases it covers, all unless named";
    public const string NewReleaseChanges = "What changed since the release before";

    public const string NewBenchmarkId = "Identifier of the benchmark, the name of its folder";
    public const string NewBenchmarkName = "Its full name";
    public const string NewBenchmarkQuestion = "The question its board answers";
    public const string NewBenchmarkSummary = "One sentence on what is measured";
    public const string NewBenchmarkUseCases = "Identifiers of its use cases";

    private const int MostModels = 40;
    private const int MostColumns = 6;

    public const string HowToAnswer = "An empty line takes the answer in brackets, or leaves the place open.";
    public const string NoAnswer = "no answer was given.";

    public static string OptionNotUsable(string option, string problem) => $"{option}: {problem}";

    public static string OptionMissing(string option, string meaning, string? help = null) =>
        $"{option} is missing: {char.ToLowerInvariant(meaning[0])}{meaning[1..]}.{(help is null ? "" : $" {help}")}";

    public static string AnswerNeeded(string? help) => $"An answer is needed here.{(help is null ? "" : $" {help}")}";

    /// <summary>The models there are, as far as a few lines hold them, and what to do where the right one is not among them.</summary>
    public static string KnownModels(IEnumerable<string> ids)
    {
        string[] all = [.. ids.Order(StringComparer.Ordinal)];
        var more = all.Length > MostModels ? $" and {all.Length - MostModels} more in data/models.csv" : "";
        return $"There {(all.Length == 1 ? "is" : "are")} {string.Join(", ", all.Take(MostModels))}{more}. "
            + "Part of a name finds the nearest. A new model is a row in data/models.csv, its provider one in data/providers.csv.";
    }

    /// <summary>A question with the answers there are.</summary>
    public static string Among(string question, IEnumerable<string> answers) =>
        string.Join(", ", answers) is { Length: > 0 } known ? $"{question} ({known})" : question;

    /// <summary>A question as it is asked, with the answer that the empty line stands for.</summary>
    public static string Question(string question, string? usual) => usual is null ? $"{question}: " : $"{question} [{usual}]: ";

    public static string WithStatus(Release release) => release.Status == ReleaseStatus.Draft ? $"{release.Id} draft" : release.Id;

    public static string NoDraft(string benchmark) =>
        $"no release of '{benchmark}' is a draft. Make one with {CommandForRelease(benchmark, null)}, " +
        "or name a frozen one for a correction.";

    public static string NoDraftToOffer(string benchmark) =>
        $"'{benchmark}' has no draft, and new results go into one: leave this with Ctrl+C and make it with {CommandForRelease(benchmark, null)}. " +
        "A correction goes into a frozen release.";

    public static string ToMakeRelease(string benchmark, string release) => $"To make it: {CommandForRelease(benchmark, release)}.";

    public static string ReleaseIsFrozen(Benchmark benchmark, string release) =>
        $"The release '{release}' of '{benchmark.Id}' is frozen: only a correction belongs there. New results go into a draft: "
        + (benchmark.Releases.FirstOrDefault(known => known.Status == ReleaseStatus.Draft) is { } draft
            ? $"--release {draft.Id}."
            : $"make one with {CommandForRelease(benchmark.Id, null)}.");

    private static string CommandForRelease(string benchmark, string? release) =>
        $"'crmbench new release --benchmark {benchmark}{(release is null ? "" : $" --release {release}")} --date <the day it will be closed>'";

    public static string ThereAlready(string folder) => $"'{folder}' is there already. Choose another name.";

    public static string WouldWrite(int files) => $"Would write {Count(files, "file")}. Nothing was written.";

    public static string WroteNew(int files, string folder) =>
        $"Wrote {Count(files, "file")} to {folder}/. 'crmbench check {folder}' lists what is to be filled in.";

    public static string Listed(string benchmark) => $"Listed '{benchmark}' in data/site.json, at the end of 'benchmarks'.";

    public static string ListByHand(string benchmark) => $"Add \"{benchmark}\" to 'benchmarks' in data/site.json, or it is not shown.";

    public static string ProseOf(string benchmark) =>
        $"Its method in words goes into content/benchmarks/{benchmark}.md, each task into content/use-cases/{benchmark}/<use case>.md.";

    public static string NotEmpty(string folder) =>
        $"'{folder}' has files already, and none of them is touched: nothing was written. Name an empty or a new folder.";

    public static string InitDescription(string title) => $"{title}: results of evaluations, each figure with its source.";

    /// <summary>What was begun, and what to do next.</summary>
    public static IEnumerable<string> Began(int files, string folder, string benchmark, bool isInvented) =>
    [
        $"Wrote {Count(files, "file")}: a repository with the board '{benchmark}'{(isInvented ? ", which is invented" : "")}. Next:",
        .. folder == "." ? [] : new[] { $"  cd {folder}" },
        "  crmbench serve    shows the board, and again after every save",
        $"data/benchmarks/{benchmark}/README.md says what was assumed, README.md what comes before publishing.",
    ];

    public static string UsualQuestion(string name) => $"Which model does best in {name}?";

    public static string TasksOrMeasures(ImmutableArray<string> columns) =>
        $"Are the columns {string.Join(", ", columns.Take(MostColumns))}{(columns.Length > MostColumns ? " and so on" : "")} tasks, or measures of one task?";

    public static string AddressToReview(string address) => $"Nobody said where the figures can be read: each submission.json names {address}.";

    public static string SummaryOf(string source) => $"Results as they stand in {source}.";

    public static string TakenOver(string source) => $"The figures were taken over from {source}, with its limits; nothing was measured again.";

    public static string ReadAgain(string command) => $"To read the table again, with new rows: `{command}`.";

    public static string WroteBoard(int files, string benchmark, string release) =>
        $"Wrote {Count(files, "file")}: the board '{benchmark}', release '{release}', a draft. What was assumed stands in data/benchmarks/{benchmark}/README.md; " +
        "'crmbench serve' shows the board.";
}
