namespace CrmBench.Site.Charts.Drawing;

/// <summary>Path data of intervals: a line with a cap at each end, or with an arrowhead where the interval runs off the scale.</summary>
internal static class WhiskerPath
{
    private const double ArrowLength = 3;

    /// <summary>An interval along a horizontal scale.</summary>
    /// <param name="svg">Where the path data goes; the caller writes the element around it.</param>
    /// <param name="scale">The scale, growing rightwards or leftwards.</param>
    /// <param name="whisker">The interval; one with a NaN end draws nothing.</param>
    /// <param name="y">Height of the line.</param>
    /// <param name="cap">Half the length of a cap; 0 leaves caps out.</param>
    public static void Horizontal(SvgWriter svg, Scale scale, Whisker whisker, double y, double cap)
    {
        if (double.IsNaN(whisker.Low) || double.IsNaN(whisker.High))
        {
            return;
        }

        var (from, to) = (scale.At(whisker.Low), scale.At(whisker.High));
        svg.Write($"M{from} {y}H{to}");
        HorizontalEnd(svg, from, Math.Sign(scale.Start - scale.End), whisker.Low < scale.Low, y, cap);
        HorizontalEnd(svg, to, Math.Sign(scale.End - scale.Start), whisker.High > scale.High, y, cap);
    }

    /// <summary>An interval along a vertical scale.</summary>
    /// <inheritdoc cref="Horizontal"/>
    /// <param name="svg">Where the path data goes.</param>
    /// <param name="scale">The scale, growing upwards or downwards.</param>
    /// <param name="whisker">The interval.</param>
    /// <param name="x">Place of the line.</param>
    /// <param name="cap">Half the length of a cap; 0 leaves caps out.</param>
    public static void Vertical(SvgWriter svg, Scale scale, Whisker whisker, double x, double cap)
    {
        if (double.IsNaN(whisker.Low) || double.IsNaN(whisker.High))
        {
            return;
        }

        var (from, to) = (scale.At(whisker.Low), scale.At(whisker.High));
        svg.Write($"M{x} {from}V{to}");
        VerticalEnd(svg, x, Math.Sign(scale.Start - scale.End), whisker.Low < scale.Low, from, cap);
        VerticalEnd(svg, x, Math.Sign(scale.End - scale.Start), whisker.High > scale.High, to, cap);
    }

    private static void HorizontalEnd(SvgWriter svg, double x, int outward, bool clipped, double y, double cap)
    {
        if (clipped)
        {
            svg.Write($"M{x - outward * ArrowLength} {y - ArrowLength}L{x} {y}l{-outward * ArrowLength} {ArrowLength}");
        }
        else if (cap > 0)
        {
            svg.Write($"M{x} {y - cap}v{2 * cap}");
        }
    }

    private static void VerticalEnd(SvgWriter svg, double x, int outward, bool clipped, double y, double cap)
    {
        if (clipped)
        {
            svg.Write($"M{x - ArrowLength} {y - outward * ArrowLength}L{x} {y}l{ArrowLength} {-outward * ArrowLength}");
        }
        else if (cap > 0)
        {
            svg.Write($"M{x - cap} {y}h{2 * cap}");
        }
    }
}
