namespace CrmBench.Site.Charts.Drawing;

/// <summary>A labelled place on an axis.</summary>
/// <param name="Position">In pixels.</param>
/// <param name="LabelAt">Middle of its label, in pixels; differs where the label would leave the chart.</param>
/// <param name="Text">The label.</param>
internal sealed record Tick(double Position, double LabelAt, string Text);
