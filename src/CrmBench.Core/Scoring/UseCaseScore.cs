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
}
