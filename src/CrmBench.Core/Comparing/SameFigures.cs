using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Comparing;

/// <summary>Whether two figures are the same for a reader.</summary>
internal static class SameFigures
{
    // Another row may change the order in which a sum is added up, and so its last bits; no source measures twelve digits.
    private const double Relative = 1e-9;
    private const double Smallest = 1e-12;

    public static bool Are(Estimate? first, Estimate? second) => (first, second) switch
    {
        (null, null) => true,
        ({ } one, { } other) => Are(one.Value, other.Value) && Are(one.Interval, other.Interval),
        _ => false,
    };

    private static bool Are(Interval? first, Interval? second) => (first, second) switch
    {
        (null, null) => true,
        ({ } one, { } other) => Are(one.Low, other.Low) && Are(one.High, other.High),
        _ => false,
    };

    private static bool Are(double first, double second) =>
        Math.Abs(first - second) <= Smallest + (Relative * Math.Max(Math.Abs(first), Math.Abs(second)));
}
