using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>A drawing of figures: a value that renders to SVG markup, the same bytes on every machine.</summary>
/// <param name="Frame">What stands around its marks.</param>
internal abstract record Chart(ChartFrame Frame)
{
    private const int NarrowWidth = 320;
    private const int WideWidth = 600;
    private const double LineHeight = 18;

    /// <summary>The chart as one <c>svg</c> element of the frame's width.</summary>
    public string Render()
    {
        var svg = new SvgWriter();
        Write(svg, "chart");
        return svg.ToString();
    }

    /// <summary>
    /// The chart drawn twice, for a narrow and for a wide column; the style sheet shows the one that fits its container.
    /// For the main column of a page, which is a phone's or a desk's. The frame's width is not used.
    /// </summary>
    public string RenderFitting()
    {
        var svg = new SvgWriter();
        svg.Write($"""<div class="chart-fit">""");
        WithFrame(Frame with { Id = Frame.Id + "-n", Width = NarrowWidth }).Write(svg, "chart chart-narrow");
        WithFrame(Frame with { Id = Frame.Id + "-w", Width = WideWidth }).Write(svg, "chart chart-wide");
        svg.Write($"</div>");
        return svg.ToString();
    }

    /// <summary>The figures behind the drawing, in the same order.</summary>
    public abstract ChartTable ToTable();

    /// <summary>The laid-out marks, or null where there is nothing to draw.</summary>
    internal abstract ChartDrawing? Draw();

    private Chart WithFrame(ChartFrame frame) => this with { Frame = frame };

    private void Write(SvgWriter svg, string classes)
    {
        if (Draw() is not { } drawing)
        {
            WriteEmpty(svg, classes);
            return;
        }

        Open(svg, classes, drawing.Height);
        drawing.Marks(svg);
        svg.Write($"</svg>");
    }

    private void WriteEmpty(SvgWriter svg, string classes)
    {
        var lines = TextWidth.Lines(PlainText.OneLine(Frame.Empty), ChartType.Tick, Frame.Width - 32);
        Open(svg, classes + " chart-empty", lines.Length * LineHeight + 36);
        svg.Write($"""<g class="chart-note" text-anchor="middle">""");
        for (var i = 0; i < lines.Length; i++)
        {
            svg.Write($"""<text x="{Frame.Width / 2.0}" y="{18 + LineHeight * (i + 1) - 5}">{lines[i]}</text>""");
        }

        svg.Write($"</g></svg>");
    }

    private void Open(SvgWriter svg, string classes, double height)
    {
        svg.Write($"""<svg class="{classes}" viewBox="0 0 {Frame.Width} {height}" width="{Frame.Width}" height="{height}" """);
        svg.Write($"""role="img" aria-labelledby="{Frame.Id}-t" aria-describedby="{Frame.Id}-d">""");
        svg.Write($"""<title id="{Frame.Id}-t">{PlainText.OneLine(Frame.Title)}</title>""");
        svg.Write($"""<desc id="{Frame.Id}-d">{PlainText.OneLine(Frame.Description)}</desc>""");
    }
}
