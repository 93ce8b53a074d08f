using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>
/// The small bar beside a score in a table: a bar from the scale's lower end to the score and the interval over its end. Hidden from
/// screen readers, since the number and the half-width stand beside it.
/// </summary>
/// <param name="Least">Value at the left end; the same in all rows, so that bars compare.</param>
/// <param name="Most">Value at the right end, above <paramref name="Least"/>.</param>
internal sealed record IntervalBar(double Least, double Most)
{
    private const int Width = 96;
    private const double Middle = 6;

    /// <summary>The bar as one <c>svg</c> element of 96 by 12 pixels, about 200 bytes.</summary>
    /// <param name="value">The score; null leaves the track empty.</param>
    /// <param name="interval">Its interval, or null; ends beyond the scale are drawn as arrowheads.</param>
    /// <param name="partial">Whether the row was measured on a part only: drawn lighter.</param>
    public string Render(double? value, Whisker? interval, bool partial = false)
    {
        var svg = new SvgWriter(256);
        svg.Write($"<svg class=\"ibar{(partial ? " ibar-partial" : "")}\" width=\"96\" height=\"12\" aria-hidden=\"true\">");
        svg.Write($"""<path class="t" d="M0 6h96"/>""");
        if (value is { } known && double.IsFinite(known))
        {
            // The line ends keep inside the drawing, so that a cap at the very end is not cut in half.
            var scale = new LinearScale(Least, Most, 1, Width - 1);
            svg.Write($"""<path class="b" d="M0 6H{scale.At(known)}"/>""");
            if (interval is not null)
            {
                svg.Write($"<path class=\"i\" d=\"");
                WhiskerPath.Horizontal(svg, scale, interval, Middle, 3.5);
                svg.Write($"\"/>");
            }
        }

        svg.Write($"</svg>");
        return svg.ToString();
    }
}
