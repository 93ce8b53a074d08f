using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>A tier as rising bars, the first few filled. Hidden from screen readers: the tier's word stands beside it.</summary>
internal static class TierMark
{
    private const int BarWidth = 4;
    private const int Pitch = 6;
    private const double Height = 11;

    /// <summary>The mark as one <c>svg</c> element.</summary>
    /// <param name="level">Which tier, 1 for the cheapest, at most <paramref name="tiers"/>.</param>
    /// <param name="tiers">How many tiers there are, at least 1.</param>
    public static string Render(int level, int tiers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, tiers);

        var svg = new SvgWriter(256);
        svg.Write($"<svg class=\"tier-mark\" width=\"{Pitch * tiers}\" height=\"11\" aria-hidden=\"true\"><path d=\"");
        WriteBars(svg, 0, level, tiers);
        svg.Write($"\"/>");
        if (level < tiers)
        {
            svg.Write($"<path class=\"o\" d=\"");
            WriteBars(svg, level, tiers, tiers);
            svg.Write($"\"/>");
        }

        svg.Write($"</svg>");
        return svg.ToString();
    }

    private static void WriteBars(SvgWriter svg, int from, int to, int tiers)
    {
        for (var i = from; i < to; i++)
        {
            var height = tiers == 1 ? Height : 4 + (Height - 4) * i / (tiers - 1);
            svg.Write($"M{Pitch * i} 11v{-height}h{BarWidth}v{height}z");
        }
    }
}
