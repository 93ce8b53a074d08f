using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

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
    internal TierSpan? Band { get; init; }

    /// <summary>What the band belongs to, seen from the use case.</summary>
    internal Belonging BandBelonging { get; init; }
}
