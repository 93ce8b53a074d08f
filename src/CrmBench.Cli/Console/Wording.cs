using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Migrating;
using CrmBench.Site.Pages;
using CrmBench.Site.Publishing;

namespace CrmBench.Cli.Console;

/// <summary>Every word the program says on a console, apart from the diagnostics themselves.</summary>
internal static partial class Wording
{
    public const string Program =
        "Turns a folder of evaluation results into a static leaderboard site.\n\n" +
        "Exit codes: 0 right, 1 problems in the input, 2 trouble with the machine, 64 wrong use.";

    public const string Build = "Reads, checks and scores data/, and writes the site. The old site stays until the new one is whole.";
    public const string Check = "Reads, checks and scores data/ without writing anything.";
    public const string Verify = "Reads a written site back and holds it against the data: links, headings, identifiers, every number, and every file beside the pages.";

    public const string VersionOption = "Shows the version of the program.";

    public const string RootOption =
        "The repository: the folder that holds data/, content/ and templates/. [default: the nearest one with data/site.json]";
    public const string OutputOption = "The folder of the site. [default: output/ in the repository]";
    public const string BaseUrlOption = "Where the site will be published, instead of base_url in data/site.json.";
    public const string CommitOption =
        "Link to the files of the repository as they are in this commit: its full name, or what git knows, such as HEAD. [default: the branch main]";
    public const string RelativeOption =
        "Make links relative, so that the site can be read in any folder of any server and, without what scripts add, from the disk.";
    public const string SingleFileOption =
        "Write one board with styles, scripts and data in one HTML file, which works from a disk and asks no server for anything, and nothing else.";
    public const string BoardOption = "The board in that file: BENCHMARK, BENCHMARK/RELEASE or BENCHMARK/RELEASE/METHOD. [default: the board of the home page]";
    public const string BoardWithoutSingleFile = "--board goes with --single-file.";
    public const string SingleFileWithSite = "--single-file writes no site: leave out --output and --relative.";
    public const string SingleFileName = "The name of a single file ends in .html.";
    public const string VerifyOption = "Verify the pages before they are written, however many there are.";
    public const string TimesOption = "Say how long each step took.";
    public const string NoVerifyOption = "Do not verify the pages. [default: they are verified while the site is small]";
    public const string FormatOption =
        "How problems are printed: text and github as lines, json and sarif as one document. [default: text]";
    public const string CheckPaths =
        "Submissions or other parts of data/ to look at, with the files they rest on; all of data/ if none is named.";

    public const string Reading = "Reading data";
    public const string ReadingBack = "Reading the site";
    public const string Scoring = "Scoring";
    public const string Planning = "Planning pages";
    public const string Rendering = "Rendering pages";
    public const string Completing = "Making downloads";
    public const string Verifying = "Verifying pages";
    public const string Relating = "Making links relative";
    public const string Writing = "Writing the site";

    public const string VerifyAndNoVerify = "--verify and --no-verify contradict each other. Use one of them.";

    public const string NoCommand = "No command was given.";
    public const string TryHelp = "Try 'crmbench --help', or --help after a command.";

    /// <summary>Nobody knows the commit.</summary>
    public static string CommitUnknown(string name) =>
        $"There is no commit '{Printable.Of(name)}' here. Give the full name of one, or HEAD in a folder that git keeps.";

    /// <summary>No board has the name.</summary>
    public static string NoSuchBoard(string name, IEnumerable<string> boards) =>
        $"There is no board '{Printable.Of(name)}'. Use one of: {string.Join(", ", boards.Take(20))}.";

    /// <summary>There is nothing to put into a file.</summary>
    public const string NoBoard = "The repository has no board yet.";

    /// <summary>A single file was written.</summary>
    public static string WroteSingleFile(string board, string file, int bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"Wrote {Printable.Of(board)} to {Printable.Of(file)} ({bytes / 1000.0:0} KB).");

    public static string NoRepositoryHere(string folder) =>
        $"There is no data/site.json in '{folder}' or in any folder above it. Go to the repository, or name it with --root.";

