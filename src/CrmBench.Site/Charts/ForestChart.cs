using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Site.Charts;

/// <summary>One row of a <see cref="ForestChart"/>: how far something lies from the reference.</summary>
/// <param name="Name">Name for readers.</param>
/// <param name="Difference">The difference, or null where it is not known.</param>
/// <param name="Interval">Interval of the difference, or null.</param>
internal sealed record ForestRow(string Name, double? Difference, Whisker? Interval);

/// <summary>
/// Differences from a reference with their intervals and a line at zero. A difference whose interval excludes zero is filled,
/// one that may be noise is hollow.
/// </summary>
/// <param name="Frame">What stands around the marks.</param>
/// <param name="Axis">The difference; its format should write the sign.</param>
/// <param name="RowName">Heading of the names in the chart's data.</param>
/// <param name="Rows">The rows, from the top.</param>
internal sealed record ForestChart(ChartFrame Frame, ChartAxis Axis, string RowName, ImmutableArray<ForestRow> Rows) : Chart(Frame)
{
    private const double Caption = 22;

    /// <summary>What lies left and right of zero, where "worse" and "better" would not be true; null where they are.</summary>
    public (string Below, string Above)? Sides { get; init; }

    /// <inheritdoc/>
    public override ChartTable ToTable() => new(
        [RowName, Axis.Name, ChartWords.Low, ChartWords.High],
        [.. Rows.Select(row => ImmutableArray.Create(
            PlainText.OneLine(row.Name), Text(row.Difference), Text(row.Interval?.Low), Text(row.Interval?.High)))]);

    /// <inheritdoc/>
    internal override ChartDrawing? Draw()
    {
        var known = Rows.Where(row => row.Difference is { } difference && double.IsFinite(difference)).ToArray();
        if (known.Length == 0)
        {
            return null;
        }

        var plot = new RowPlot(Frame.Width, [.. Rows.Select(row => new RowLabel(row.Name, Text(row.Difference)))], head: Caption);
        var values = known.Select(row => row.Difference!.Value).Append(0);
        var scale = Axis.Over(values, known.Select(row => row.Interval).OfType<Whisker>(), plot.Left, plot.Right)!;

        return new ChartDrawing(plot.Height(Axis.Name), svg =>
        {
            plot.WriteAxis(svg, scale.HorizontalTicks(Axis.TickText, Frame.Width), Axis.Name);
            WriteZero(svg, scale, plot);
            for (var i = 0; i < Rows.Length; i++)
            {
                WriteRow(svg, Rows[i], scale, plot.Middle(i));
            }

            plot.WriteLabels(svg);
        });
    }

    private static void WriteRow(SvgWriter svg, ForestRow row, Scale scale, double y)
    {
        if (row.Difference is not { } difference || !double.IsFinite(difference))
        {
            return;
        }

        var distinct = row.Interval is { } interval && (interval.Low > 0 || interval.High < 0);
        svg.Write($"""<g class="{(distinct ? "chart-best" : "chart-partial")}">""");
        if (row.Interval is { } drawn)
        {
            svg.Write($"<path d=\"");
            WhiskerPath.Horizontal(svg, scale, drawn, y, 3);
            svg.Write($"\"/>");
        }

        svg.Write($"""<circle cx="{scale.At(difference)}" cy="{y}" r="4.5"/></g>""");
    }

    private void WriteZero(SvgWriter svg, Scale scale, RowPlot plot)
    {
        var zero = scale.At(0);
        plot.WriteLines(svg, "chart-zero", 1, [zero]);
        svg.Write($"""<g class="chart-axis">""");
        var (below, above) = Sides
            ?? (Axis.Better == Direction.Higher ? (ChartWords.Worse, ChartWords.Better) : (ChartWords.Better, ChartWords.Worse));
        var (before, after) = ($"← {PlainText.OneLine(below)}", $"{PlainText.OneLine(above)} →");
        if (zero - 6 >= TextWidth.Of(before, ChartType.Tick))
        {
            svg.Write($"""<text x="{zero - 6}" y="12" text-anchor="end">{before}</text>""");
        }

        if (Frame.Width - zero - 6 >= TextWidth.Of(after, ChartType.Tick))
        {
            svg.Write($"""<text x="{zero + 6}" y="12">{after}</text>""");
        }

        svg.Write($"</g>");
    }

    private string Text(double? value) => value is { } known && double.IsFinite(known) ? Axis.Format(known) : ChartWords.Missing;
}
