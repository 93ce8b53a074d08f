using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>A laid-out chart.</summary>
/// <param name="Height">Height in pixels.</param>
/// <param name="Marks">Writes everything inside the <c>svg</c> element.</param>
internal sealed record ChartDrawing(double Height, Action<SvgWriter> Marks);
