using System.Collections.Immutable;

namespace CrmBench.Site.Charts;

/// <summary>The words of a row of a <see cref="RowPlot"/>.</summary>
/// <param name="Name">What the row is about.</param>
/// <param name="Value">Its figures in words, or empty.</param>
/// <param name="Strong">Whether it is the row the page is about.</param>
internal sealed record RowLabel(string Name, string Value, bool Strong = false);

/// <summary>
/// The common form of charts with one row a thing: name, marks on a common scale, value. Where words are long the name and value stand
/// above the marks, so that neither is cut nor the scale squeezed; where not even both fit, the value stands beside the marks.
/// </summary>
internal sealed class RowPlot
{
    private const int NarrowBelow = 480;
    private const int TallFrom = 16;
    private const double NameLine = 17;
    private const double LeastShareOfMarks = 0.3;
    private const double BoldFactor = 1.12;

    private readonly int _width;
    private readonly ImmutableArray<RowLabel> _rows;
    private readonly double _marksHeight;
    private readonly double _nameRoom;
    private readonly bool _stacked;
    private readonly bool _nameAlone;

    /// <summary>Lays the rows out.</summary>
    /// <param name="width">Width of the chart in pixels.</param>
    /// <param name="rows">The rows' words, from the top.</param>
    /// <param name="marksHeight">Height the marks of a row need, in pixels.</param>
    /// <param name="head">Room above the rows, for a key or captions, in pixels.</param>
    public RowPlot(int width, ImmutableArray<RowLabel> rows, double marksHeight = 14, double head = 4)
    {
        (_width, _marksHeight) = (width, marksHeight);
        _rows = [.. rows.Select(row => row with
        {
            Name = PlainText.OneLine(row.Name),
            Value = TextWidth.Cut(row.Value, ChartType.Label, 0.45 * width),
        })];
        var longestName = _rows.Max(NameWidth);
        var longestValue = _rows.Max(row => TextWidth.Of(row.Value, ChartType.Label));
        var shareOfNames = width < NarrowBelow ? 0.36 : 0.42;
        var room = width - longestName - longestValue - 40;
        _stacked = longestName > shareOfNames * width || (width < NarrowBelow && room < LeastShareOfMarks * width);
        _nameAlone = _stacked && longestName > width - longestValue - 12;
        _nameRoom = _nameAlone ? width : _stacked ? width - longestValue - 12 : longestName;
        Left = _stacked ? 8 : Math.Ceiling(_nameRoom) + 20;
        Right = width - ((_stacked && !_nameAlone) || longestValue == 0 ? 8 : Math.Ceiling(longestValue) + 20);
        Top = head + (_rows.Length >= TallFrom ? 20 : 0);
        RowHeight = _stacked ? NameLine + marksHeight + 10 : Math.Max(24, marksHeight + 8);
    }

    /// <summary>Pixel where the marks begin.</summary>
    public double Left { get; }

    /// <summary>Pixel where the marks end.</summary>
    public double Right { get; }

    /// <summary>Upper edge of the first row.</summary>
    public double Top { get; }

    /// <summary>Lower edge of the last row.</summary>
    public double Bottom => Top + RowHeight * _rows.Length;

    /// <summary>Height of one row.</summary>
    public double RowHeight { get; }

    /// <summary>Middle of a row's marks.</summary>
    /// <param name="row">Row number from 0.</param>
    public double Middle(int row) =>
        Top + RowHeight * row + (_stacked ? NameLine + _marksHeight / 2 + 2 : RowHeight / 2);

    /// <summary>Height of the whole chart.</summary>
    /// <param name="axisName">Name under the axis, or empty; null where there is no axis.</param>
    public double Height(string? axisName) => Bottom + (axisName is null ? 4 : axisName.Length == 0 ? 26 : 44);

