using System.Collections.Immutable;

namespace CrmBench.Site.Charts;

/// <summary>One row of a <see cref="DistributionChart"/>.</summary>
/// <param name="Name">What was rated, such as a metric.</param>
/// <param name="Counts">Number of ratings of each grade, lowest grade first, as many as the chart has grades.</param>
internal sealed record DistributionRow(string Name, ImmutableArray<int> Counts);