    public static string NoSuchFolder(string option, string folder) => $"{option}: there is no folder '{folder}'.";

    public static string NoSuchPath(string path, string? nearest) =>
        $"There is no file or folder '{path}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}";

    public static string PathOutsideData(string path) => $"'{path}' lies outside the repository's data/. Name a part of data/.";

    public static string UnknownOption(string option) => $"There is no option '{option}'.";

    public static string OutputHoldsSources(string folder) =>
        $"--output: '{folder}' holds or lies among the sources of the site and would be replaced. Name a folder of its own.";

    public static string OutputThroughLink(string link) =>
        $"--output: '{link}' is a link, and links in the repository are not followed. Name a folder of its own.";

    public static string OutputNotUsable(string objection) => $"--output: {objection}";

    public static string TooLarge(string path, string largest) => $"'{path}' is too large: at most {largest} are read. Name another file.";

    public static string NeitherFileNorFolder(string path) => $"'{path}' is neither a file nor a folder, and is not opened. Name a file.";

    public static string NoSiteThere(string folder) => $"There is no site in '{folder}'. Build it first, or name it with --output.";

    public static string BaseUrlNotUsable(string value) =>
        $"--base-url: '{value}' is not an address such as https://example.org/board/. Use http or https, without '?' and '#'.";

    public const string OutputClosed = "The standard output is closed.";
    public const string NothingDone = "Nothing was written.";
    public const string FilesWritten = "The files themselves were written.";

    /// <summary>What went wrong with the machine, and what was done nevertheless.</summary>
    public static string MachineTrouble(Exception trouble, string done)
    {
        var message = trouble.Message.ReplaceLineEndings(" ").TrimEnd();
        return $"crmbench: {message}{(message.EndsWith('.') ? "" : ".")} {done}";
    }

    public static string SiteInPlace(string folder) => $"The site itself was written to {folder}.";

    public static string Places(int more) => $"{Count(more, "more place")}";

