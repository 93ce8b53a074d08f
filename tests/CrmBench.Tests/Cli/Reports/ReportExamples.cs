using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Tests.Cli.Reports;

internal static class ReportExamples
{
    public static Uri Site { get; } = new("https://example.org/board/");

    public static ImmutableArray<Diagnostic> Mixed { get; } =
    [
        new("CB0102", Severity.Error, new SourcePlace("data/models.csv"), "The file is empty."),
        new("CB0713", Severity.Error, new SourcePlace("data/ratings.csv", 3, 19), "Rating 5 is off the scale 1-4. Use a value from 1 to 4."),
        new("CB0805", Severity.Warning, new SourcePlace("data/ratings.csv", 7), "Rater 'r1' gives always the same value."),
    ];

    public static Diagnostic Hostile { get; } =
        new("CB0101", Severity.Error, new SourcePlace("data/a b#?.csv", 1, 1), "A \"quoted\" </script>\n\u202E\\ name");
}
