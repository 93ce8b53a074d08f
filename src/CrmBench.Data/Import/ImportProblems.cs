using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Import.Foreign;
using CrmBench.Data.Values;

namespace CrmBench.Data.Import;

/// <summary>
/// What can be wrong with a file to import, one factory each; the codes' group is 11. They never come from <c>data/</c>, so they
/// stand apart from <see cref="Problems"/>.
/// </summary>
public static class ImportProblems
{
    /// <summary>Code of a file of another kind; in a folder such a file is passed over.</summary>
    internal const string AnotherKindCode = "CB1126";

    private static readonly ProblemKinds s_kinds = new(Kinds());

    /// <summary>All kinds by code.</summary>
    public static ImmutableArray<ProblemKind> All => s_kinds.All;

    /// <summary>A spread or interval that cannot be. Example: a standard deviation below 0.</summary>
    internal static Diagnostic SpreadImpossible(SourcePlace place, string what) =>
        New("CB1121", place, $"{what} Correct it in the file.");

    /// <summary>No file to import.</summary>
    /// <param name="path">The file or folder that was named.</param>
    /// <param name="format">The format.</param>
    public static Diagnostic NoFiles(string path, ImportFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return New("CB1115", new SourcePlace(path),
            $"There is no file to import here. Files of the format {format.Name} end in {string.Join(" or ", format.Extensions)}.");
    }

    /// <summary>A submission that an import would replace.</summary>
    /// <param name="folder">Path of its folder.</param>
    public static Diagnostic SubmissionExists(string folder) =>
        New("CB1120", new SourcePlace(folder),
            "This submission is there already. Replace it with --replace, or tell the new one apart with --variant.");

    /// <summary>A file of another kind. Example: an Inspect log given as <c>lm-eval</c>.</summary>
    /// <param name="place">Where the file begins.</param>
    /// <param name="format">The format that was named.</param>
    /// <param name="lacking">Why it is none of it, as in <c>it has no 'eval'</c>.</param>
    /// <param name="other">Name of the format that it looks like, or null.</param>
    internal static Diagnostic WrongFormat(SourcePlace place, ImportFormat format, string lacking, string? other = null) =>
        New("CB1101", place, $"This is no file of the format {format.Name}: {lacking}. Expected is {format.Expects}." +
            (other is null || other == format.Name ? "" : $" It looks like one of {other}: use 'crmbench import {other}'."));

    /// <summary>A file of another kind altogether. Example: a ZIP archive where JSON is expected.</summary>
    internal static Diagnostic AnotherKind(SourcePlace place, FileKind kind) =>
        New(AnotherKindCode, place, $"This is {kind.What}, and is not read as it is. {kind.Cure}");

    /// <summary>A file that does not say which model was evaluated.</summary>
    internal static Diagnostic ModelNotNamed(SourcePlace place) =>
        New("CB1127", place, "The file does not name the model that was evaluated. Name it with --model.");

    /// <summary>An archive that cannot be unpacked.</summary>
    internal static Diagnostic ArchiveUnreadable(SourcePlace place, string why) =>
        New("CB1128", place, $"This archive cannot be read: {why}. Convert it with 'inspect log convert --to json --output-dir DIR'.");

    /// <summary>A version of the format that this program does not read.</summary>
    internal static Diagnostic VersionNotRead(Located<string> version, string read) =>
        New("CB1102", version.Place, $"Version {Quoted(version.Value)} of this format is not read here, only {read}. " +
            "Convert the file, or use a newer program.");

    /// <summary>A run that was cancelled or ended with an error; its figures are of some of the samples.</summary>
    internal static Diagnostic RunIncomplete(Located<string> status) =>
        New("CB1103", status.Place, $"The run did not end well: its status is {Quoted(status.Value)}. Import the log of a complete run.");

    /// <summary>A model that <c>models.csv</c> does not have.</summary>
    internal static Diagnostic UnknownModel(UnknownModel model) =>
        New("CB1104", model.Name.Place, $"The model {Quoted(model.Name.Value)} is not in data/models.csv. " +
            (model.Nearest.IsEmpty ? "" : $"Near names are {string.Join(", ", model.Nearest)}. ") +
            $"Map it to one with a line in the model map, or add it: {model.Row}");

    /// <summary>Not one figure of a file has a place in the benchmark.</summary>
    internal static Diagnostic NothingMapped(SourcePlace place, string benchmark) =>
        New("CB1105", place, $"Nothing here could be mapped to the benchmark '{benchmark}'. The report says why for each field; " +
            "map the names of use cases and metrics in a mapping file.");

    /// <summary>Nobody said which benchmark.</summary>
    internal static Diagnostic BenchmarkNotNamed(SourcePlace place, IEnumerable<string> known) =>
        New("CB1106", place, $"The format does not say which benchmark this belongs to. Name one: {string.Join(", ", known)}.");

    /// <summary>A benchmark, release, use case or method that is not there.</summary>
    internal static Diagnostic TargetUnknown(SourcePlace place, string name, KnownNames known) =>
        New("CB1107", place, $"There is no {known.Kind} {Quoted(name)}. {known.Hint(name)}");

    /// <summary>Nothing says who ran the evaluation.</summary>
    internal static Diagnostic SubmitterMissing(SourcePlace place) =>
        New("CB1108", place, "Nothing here says who ran the evaluation. Name them with --submitted-by.");

