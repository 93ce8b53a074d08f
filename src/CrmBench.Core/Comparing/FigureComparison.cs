using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Comparing;

/// <summary>Something in two states of the data; at least one of them is there.</summary>
/// <param name="Before">As it was; null where it is new.</param>
/// <param name="After">As it is; null where it is gone.</param>
public sealed record Change<T>(T? Before, T? After)
    where T : class
{
    /// <summary>The newer state there is.</summary>
    public T Latest => After ?? Before!;
}

/// <summary>A dimension or a metric of a row that differs.</summary>
public sealed record FigureChange
{
    /// <summary>The dimension, as it is or was.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>The metric, as it is or was; null for the dimension itself.</summary>
    public Metric? Metric { get; init; }

    /// <summary>The figure as it was, or null.</summary>
    public Estimate? Before { get; init; }

    /// <summary>The figure as it is, or null.</summary>
    public Estimate? After { get; init; }

    /// <summary>How many use cases had it, of how many.</summary>
    public Coverage? CoverageBefore { get; init; }

    /// <summary>How many use cases have it, of how many.</summary>
    public Coverage? CoverageAfter { get; init; }

    /// <summary>The bands of cost it fell in, or null.</summary>
    public TierSpan? TierBefore { get; init; }

    /// <summary>The bands of cost it falls in, or null.</summary>
    public TierSpan? TierAfter { get; init; }

    /// <summary>What the numbers are.</summary>
    public PrintedUnit Printed => Metric?.Printed ?? Dimension.Printed;

    /// <summary>Whether value or interval differ.</summary>
    public bool IsOfFigure => !SameFigures.Are(Before, After);

    /// <summary>Whether it covers another number of use cases, or another part of them.</summary>
    public bool IsOfCoverage => (CoverageBefore?.Count, CoverageBefore?.Total) != (CoverageAfter?.Count, CoverageAfter?.Total);

    /// <summary>Whether the band of cost differs.</summary>
    public bool IsOfTier => TierBefore != TierAfter;
}

/// <summary>Compares the figures of a row: its dimensions, their metrics and the metrics' parts.</summary>
internal static class FigureComparison
{
    /// <summary>The figures that differ; none where the row came or went.</summary>
    public static ImmutableArray<FigureChange> Between(Change<LeaderboardRow> row) => row is { Before: { } before, After: { } after }
        ?
        [
            .. SharedChanges.Pairs(before.Dimensions, after.Dimensions, score => score.Dimension.Id)
                .SelectMany(Figures)
                .Where(figure => figure.IsOfFigure || figure.IsOfCoverage || figure.IsOfTier),
        ]
        : [];

    private static IEnumerable<FigureChange> Figures(Change<DimensionScore> score)
    {
        yield return new FigureChange
        {
            Dimension = score.Latest.Dimension,
            Before = score.Before?.Estimate,
            After = score.After?.Estimate,
            CoverageBefore = score.Before?.Coverage,
            CoverageAfter = score.After?.Coverage,
            TierBefore = score.Before?.Tier,
            TierAfter = score.After?.Tier,
        };
        foreach (var metric in SharedChanges.Pairs(AllMetrics(score.Before), AllMetrics(score.After), metric => metric.Metric.Id))
        {
            yield return new FigureChange
            {
                Dimension = score.Latest.Dimension,
                Metric = metric.Latest.Metric,
                Before = metric.Before?.Estimate,
                After = metric.After?.Estimate,
                CoverageBefore = metric.Before?.Coverage,
                CoverageAfter = metric.After?.Coverage,
            };
        }
    }

    private static IEnumerable<MetricScore> AllMetrics(DimensionScore? score) =>
        (score?.Metrics ?? []).SelectMany(metric => metric.Parts.Prepend(metric));
}

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
