using System.Collections.Immutable;
using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>One dot a use case: filled where it was measured, hollow where not.</summary>
internal static class CoverageDots
{
    private const int PerLine = 15;

    /// <summary>The dots as one <c>svg</c> element, fifteen a line.</summary>
    /// <param name="covered">Whether each use case was measured, in the order of display.</param>
    /// <param name="text">The same in words, such as "2 of 4 use cases: Airline, Retail".</param>
    public static string Render(ImmutableArray<bool> covered, string text)
    {
        // Many use cases take smaller dots, so that four lines still fit in a row of the board.
        var small = covered.Length > PerLine;
        var (pitch, radius) = small ? (6.0, 2.0) : (9.0, 3.0);
        var lines = (covered.Length + PerLine - 1) / PerLine;
        var columns = Math.Min(covered.Length, PerLine);

        var svg = new SvgWriter();
        svg.Write($"<svg class=\"dots\" width=\"{pitch * Math.Max(1, columns)}\" height=\"{Math.Max(pitch, pitch * lines)}\" ");
        svg.Write($"role=\"img\" aria-label=\"{PlainText.OneLine(text)}\"><title>{PlainText.OneLine(text)}</title>");
        WriteDots(svg, covered, true, pitch, radius);
        WriteDots(svg, covered, false, pitch, radius - 0.5);
        svg.Write($"</svg>");
        return svg.ToString();
    }

    private static void WriteDots(SvgWriter svg, ImmutableArray<bool> covered, bool filled, double pitch, double radius)
    {
        if (!covered.Contains(filled))
        {
            return;
        }

        svg.Write($"<path class=\"{(filled ? "f" : "o")}\" d=\"");
        for (var i = 0; i < covered.Length; i++)
        {
            if (covered[i] == filled)
            {
                var x = pitch * (i % PerLine) + pitch / 2 - radius;
                var y = pitch * (i / PerLine) + pitch / 2;
                svg.Write($"M{x} {y}a{radius} {radius} 0 1 1 {2 * radius} 0a{radius} {radius} 0 1 1 {-2 * radius} 0z");
            }
        }

        svg.Write($"\"/>");
    }
}
