using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Entries;
using CrmBench.Data.Values;

namespace CrmBench.Import.Kernel;

/// <summary>
/// What can be wrong with a file to import, one factory each; the codes' group is 11. They never come from <c>data/</c>, so they
/// stand apart from <see cref="Problems"/>.
/// </summary>
public static class ImportProblems
{
    /// <summary>Code of a file of another kind; in a folder such a file is passed over.</summary>
    internal const string AnotherKindCode = "CB1126";

    // As many columns as one line of a message bears.
    private const int MostNamed = 12;

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

    /// <summary>A table of which a board cannot be proposed, because no column names models. Example: a table of dates and prices.</summary>
    internal static Diagnostic NoModels(SourcePlace header, string? named, IEnumerable<string> columns) =>
        New("CB1150", header, named is null
            ? $"No column is called 'model' or alike, so it is not clear whose results these are. Name it with --model-column; there are {Columns(columns)}."
            : $"There is no column '{named}'. Name one of {Columns(columns)} with --model-column.");

    /// <summary>A table of which a board cannot be proposed, because no column holds figures that a board shows.</summary>
    internal static Diagnostic NoFigures(SourcePlace header, IEnumerable<string> leftOut) =>
        New("CB1151", header, "No column holds figures of a measure " +
            $"({string.Join("; ", leftOut.Take(MostNamed))}). Correct the table, or write a mapping for 'crmbench import csv'.");

    private static string Columns(IEnumerable<string> names) => string.Join(", ", names.Take(MostNamed).Select(Quoted));