    /// <summary>Nothing says where the figures can be looked up.</summary>
    internal static Diagnostic SourceMissing(SourcePlace place) =>
        New("CB1109", place, "Nothing here says where these results are published. Name the https address with --source-url.");

    /// <summary>An address that may not be linked.</summary>
    internal static Diagnostic SourceNotHttps(SourcePlace place, string address) =>
        New("CB1110", place, $"{Quoted(address)} is not an https address. Give --source-url a whole address that begins with https://.");

    /// <summary>The same figure in two places; which one counts would be a guess.</summary>
    internal static Diagnostic SameFigure(SourcePlace place, string what, SourcePlace first) =>
        New("CB1111", place, $"A figure for {what} stands already in {first}. Import one of the two, or tell them apart with --variant.");

    /// <summary>The same rating in two places.</summary>
    internal static Diagnostic SameRating(SourcePlace place, string item, string rater, SourcePlace first) =>
        New("CB1112", place, $"{Quoted(rater)} rated item {Quoted(item)} already in {first}. Keep one of the two.");

    /// <summary>A text that should hold a figure and does not. Example: <c>98.3 ± 0.2</c>.</summary>
    internal static Diagnostic FigureNotRead(Located<string> text, string form) =>
        New("CB1113", text.Place, $"{Quoted(text.Value)} is not read as a figure. Expected is {form}.");

    /// <summary>A figure that the metric cannot have. Example: 140 percent.</summary>
    internal static Diagnostic FigureOutOfRange(Located<string> figure, string metric, string range) =>
        New("CB1114", figure.Place, $"{Quoted(figure.Value)} is out of range: '{metric}' must be {range}.");

    /// <summary>A release that does not change any more.</summary>
    internal static Diagnostic ReleaseFrozen(SourcePlace place, string benchmark, string release) =>
        New("CB1116", place, $"The release '{release}' of '{benchmark}' is frozen. " +
            "Import into a draft release, unless this is a correction.");

    /// <summary>The format needs a mapping file.</summary>
    internal static Diagnostic MappingMissing(SourcePlace place) =>
        New("CB1117", place, "A CSV table can only be read with a mapping file that names its columns. Give one with --mapping.");

    /// <summary>A mapping that names a table, or a column of ours, that there is not.</summary>
    internal static Diagnostic MappingUnknown(Located<string> name, string what, IReadOnlyList<string> known) =>
        New("CB1118", name.Place, $"There is no {what} {Quoted(name.Value)}. " +
            NearestName.Hint(name.Value, known, $"Known are {string.Join(", ", known)}."));

    /// <summary>Two submissions would be the same folder.</summary>
    internal static Diagnostic SameSubmission(SourcePlace place, string folder, SourcePlace first) =>
        New("CB1119", place, $"This is the submission '{folder}', and so is {first}. " +
            "Import them apart, with --variant or into different releases.");

    private static Diagnostic New(string code, SourcePlace place, string message) => s_kinds.Report(code, place, message);

    private static string Quoted(string text) => $"'{Invisible.Shown(text)}'";

    private static ImmutableArray<ProblemKind> Kinds() =>
    [
        new("CB1101", Severity.Error, "A file of another format", "Name the format the file is of, or the file of the format."),
        new("CB1102", Severity.Error, "A version of the format that is not read", "Convert the file, or use a newer program."),
        new("CB1103", Severity.Error, "A run that did not end well", "Import the log of a complete run."),
        new("CB1104", Severity.Error, "A model is not known", "Map its name with --model-map, or add it to models.csv."),
        new("CB1105", Severity.Error, "Nothing could be mapped", "Map the names of use cases and metrics with --mapping."),
        new("CB1106", Severity.Error, "No benchmark is named", "Name it with --benchmark."),
        new("CB1107", Severity.Error, "A benchmark, release, use case or method is not known", "Use a name of data/benchmarks."),
        new("CB1108", Severity.Error, "Nobody is named who ran it", "Name them with --submitted-by."),
        new("CB1109", Severity.Error, "No source is named", "Name the address of the results with --source-url."),
        new("CB1110", Severity.Error, "The source is no https address", "Write the whole address, beginning with https://."),
        new("CB1111", Severity.Error, "A figure stands twice", "Import one of the two, or tell them apart with --variant."),
        new("CB1112", Severity.Error, "A rating stands twice", "One rater judges one response once."),
        new("CB1113", Severity.Error, "A text is not read as a figure", "Write the number alone, or as the format does."),
        new("CB1114", Severity.Error, "A figure is out of range", "Check the figure and its unit."),
        new("CB1115", Severity.Error, "No file to import", "Name a file, or a folder with files of the format."),
        new("CB1116", Severity.Warning, "The release is frozen", "Import into a draft release."),
        new("CB1117", Severity.Error, "A table without a mapping", "Give a mapping file with --mapping."),
        new("CB1118", Severity.Error, "A mapping names something unknown", "Use the names of data/README.md."),
        new("CB1119", Severity.Error, "Two files are one submission", "Tell them apart with --variant, or import them apart."),
        new("CB1120", Severity.Error, "The submission is there already", "Use --replace, or tell the new one apart with --variant."),
        new("CB1121", Severity.Error, "A spread or interval that cannot be", "Correct it in the file."),
        new("CB1126", Severity.Error, "A file of another kind", "Convert it, or use the command that the message names."),
        new("CB1127", Severity.Error, "The model is not named", "Name it with --model."),
        new("CB1128", Severity.Error, "An archive that cannot be read", "Convert the log to JSON."),
    ];
}
