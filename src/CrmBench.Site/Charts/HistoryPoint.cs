using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>One release in a <see cref="HistoryChart"/>.</summary>
/// <param name="Release">Name of the release, such as "2026-08".</param>
/// <param name="Value">The value, or null where there was none: the line breaks.</param>
/// <param name="Interval">Its interval, or null.</param>
internal sealed record HistoryPoint(string Release, double? Value, Whisker? Interval);
