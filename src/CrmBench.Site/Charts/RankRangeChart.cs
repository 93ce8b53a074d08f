using System.Collections.Immutable;
using System.Globalization;

namespace CrmBench.Site.Charts;

/// <summary>One row of a <see cref="RankRangeChart"/>.</summary>
/// <param name="Name">Name for readers.</param>
/// <param name="Best">Best rank that the intervals leave open, at least 1.</param>
/// <param name="Worst">Worst rank that they leave open, not less than <paramref name="Best"/>.</param>
/// <param name="Rank">Rank by the estimate, between both.</param>
/// <param name="Strong">Whether it is the model the page is about.</param>
internal sealed record RankRangeRow(string Name, int Best, int Worst, int Rank, bool Strong = false);

/// <summary>Which ranks each model may hold: a bar over the open ranks and a dot at the rank of the estimate.</summary>
/// <param name="Frame">What stands around the marks.</param>
/// <param name="RankName">Name of the axis, such as "Rank, 1 is best".</param>
/// <param name="RangeName">Heading of the ranges in the chart's data.</param>
/// <param name="Rows">The rows, from the top.</param>
internal sealed record RankRangeChart(ChartFrame Frame, string RankName, string RangeName, ImmutableArray<RankRangeRow> Rows) : Chart(Frame)
{
    /// <inheritdoc/>
    public override ChartTable ToTable() => new(
        [Frame.Subject, RankName, RangeName],
        [.. Rows.Select(row => ImmutableArray.Create(PlainText.OneLine(row.Name), Whole(row.Rank), Range(row)))]);

    /// <inheritdoc/>
    internal override ChartDrawing? Draw()
    {
        if (Rows.IsEmpty)
        {
            return null;
        }

        var plot = new RowPlot(Frame.Width, [.. Rows.Select(row => new RowLabel(row.Name, Range(row), row.Strong))]);
        var last = Rows.Max(row => row.Worst);
        var scale = new LinearScale(0.5, last + 0.5, plot.Left, plot.Right);
        var overhang = Math.Min(5, (plot.Right - plot.Left) / last / 2 - 0.5);

        return new ChartDrawing(plot.Height(RankName), svg =>
        {
            var ticks = scale.HorizontalTicks((value, decimals) => decimals > 0 ? "" : Whole((int)value), Frame.Width);
            plot.WriteAxis(svg, RankTicks(ticks, scale, last), RankName);
            for (var i = 0; i < Rows.Length; i++)
            {
                var (row, y) = (Rows[i], plot.Middle(i));
                var (from, to) = (scale.At(row.Best) - overhang, scale.At(row.Worst) + overhang);
                svg.Write($"""<g class="{(row.Strong ? "chart-strong-row" : "chart-row")}"><path d="M{from} {y}H{to}"/>""");
                svg.Write($"""<circle cx="{scale.At(row.Rank)}" cy="{y}" r="4"/></g>""");
            }

            plot.WriteLabels(svg);
        });
    }

    /// <summary>Whole ranks only, and always rank 1, which round steps would leave out.</summary>
    private static ImmutableArray<Tick> RankTicks(ImmutableArray<Tick> round, Scale scale, int last)
    {
        if (last <= 12 && (scale.End - scale.Start) / last >= TextWidth.Of(Whole(last), ChartType.Tick) + 4)
        {
            return [.. Enumerable.Range(1, last).Select(rank => new Tick(scale.At(rank), scale.At(rank), Whole(rank)))];
        }

        var first = new Tick(scale.At(1), scale.At(1), Whole(1));
        return
        [
            first,
            .. round.Where(tick => tick.Text.Length > 0 && tick.LabelAt - first.LabelAt > TextWidth.Of(tick.Text, ChartType.Tick) + 8),
        ];
    }

    private static string Range(RankRangeRow row) => row.Best == row.Worst ? Whole(row.Best) : $"{Whole(row.Best)}–{Whole(row.Worst)}";

    private static string Whole(int rank) => rank.ToString(CultureInfo.InvariantCulture);
}
