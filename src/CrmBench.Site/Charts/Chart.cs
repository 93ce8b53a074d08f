using System.Collections.Immutable;

namespace CrmBench.Site.Charts;

/// <summary>What every chart has around its marks.</summary>
/// <param name="Id">Unique on the page; the ids of title and description derive from it. Letters, digits and hyphens.</param>
/// <param name="Title">What the chart is called by a screen reader; the page shows its own heading.</param>
/// <param name="Description">What there is to see, in one or two sentences.</param>
/// <param name="Empty">What stands in its place when there is nothing to draw.</param>
internal sealed record ChartFrame(string Id, string Title, string Description, string Empty)
{
    /// <summary>
    /// Width in pixels, at least 240. Text keeps its size whatever the width, so a chart is drawn for the room it gets, not scaled to it.
    /// </summary>
    public int Width { get; init; } = 340;

    /// <summary>Heading of the names of rows in the chart's data.</summary>
    public string Subject { get; init; } = "Row";
}

/// <summary>The data of a chart, for readers who cannot see it or want the figures.</summary>
/// <param name="Headers">Headings; the first column names the row.</param>
/// <param name="Rows">One list of cells a row, as long as the headings. What is missing is a dash.</param>
internal sealed record ChartTable(ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>A laid-out chart.</summary>
/// <param name="Height">Height in pixels.</param>
/// <param name="Marks">Writes everything inside the <c>svg</c> element.</param>
internal sealed record ChartDrawing(double Height, Action<SvgWriter> Marks);

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

/// <summary>The few words that charts add to what they are given.</summary>
internal static class ChartWords
{
    /// <summary>Between the ends of an interval.</summary>
    public const string To = "to";

    /// <summary>In place of a value that is missing.</summary>
    public const string Missing = "—";

    /// <summary>Heading of the lower end of an interval.</summary>
    public const string Low = "Low";

    /// <summary>Heading of the upper end of an interval.</summary>
    public const string High = "High";

    /// <summary>Heading of a value whose metric stands in the row.</summary>
    public const string Value = "Value";

    /// <summary>Heading of what a coefficient of agreement means.</summary>
    public const string Verdict = "Verdict";

    /// <summary>Heading that tells complete rows from partial ones.</summary>
    public const string Coverage = "Coverage";

    /// <summary>A row measured on everything.</summary>
    public const string Complete = "complete";

    /// <summary>A row measured on a part.</summary>
    public const string Partial = "partial";

    /// <summary>The better end of an axis.</summary>
    public const string Better = "better";

    /// <summary>The worse end of an axis.</summary>
    public const string Worse = "worse";

    /// <summary>The line through the points that no other beats.</summary>
    public const string Frontier = "frontier";

    /// <summary>A row measured on everything that no other beats.</summary>
    public const string OnFrontier = $"{Complete}, on the {Frontier}";

    /// <summary>Said of an axis whose steps are ratios.</summary>
    public const string LogScale = "log scale";
}
