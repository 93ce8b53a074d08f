using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Cli.Reports;

/// <summary>Blanks that say the same, told once a file: a new table has dozens of them, and one cure.</summary>
internal static class EqualBlanks
{
    private const string Blank = "CB0933";

    /// <summary>The diagnostics in their order; of equal blanks in one file only the first, which says how many more there are.</summary>
    public static ImmutableArray<Diagnostic> Together(ImmutableArray<Diagnostic> diagnostics)
    {
        var places = diagnostics.Where(diagnostic => diagnostic.Code == Blank).ToLookup(Key);
        return
        [
            .. diagnostics
                .Where(diagnostic => diagnostic.Code != Blank || ReferenceEquals(places[Key(diagnostic)].First(), diagnostic))
                .Select(diagnostic => diagnostic.Code == Blank ? With(diagnostic, [.. places[Key(diagnostic)]]) : diagnostic),
        ];
    }

    private static (string Path, string Message) Key(Diagnostic diagnostic) => (diagnostic.Place.Path, diagnostic.Message);

    private static Diagnostic With(Diagnostic first, ImmutableArray<Diagnostic> equal) => equal.Length == 1
        ? first
        : first with { Message = $"{first.Message} The same in {Wording.Places(equal.Length - 1)}, down to line {equal[^1].Place.Line}." };
}
