using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>One row of a <see cref="ForestChart"/>: how far something lies from the reference.</summary>
/// <param name="Name">Name for readers.</param>
/// <param name="Difference">The difference, or null where it is not known.</param>
/// <param name="Interval">Interval of the difference, or null.</param>
internal sealed record ForestRow(string Name, double? Difference, Whisker? Interval);
