using System.Collections.Immutable;
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
