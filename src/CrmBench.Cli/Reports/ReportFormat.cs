using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;

namespace CrmBench.Cli.Reports;

/// <summary>How <c>crmbench check</c> prints what it found.</summary>
internal static class ReportFormat
{
    /// <summary>Lines for people, on the standard error.</summary>
    public const string Text = "text";

    /// <summary>A document for programs, on the standard output.</summary>
    public const string Json = "json";

    /// <summary>Workflow commands that GitHub shows beside the lines of a pull request.</summary>
    public const string GitHub = "github";

    /// <summary>A SARIF 2.1.0 log for code scanning.</summary>
    public const string Sarif = "sarif";

    /// <summary>All formats, the default first.</summary>
    public static string[] All => [Text, Json, GitHub, Sarif];
}

/// <summary>Blanks that say the same, told once a file: a new table has dozens of them, and one cure.</summary>
internal static class EqualBlanks
{
    /// <summary>The diagnostics in their order; of equal blanks in one file only the first, which says how many more there are.</summary>
    public static ImmutableArray<Diagnostic> Together(ImmutableArray<Diagnostic> diagnostics)
    {
        var places = diagnostics.Where(Problems.IsBlankLeft).ToLookup(Key);
        return
        [
            .. diagnostics
                .Where(diagnostic => !Problems.IsBlankLeft(diagnostic) || ReferenceEquals(places[Key(diagnostic)].First(), diagnostic))
                .Select(diagnostic => Problems.IsBlankLeft(diagnostic) ? With(diagnostic, [.. places[Key(diagnostic)]]) : diagnostic),
        ];
    }

    private static (string Path, string Message) Key(Diagnostic diagnostic) => (diagnostic.Place.Path, diagnostic.Message);

    private static Diagnostic With(Diagnostic first, ImmutableArray<Diagnostic> equal) => equal.Length == 1
        ? first
        : first with { Message = $"{first.Message} The same in {Wording.Places(equal.Length - 1)}, down to line {equal[^1].Place.Line}." };
}

/// <summary>Diagnostics as GitHub's workflow commands, which annotate the lines of a pull request.</summary>
internal static class GitHubReport
{
    /// <summary>One command: <c>::error file=data/x.csv,line=3,col=19,title=CB0202::message</c>.</summary>
    /// <remarks>
    /// GitHub's documentation, "Workflow commands for GitHub Actions". Percent signs and line ends are escaped everywhere,
    /// colons and commas in properties too, or a hostile file could give the runner commands of its own.
    /// </remarks>
    public static string Line(Diagnostic diagnostic)
    {
        var (path, line, column) = diagnostic.Place;
        var place = $"file={Property(path)}";
        if (line > 0)
        {
            place += string.Create(CultureInfo.InvariantCulture, $",line={line}");
        }

        if (column > 0)
        {
            place += string.Create(CultureInfo.InvariantCulture, $",col={column}");
        }

        var command = diagnostic.Severity == Severity.Error ? "error" : "warning";
        return $"::{command} {place},title={Property(diagnostic.Code)}::{Data(diagnostic.Message)}";
    }

    private static string Data(string text) => Printable.Of(text).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
