using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>One metric in a <see cref="ProfileChart"/>: a model among the others.</summary>
/// <param name="Axis">The metric; every row has a scale of its own, from the field's worst value to its best.</param>
/// <param name="Value">The model's value, or null where it was not measured.</param>
/// <param name="Interval">Its interval, or null.</param>
/// <param name="Field">The values of all models on the board, this one included.</param>
internal sealed record ProfileRow(ChartAxis Axis, double? Value, Whisker? Interval, ProfileField Field);
