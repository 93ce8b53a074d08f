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

        var svg = new SvgWriter(256);
        svg.Write($"<svg class=\"dots\" width=\"{pitch * Math.Max(1, columns)}\" height=\"{Math.Max(pitch, pitch * lines)}\" ");
        svg.Write($"role=\"img\" aria-label=\"{PlainText.OneLine(text)}\"><title>{PlainText.OneLine(text)}</title>");
        WriteFilled(svg, covered, pitch, radius);
        WriteHollow(svg, covered, pitch, radius - 0.5);
        svg.Write($"</svg>");
        return svg.ToString();
    }

    /// <summary>Lines of no length with round ends: seven bytes a dot, and most boards are mostly filled.</summary>
    private static void WriteFilled(SvgWriter svg, ImmutableArray<bool> covered, double pitch, double radius)
    {
        if (!covered.Contains(true))
        {
            return;
        }

        svg.Write($"<path class=\"f\" stroke-width=\"{2 * radius}\" d=\"");
        foreach (var (i, _) in covered.Index().Where(dot => dot.Item))
        {
            svg.Write($"M{pitch * (i % PerLine) + pitch / 2} {pitch * (i / PerLine) + pitch / 2}h0");
        }

        svg.Write($"\"/>");
    }

    private static void WriteHollow(SvgWriter svg, ImmutableArray<bool> covered, double pitch, double radius)
    {
        if (!covered.Contains(false))
        {
            return;
        }

        svg.Write($"<path class=\"o\" d=\"");
        foreach (var (i, _) in covered.Index().Where(dot => !dot.Item))
        {
            svg.Write($"M{pitch * (i % PerLine) + pitch / 2 - radius} {pitch * (i / PerLine) + pitch / 2}");
            svg.Write($"a{radius} {radius} 0 1 1 {2 * radius} 0a{radius} {radius} 0 1 1 {-2 * radius} 0z");
        }

        svg.Write($"\"/>");
    }
}