    /// <summary>A submission that an import would replace.</summary>
    /// <param name="folder">Path of its folder.</param>
    public static Diagnostic SubmissionExists(string folder) =>
        New("CB1120", new SourcePlace(folder),
            "This submission is there already. Join them with --replace, which replaces only what is imported, or tell the new one apart with --variant.");

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
            $"Map it to one with a line in the model map, or add it, with --add-models or by hand: {model.Row}");

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
            $"Import into a draft, which 'crmbench new release --benchmark {benchmark}' makes, unless this is a correction.");

    /// <summary>The format needs a mapping file.</summary>
    internal static Diagnostic MappingMissing(SourcePlace place) =>
        New("CB1117", place, "A table can only be read with a mapping file that names its columns. Give one with --mapping; 'crmbench import csv --help' shows three.");

    /// <summary>A mapping that names a table, or a column of ours, that there is not.</summary>
    internal static Diagnostic MappingUnknown(Located<string> name, string what, IReadOnlyList<string> known) =>
        New("CB1118", name.Place, $"There is no {what} {Quoted(name.Value)}. " +
            NearestName.Hint(name.Value, known, $"Known are {string.Join(", ", known)}."));

    /// <summary>Nobody said who judged. Example: grades of a table, of a metric that people and programs judge.</summary>
    /// <param name="place">The first figure.</param>
    /// <param name="metrics">Identifiers of the metrics.</param>
    /// <param name="methods">The methods to choose from.</param>
    internal static Diagnostic MethodNotSaid(SourcePlace place, IEnumerable<string> metrics, IReadOnlyList<Method> methods) =>
        New("CB1140", place, $"Nothing here says who judged {string.Join(", ", metrics.Select(metric => $"'{metric}'"))}: " +
            $"{string.Join(" or ", methods.Select(method => $"{method.Id} ({(method.JudgedBy == JudgedBy.People ? "people" : "programs or models")})"))}. " +
            $"Say it with --method {methods[0].Id}, or in the mapping: \"constants\": {{ \"method\": \"{methods[0].Id}\" }}.");

    /// <summary>A model that cannot be added as it is.</summary>
    internal static Diagnostic ModelNotAdded(Located<string> name, string why) =>
        New("CB1141", name.Place, $"The model {Quoted(name.Value)} cannot be added: {why}");

    /// <summary>A mapping that names a column of a table which the table lacks, or has twice.</summary>
    /// <param name="column">The column, with its place in the mapping.</param>
    /// <param name="header">The names that the table has.</param>
    /// <param name="table">The place of its header.</param>
    /// <param name="delimiter">What the mapping says stands between fields.</param>
    internal static Diagnostic MappedColumn(Located<string> column, IReadOnlyList<string> header, SourcePlace table, char delimiter)
    {
        var others = ";,\t|".Where(other => other != delimiter && header.Count == 1 && header[0].Contains(other, StringComparison.Ordinal)).ToList();
        return New("CB1142", column.Place, header.Count(name => name == column.Value) > 1
            ? $"The table has the column {Quoted(column.Value)} more than once ({table}). Give one of them another name."
            : others.Count > 0
                ? $"The fields of the table are not separated as the mapping says ({table}). " +
                    $"Correct the mapping: \"delimiter\": \"{(others[0] == '\t' ? "tab" : others[0])}\"."
                : $"The table has no column {Quoted(column.Value)} ({table}). Correct the mapping: " +
                    NearestName.Hint(column.Value, header, $"the columns are {string.Join(", ", header.Where(name => name.Length > 0).Take(20).Select(Quoted))}."));
    }

    /// <summary>A text in a mapped column of numbers that is none. Example: <c>3,5</c> where the decimal sign is a point.</summary>
    internal static Diagnostic MappedNumber(Located<string> text, string cure) =>
        New("CB1143", text.Place, $"{Quoted(text.Value)} is not read as a number. {cure}");

    /// <summary>A mapping that cannot be followed. Example: shares of a grade.</summary>
    internal static Diagnostic MappingContradicts(SourcePlace place, string what) =>
        New("CB1144", place, $"{what} Correct the mapping.");

    /// <summary>A workbook that is none, or cannot be read.</summary>
    internal static Diagnostic WorkbookNotRead(SourcePlace place, string why) => New("CB1145", place, why);

    /// <summary>A sheet that there is not, or none named among several.</summary>
    internal static Diagnostic SheetNotNamed(SourcePlace place, string? name, IReadOnlyList<string> sheets) =>
        New("CB1147", place, (name is null ? "The mapping does not say which sheet of the workbook is meant. " : $"The workbook has no sheet {Quoted(name)}. ") +
            $"Correct the mapping: \"sheet\" is one of {string.Join(", ", sheets.Select(Quoted))}.");

    /// <summary>A method that a metric does not have. Example: grades by <c>measured</c>.</summary>
    internal static Diagnostic MethodDoesNotFit(Located<string> method, Metric metric) =>
        New("CB1146", method.Place, $"'{metric.Id}' is not judged by {Quoted(method.Value)}, but by {string.Join(" or ", metric.Methods)}. " +
            $"Name one of these, for this metric alone beside its column: \"{metric.Id}\": {{ \"column\": ..., \"method\": \"{metric.Methods[0]}\" }}.");

    /// <summary>A submission that is there already and cannot be joined with what is imported.</summary>
    internal static Diagnostic CannotJoin(SourcePlace place, string why) => New("CB1148", place, why);

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
        new("CB1116", Severity.Warning, "The release is frozen", "Import into a draft release; crmbench new release makes one."),
        new("CB1117", Severity.Error, "A table without a mapping", "Give a mapping file with --mapping."),
        new("CB1118", Severity.Error, "A mapping names something unknown", "Use the names of data/README.md."),
        new("CB1119", Severity.Error, "Two files are one submission", "Tell them apart with --variant, or import them apart."),
        new("CB1120", Severity.Error, "The submission is there already", "Use --replace, which replaces only what is imported, or tell the new one apart with --variant."),
        new("CB1121", Severity.Error, "A spread or interval that cannot be", "Correct it in the file."),
        new("CB1126", Severity.Error, "A file of another kind", "Convert it, or use the command that the message names."),
        new("CB1127", Severity.Error, "The model is not named", "Name it with --model."),
        new("CB1128", Severity.Error, "An archive that cannot be read", "Convert the log to JSON."),
        new("CB1140", Severity.Error, "Nobody said who judged", "Say it with --method, or in the mapping."),
        new("CB1141", Severity.Error, "A model cannot be added", "Say its provider, or map it with --model-map."),
        new("CB1142", Severity.Error, "A mapped column is not in the table", "Correct the mapping."),
        new("CB1143", Severity.Error, "A text in a mapped column is no number", "Say in the mapping how numbers are written."),
        new("CB1144", Severity.Error, "A mapping contradicts itself", "Correct the mapping."),
        new("CB1145", Severity.Error, "A workbook cannot be read", "Save it as .xlsx without a password, or as CSV."),
        new("CB1146", Severity.Error, "A method does not fit its metric", "Name one of the metric's methods."),
        new("CB1147", Severity.Error, "The sheet of a workbook is not known", "Name it in the mapping, under sheet."),
        new("CB1148", Severity.Error, "An import cannot be joined with what is there", "Import it as another variant."),
        new("CB1150", Severity.Error, "No column of the table names models", "Name it with --model-column."),
        new("CB1151", Severity.Error, "No column of the table holds figures that a board shows", "Correct the table, or write a mapping."),
    ];
}