    public static string Checked(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.IsEmpty ? "No problems." : $"{Counted(diagnostics)}.";

    public static string NothingWritten(ImmutableArray<Diagnostic> diagnostics) => $"{Counted(diagnostics)}. Nothing was written.";

    public static string CodesExplained(Uri? site) =>
        $"What each code means and how to mend it: {(site is null ? "content/problems/" : ProblemCatalogue.AddressOn(site).AbsoluteUri)}";

    public static string Written(int pages, BuiltSite site, string folder, TimeSpan time) =>
        $"Wrote {Count(pages, "page")} ({Size(site.Files.Sum(file => (long)file.Content.Length))}) to {folder} in {Seconds(time)}.";

    public static string HowToLook(Uri address) =>
        $"Its links fit {address.AbsoluteUri}. To look at it here: 'crmbench serve', or build with --relative.";

    public static string Took(StepTime step) =>
        string.Create(CultureInfo.InvariantCulture, $"{step.Name}: {step.Time.TotalSeconds:0.000} s");

    public static string Verified(int pages, TimeSpan time) => $"Verified {Count(pages, "page")} in {Seconds(time)}: no problems.";

    /// <summary>The number of errors and of warnings: <c>3 errors, 1 warning</c>; an absent kind is left out, but never both.</summary>
    public static string Counted(ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(d => d.Severity == Severity.Error);
        var warnings = diagnostics.Length - errors;
        return (errors, warnings) switch
        {
            (_, 0) => Count(errors, "error"),
            (0, _) => Count(warnings, "warning"),
            _ => $"{Count(errors, "error")}, {Count(warnings, "warning")}",
        };
    }

    public const string Serve =
        "Builds the site, serves it on this machine and builds it again after every save; open pages reload by themselves. Writes nothing.";

    public const string PortOption = "The port to listen on. [default: the first free one from 8080 on]";
    public const string NoSuchPort = "--port: a port is a number from 1 to 65535.";

    public const string PreviewProblems = "Problems with the sources";
    public const string PreviewStopped = "This page cannot be made yet";
    public const string PreviewSaveToGoOn = "Mend what is listed here and save; the page then loads again by itself.";

    public static string PortTaken(int port) => string.Create(
        CultureInfo.InvariantCulture, $"Port {port} is taken by another program. Name another with --port, or leave it out.");

    public static string PortsTaken(int first, int last) => string.Create(
        CultureInfo.InvariantCulture, $"All ports from {first} to {last} are taken by other programs. Name a free one with --port.");

    public static string Serving(Uri address) => $"Serving {address.AbsoluteUri} - press Ctrl+C to stop.";

    /// <summary>The line that heads the problems on a page.</summary>
    public static string PreviewShows(ImmutableArray<Diagnostic> problems, bool isStale, string? trouble) => (trouble, isStale) switch
    {
        (not null, _) => "The sources cannot be read: this is the site before the last change.",
        (_, true) => $"{Counted(problems)}: this is the site before the last change.",
        _ => $"{Counted(problems)}.",
    };

    /// <summary>The line on the console after the sources were read.</summary>
    public static string PreviewMade(ImmutableArray<Diagnostic> problems, bool isStale, string? trouble, int? pages, TimeSpan time) =>
        (trouble, isStale, pages) switch
        {
            ({ } said, _, _) => said,
            (_, true, null) => $"{Counted(problems)}. There is nothing to show until the errors are mended.",
            (_, true, _) => $"{Counted(problems)}. The preview shows the site before the last change.",
            _ => $"{Count(pages ?? 0, "page")} ready in {Seconds(time)}.",
        };

    public const string Diff =
        "Compares the boards with those of another state of data/: results that came, went or changed, and what that does to the\n" +
        "scores, ranks, rank ranges, ties, cost tiers and cost frontiers of all rows. Both states are scored by this program.";

    public const string DiffBase = "What to compare with: a folder that holds data/, or a revision of git, such as main or HEAD~1.";
    public const string DiffTo =
        "What to hold against it instead of the files as they are: another folder or revision. Of a revision nothing is checked out or run.";

    public const string DiffFormatOption =
        "How the changes are printed: text for a terminal, markdown for a pull request, json for programs. [default: text]";

    public const string ReadingBase = "Reading the data to compare with";
    public const string Comparing = "Comparing";

    public const string NoGit = "git is needed to read a revision and cannot be started. Install it, or name a folder.";
    public const string GitGaveNothing = "git could not read the data of that revision. Run 'git fsck', or name a folder.";

    public static string UnknownBase(string typed) =>
        $"'{typed}' is neither a folder that holds data/site.json nor a revision that git knows. A shallow clone may lack it: fetch it first.";

    public static string NotInGit(string typed) =>
        $"'{typed}' is no folder that holds data/site.json, and the repository is not kept by git, so it is no revision either.";

    public static string NotCompared(ImmutableArray<Diagnostic> diagnostics) => $"{Counted(diagnostics)}. Nothing was compared.";

    public const string Migrate =
        "Rewrites files of data/ that were written for older versions of the forms, all of them or none, and names them.\n" +
        "Everything else in them stays as it is. Schemas for editors in data/schema/ are brought up to date.";

    public const string Schema =
        "Writes the schemas in data/schema/, by which editors check and complete files, with the names of this repository's models, metrics, methods, use cases.\n" +
        "Run it after adding names; schemas that do not know the newest offer less and forbid nothing.";

    public static string SchemasWritten(int count) => count == 0 ? "All schemas are up to date. Nothing was written." : $"Wrote {Count(count, "schema")}.";

    public const string Migrating = "Looking for older versions";
    public const string WritingFiles = "Writing files";

    public static string Migrated(DataMigration migration, bool dryRun) => (migration.Files.Length, migration.Schemas.Length) switch
    {
        (0, 0) => "All files are of the newest version. Nothing was written.",
        var (files, schemas) => (dryRun ? "Would rewrite " : "Rewrote ") + Count(files, "file") + " and " +
            (dryRun ? "write " : "wrote ") + Count(schemas, "schema") + (dryRun ? ". Nothing was written." : "."),
    };

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");

    private static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
    };
}
