using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>The bands a cost falls in; one band, or several where use cases differ and bands are as published.</summary>
/// <param name="Lowest">Position of the cheapest band, from 0.</param>
/// <param name="Highest">Position of the dearest band, from 0, not below <paramref name="Lowest"/>.</param>
public sealed record TierSpan(int Lowest, int Highest)
{
    /// <summary>The band whose bounds hold a cost; null without bands or cost.</summary>
    internal static TierSpan? ByBounds(Tiers? tiers, Estimate? cost) =>
        tiers is null || cost is null ? null : new TierSpan(tiers.IndexFor(cost.Value), tiers.IndexFor(cost.Value));
}
