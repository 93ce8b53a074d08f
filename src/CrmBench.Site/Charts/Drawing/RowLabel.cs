namespace CrmBench.Site.Charts.Drawing;

/// <summary>The words of a row of a <see cref="RowPlot"/>.</summary>
/// <param name="Name">What the row is about.</param>
/// <param name="Value">Its figures in words, or empty.</param>
/// <param name="Strong">Whether it is the row the page is about.</param>
internal sealed record RowLabel(string Name, string Value, bool Strong = false);
