namespace CrmBench.Site.Charts.Drawing;

/// <summary>An interval to draw.</summary>
/// <param name="Low">Lower end; may be infinite or beyond the axis, then it is drawn clipped.</param>
/// <param name="High">Upper end, not below <paramref name="Low"/>; likewise.</param>
internal sealed record Whisker(double Low, double High);