    /// <summary>Writes grid lines through all rows with their labels beneath, and above too where there are many rows.</summary>
    /// <param name="svg">Where it goes.</param>
    /// <param name="ticks">The ticks; their labels stay within the chart.</param>
    /// <param name="axisName">Name under the labels, or empty.</param>
    public void WriteAxis(SvgWriter svg, ImmutableArray<Tick> ticks, string axisName)
    {
        WriteLines(svg, "chart-grid", 1, [.. ticks.Select(tick => tick.Position)]);
        svg.Write($"""<g class="chart-ticks" text-anchor="middle">""");
        foreach (var tick in ticks)
        {
            svg.Write($"""<text x="{tick.LabelAt}" y="{Bottom + 17}">{tick.Text}</text>""");
            if (_rows.Length >= TallFrom)
            {
                svg.Write($"""<text x="{tick.LabelAt}" y="{Top - 7}">{tick.Text}</text>""");
            }
        }

        svg.Write($"</g>");
        if (axisName.Length > 0)
        {
            var name = TextWidth.Cut(PlainText.OneLine(axisName), ChartType.Tick, _width);
            var x = Math.Max(Right, TextWidth.Of(name, ChartType.Tick));
            svg.Write($"""<text class="chart-axis" x="{x}" y="{Bottom + 37}" text-anchor="end">{name}</text>""");
        }
    }

    /// <summary>Writes upright lines through the marks of all rows, leaving names between the marks free.</summary>
    /// <param name="svg">Where it goes.</param>
    /// <param name="kind">Class of the lines.</param>
    /// <param name="thickness">Thickness in pixels.</param>
    /// <param name="places">Middles of the lines.</param>
    public void WriteLines(SvgWriter svg, string kind, double thickness, ImmutableArray<double> places)
    {
        svg.Write($"<path class=\"{kind}\" stroke-width=\"{thickness}\" ");
        if (_stacked)
        {
            // Nothing, then a gap as high as a name, then a line as high as the marks: the pattern of one row.
            svg.Write($"""stroke-dasharray="0 {NameLine} {RowHeight - NameLine} 0" """);
        }

        svg.Write($"d=\"");
        foreach (var place in places)
        {
            svg.Write($"M{place} {Top}V{Bottom}");
        }

        svg.Write($"\"/>");
    }

    /// <summary>Writes names and values.</summary>
    public void WriteLabels(SvgWriter svg)
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            var row = _rows[i];
            var baseline = _stacked ? Top + RowHeight * i + 13 : Middle(i) + 4;
            var name = TextWidth.Cut(row.Name, NameSize(row), _nameRoom);
            svg.Write($"""<text y="{baseline}" class="{(row.Strong ? "chart-strong" : "chart-name")}">{PlainText.Isolated(name)}""");
            if (name.Length != row.Name.Length)
            {
                svg.Write($"<title>{row.Name}</title>");
            }

            svg.Write($"</text>");
        }

        svg.Write($"""<g class="chart-values" text-anchor="end">""");
        for (var i = 0; i < _rows.Length; i++)
        {
            if (_rows[i].Value.Length > 0)
            {
                var baseline = _stacked && !_nameAlone ? Top + RowHeight * i + 13 : Middle(i) + 4;
                svg.Write($"""<text x="{_width}" y="{baseline}">{_rows[i].Value}</text>""");
            }
        }

        svg.Write($"</g>");
    }

    // Bold letters are wider; measured as larger ones, in one place, so that the longest name fits the room made for it exactly.
    private static double NameSize(RowLabel row) => ChartType.Label * (row.Strong ? BoldFactor : 1);

    private static double NameWidth(RowLabel row) => TextWidth.Of(row.Name, NameSize(row));
}

/// <summary>An interval to draw.</summary>
/// <param name="Low">Lower end; may be infinite or beyond the axis, then it is drawn clipped.</param>
/// <param name="High">Upper end, not below <paramref name="Low"/>; likewise.</param>
internal sealed record Whisker(double Low, double High);

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
