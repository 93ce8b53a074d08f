using System.Collections.Immutable;
using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>One row of a <see cref="PercentileChart"/>.</summary>
/// <param name="Name">Name of the model or the profile.</param>
/// <param name="Values">One value a percentile, in the chart's order; null where it is not known.</param>
/// <param name="Strong">Whether it is the row the page is about.</param>
internal sealed record PercentileRow(string Name, ImmutableArray<double?> Values, bool Strong = false)
{
    /// <summary>One interval a percentile, in the chart's order, null where it has none; empty where nobody knows any.</summary>
    public ImmutableArray<Whisker?> Intervals { get; init; } = [];

    /// <summary>What stands beside the figures in the chart's data, such as the number of calls.</summary>
    public string Remark { get; init; } = "";
}
