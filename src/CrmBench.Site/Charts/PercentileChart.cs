using System.Collections.Immutable;

namespace CrmBench.Site.Charts;

/// <summary>One row of a <see cref="PercentileChart"/>.</summary>
/// <param name="Name">Name of the model or the profile.</param>
/// <param name="Values">One value a percentile, in the chart's order; null where it is not known.</param>
/// <param name="Strong">Whether it is the row the page is about.</param>
internal sealed record PercentileRow(string Name, ImmutableArray<double?> Values, bool Strong = false)
{
    /// <summary>One interval a percentile, in the chart's order, null where it has none; empty where nobody knows any.</summary>
    public ImmutableArray<Whisker?> Intervals { get; init; } = [];

    /// <summary>What stands beside the figures in the chart's data, such as the number of calls.</summary>
    public string Remark { get; init; } = "";
}

/// <summary>
/// How long the usual and the slow calls take: percentiles of one row on one line, each with a mark of its own shape, named in a key,
/// over a band as wide as its interval.
/// </summary>
/// <param name="Frame">What stands around the marks.</param>
/// <param name="Axis">What the percentiles are of, such as seconds.</param>
/// <param name="RowName">Heading of the names in the chart's data.</param>
/// <param name="Percentiles">Names of the percentiles, lowest first, at most four: "p50", "p90", "p95", "p99".</param>
/// <param name="Rows">The rows, from the top.</param>
internal sealed record PercentileChart(
    ChartFrame Frame, ChartAxis Axis, string RowName, ImmutableArray<string> Percentiles, ImmutableArray<PercentileRow> Rows) : Chart(Frame)
{
    private const double Key = 28;

    /// <summary>Heading of the remarks in the chart's data; empty where there are none.</summary>
    public string RemarkName { get; init; } = "";

    /// <inheritdoc/>
    public override ChartTable ToTable() => new(
        [RowName, .. Percentiles, .. Remark(RemarkName)],
        [.. Rows.Select(row => ImmutableArray.Create<string>(
            [PlainText.OneLine(row.Name), .. row.Values.Select((value, i) => WithInterval(row, value, i)), .. Remark(row.Remark)]))]);

    /// <inheritdoc/>
    internal override ChartDrawing? Draw()
    {
        var values = Rows.SelectMany(row => row.Values).Where(IsKnown).Select(value => value!.Value).ToArray();
        if (values.Length == 0)
        {
            return null;
        }

        var plot = new RowPlot(Frame.Width, [.. Rows.Select(row => new RowLabel(row.Name, Usual(row), row.Strong))], 16, Key);
        var intervals = Rows.SelectMany(row => row.Intervals).OfType<Whisker>();
        var scale = Axis.Over(Axis.Log ? values : values.Append(0), intervals, plot.Left, plot.Right)!;

        return new ChartDrawing(plot.Height(Axis.Name), svg =>
        {
            WriteKey(svg);
            plot.WriteAxis(svg, scale.HorizontalTicks(Axis.TickText, Frame.Width), Axis.Name);
            for (var i = 0; i < Rows.Length; i++)
            {
                WriteRow(svg, Rows[i], scale, plot.Middle(i));
            }

            plot.WriteLabels(svg);
        });
    }

    private void WriteRow(SvgWriter svg, PercentileRow row, Scale scale, double y)
    {
        var places = row.Values.Where(IsKnown).Select(value => scale.At(value!.Value)).ToArray();
        if (places.Length == 0)
        {
            return;
        }

        svg.Write($"""<g class="{(row.Strong ? "chart-best" : "chart-complete")}"><title>{PlainText.OneLine(row.Name)}: """);
        svg.Write($"{string.Join(", ", Percentiles.Zip(row.Values).Where(pair => IsKnown(pair.Second)).Select(Named))}</title>");
        WriteIntervals(svg, row, scale, y);
        svg.Write($"""<path d="M{places.Min()} {y}H{places.Max()}"/>""");

        WriteMarks(svg, row.Values.Select(value => IsKnown(value) ? scale.At(value!.Value) : (double?)null).ToArray(), y);
        svg.Write($"</g>");
    }

    private static void WriteIntervals(SvgWriter svg, PercentileRow row, Scale scale, double y)
    {
        Whisker[] intervals = [.. row.Intervals.OfType<Whisker>()];
        if (intervals.Length > 0)
        {
            svg.Write($"<path class=\"chart-span\" d=\"");
            foreach (var interval in intervals)
            {
                WhiskerPath.Horizontal(svg, scale, interval, y, cap: 0);
            }

            svg.Write($"\"/>");
        }
    }

    private IEnumerable<string> Remark(string text) => RemarkName.Length == 0 ? [] : [text];

    private string WithInterval(PercentileRow row, double? value, int percentile) =>
        IsKnown(value) ? Axis.WithInterval(value!.Value, row.Intervals.ElementAtOrDefault(percentile)) : ChartWords.Missing;

    private string Named((string Name, double? Value) percentile) => $"{percentile.Name} {Text(percentile.Value)}";

    /// <summary>The marks of the percentiles: disc, short stroke, long stroke, ring. The disc lies on top: it is the usual call.</summary>
    private static void WriteMarks(SvgWriter svg, double?[] places, double y)
    {
        if (places.ElementAtOrDefault(3) is { } slowest)
        {
            svg.Write($"""<circle class="chart-ring" cx="{slowest}" cy="{y}" r="4"/>""");
        }

        var (shorter, longer) = (places.ElementAtOrDefault(1), places.ElementAtOrDefault(2));
        if (shorter is not null || longer is not null)
        {
            svg.Write($"<path class=\"chart-stroke\" d=\"");
            if (shorter is { } second)
            {
                svg.Write($"M{second} {y - 3.5}v7");
            }

            if (longer is { } third)
            {
                svg.Write($"M{third} {y - 7}v14");
            }

            svg.Write($"\"/>");
        }

        if (places.ElementAtOrDefault(0) is { } usual)
        {
            svg.Write($"""<circle cx="{usual}" cy="{y}" r="4.5"/>""");
        }
    }

    private void WriteKey(SvgWriter svg)
    {
        svg.Write($"""<g class="chart-complete">""");
        var places = new double?[Percentiles.Length];
        var x = 6.0;
        for (var i = 0; i < Percentiles.Length; i++)
        {
            places[i] = x;
            svg.Write($"""<text class="chart-axis" x="{x + 9}" y="13">{Percentiles[i]}</text>""");
            x += TextWidth.Of(Percentiles[i], ChartType.Tick) + 30;
        }

        WriteMarks(svg, places, 9);
        svg.Write($"</g>");
    }

    private string Usual(PercentileRow row) => Text(row.Values.FirstOrDefault());

    private string Text(double? value) => IsKnown(value) ? Axis.Format(value!.Value) : ChartWords.Missing;

    private static bool IsKnown(double? value) => value is { } known && double.IsFinite(known);
}
