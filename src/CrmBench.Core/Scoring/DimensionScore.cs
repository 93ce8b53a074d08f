using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>A metric over the use cases of a board.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Estimate">Mean over the covered use cases; null where none is covered.</param>
/// <param name="Coverage">Which use cases have it.</param>
/// <param name="Parts">The metric's parts, if it has any.</param>
public sealed record MetricScore(Metric Metric, Estimate? Estimate, Coverage Coverage, ImmutableArray<MetricScore> Parts);

/// <summary>A dimension in one use case.</summary>
/// <param name="UseCase">The use case.</param>
/// <param name="Estimate">Mean of the counted metrics; null where one of them is missing.</param>
/// <param name="Cells">All metrics, in the dimension's order.</param>
/// <param name="Tier">Band of cost, or null.</param>
/// <param name="UsdPerYear">Cost at the use case's yearly calls in US dollars, or null.</param>
public sealed record UseCaseScore(
    UseCase UseCase,
    Estimate? Estimate,
    ImmutableArray<Cell> Cells,
    TierSpan? Tier,
    double? UsdPerYear)
{
    /// <summary>How often each grade was given, over the counted metrics; null without single grades.</summary>
    public RatingDistribution? Grades { get; init; }

    /// <summary>What the estimate is a mixture of; null where a counted metric is missing.</summary>
    internal Mixture? Mixture { get; init; }

    /// <summary>The band of cost that its source printed, or null.</summary>
    public TierSpan? Band { get; init; }

    /// <summary>What the band belongs to, seen from the use case.</summary>
    internal Belonging BandBelonging { get; init; }
}

/// <summary>The bands a cost falls in; one band, or several where use cases differ and bands are as published.</summary>
/// <param name="Lowest">Position of the cheapest band, from 0.</param>
/// <param name="Highest">Position of the dearest band, from 0, not below <paramref name="Lowest"/>.</param>
public sealed record TierSpan(int Lowest, int Highest)
{
    /// <summary>The band whose bounds hold a cost; null without bands or cost.</summary>
    internal static TierSpan? ByBounds(Tiers? tiers, Estimate? cost) =>
        tiers is null || cost is null ? null : new TierSpan(tiers.IndexFor(cost.Value), tiers.IndexFor(cost.Value));
}

/// <summary>A dimension of one row.</summary>
public sealed record DimensionScore
{
    /// <summary>The dimension.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>
    /// Mean over the covered use cases of the mean of the counted metrics; null where no use case has all of them.
    /// Where <see cref="Coverage"/> is not complete it is partial and must be shown so.
    /// </summary>
    public required Estimate? Estimate { get; init; }

    /// <summary>Which use cases have all counted metrics.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>The metrics over the use cases, in the dimension's order.</summary>
    public required ImmutableArray<MetricScore> Metrics { get; init; }

    /// <summary>The use cases, in the order of the board.</summary>
    public required ImmutableArray<UseCaseScore> UseCases { get; init; }

    /// <summary>Bands of cost; null without, and for a cost that covers some use cases only or does not belong to the row.</summary>
    public TierSpan? Tier { get; init; }

    /// <summary>
    /// The bands that the sources printed, to be quoted as theirs; null where one use case has none, and for bands of another run. Where bands
    /// are as published it is the <see cref="Tier"/>.
    /// </summary>
    public TierSpan? PublishedBand { get; init; }

    /// <summary>How timed calls ended; null where none were timed.</summary>
    public CallCounts? Calls { get; init; }

    /// <summary>How the single grades spread; null without single grades of every covered use case.</summary>
    public GradeSpread? Grades { get; init; }

    /// <summary>What the estimate is a mixture of, for comparisons with other rows; null where there is none.</summary>
    internal Mixture? Mixture { get; init; }

    /// <summary>
    /// Whether the figure may be held against those of other rows: it covers all use cases of the board and belongs to the row.
    /// </summary>
    public bool IsComparable => Coverage.IsComplete && Estimate is { Belonging: Belonging.Row };

    /// <summary>Whether some but not all use cases are covered.</summary>
    public bool IsPartial => !Coverage.IsEmpty && !Coverage.IsComplete;
}
