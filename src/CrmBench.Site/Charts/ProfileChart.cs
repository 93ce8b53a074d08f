using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>
/// One model against the field, metric by metric: a strip with a mark a model, a band over the middle half, a dot for the model.
/// Better is always to the right.
/// </summary>
/// <param name="Frame">What stands around the marks.</param>
/// <param name="MetricName">Heading of the metrics in the chart's data.</param>
/// <param name="FieldName">Heading of the field's middle half in the chart's data, such as "Middle half of all models".</param>
/// <param name="Rows">The metrics, from the top.</param>
internal sealed record ProfileChart(ChartFrame Frame, string MetricName, string FieldName, ImmutableArray<ProfileRow> Rows) : Chart(Frame)
{
    private const double Caption = 20;

    /// <inheritdoc/>
    public override ChartTable ToTable() => new(
        [MetricName, ChartWords.Value, FieldName],
        [.. Rows.Select(row => ImmutableArray.Create(PlainText.OneLine(row.Axis.Name), Text(row), FieldText(row)))]);

    /// <inheritdoc/>
    internal override ChartDrawing? Draw()
    {
        if (!Rows.Any(row => row.Value is { } value && double.IsFinite(value)))
        {
            return null;
        }

        var plot = new RowPlot(Frame.Width, [.. Rows.Select(row => new RowLabel(row.Axis.Name, ShortText(row)))], 16, Caption);
        return new ChartDrawing(plot.Height(null), svg =>
        {
            svg.Write($"""<g class="chart-axis"><text x="{plot.Left}" y="12">← {ChartWords.Worse}</text>""");
            svg.Write($"""<text x="{plot.Right}" y="12" text-anchor="end">{ChartWords.Better} →</text></g>""");
            for (var i = 0; i < Rows.Length; i++)
            {
                WriteRow(svg, Rows[i], plot, plot.Middle(i));
            }

            plot.WriteLabels(svg);
        });
    }

    private static void WriteRow(SvgWriter svg, ProfileRow row, RowPlot plot, double y)
    {
        svg.Write($"""<path class="chart-grid" d="M{plot.Left} {y}H{plot.Right}"/>""");
        var known = row.Value is { } value && double.IsFinite(value);
        var field = row.Field.Where(double.IsFinite).Order().ToArray();
        if (ScaleOf(row, field, plot) is not { } scale)
        {
            return;
        }

        if (field.Length > 0)
        {
            if (field.Length >= 4)
            {
                var (from, to) = (scale.At(Quantile(field, 0.25)), scale.At(Quantile(field, 0.75)));
                svg.Write($"""<path class="chart-band" d="M{from} {y}H{to}"/>""");
            }

            svg.Write($"<path class=\"chart-strip\" d=\"");

            // Whole pixels and steps from mark to mark: with many models and metrics these marks are most of the chart.
            var places = field.Select(v => (int)Math.Round(scale.At(v))).Distinct().Order().ToArray();
            svg.Write($"M{places[0]} {y - 5}v10");
            foreach (var (before, place) in places.Zip(places.Skip(1)))
            {
                svg.Write($"m{place - before}-10v10");
            }

            svg.Write($"\"/>");
        }

        if (!known)
        {
            return;
        }

        svg.Write($"""<g class="chart-best"><title>{PlainText.OneLine(row.Axis.Name)}: {Text(row)}</title>""");
        if (row.Interval is { } interval)
        {
            svg.Write($"<path d=\"");
            WhiskerPath.Horizontal(svg, scale, interval, y, 3);
            svg.Write($"\"/>");
        }

        svg.Write($"""<circle cx="{scale.At(row.Value!.Value)}" cy="{y}" r="5"/></g>""");
    }

    /// <summary>From the worst to the best value of the field and the model, exactly: no axis wants round ends.</summary>
    private static Scale? ScaleOf(ProfileRow row, double[] field, RowPlot plot)
    {
        var log = row.Axis.Log;
        var values = field.Append(row.Value ?? double.NaN).Where(v => double.IsFinite(v) && (!log || v > 0)).ToArray();
        if (values.Length == 0)
        {
            return null;
        }

        var (low, high) = (values.Min(), values.Max());
        var (start, end) = row.Axis.Better == Direction.Higher ? (plot.Left, plot.Right) : (plot.Right, plot.Left);
        if (high - low <= 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high)))
        {
            // One place for all: the middle.
            var room = low == 0 ? 1 : Math.Abs(low) / 10;
            (low, high) = (low - room, high + room);
        }

        return log ? new LogScale(low, high, start, end) : new LinearScale(low, high, start, end);
    }

    /// <summary>Quantile by Hyndman and Fan's definition 7.</summary>
    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static string Text(ProfileRow row) =>
        row.Value is { } value && double.IsFinite(value) ? row.Axis.WithInterval(value, row.Interval) : ChartWords.Missing;

    private static string ShortText(ProfileRow row) =>
        row.Value is { } value && double.IsFinite(value) ? row.Axis.Format(value) : ChartWords.Missing;

    private static string FieldText(ProfileRow row)
    {
        var field = row.Field.Where(double.IsFinite).Order().ToArray();
        return field.Length < 4
            ? ChartWords.Missing
            : $"{row.Axis.Format(Quantile(field, 0.25))} {ChartWords.To} {row.Axis.Format(Quantile(field, 0.75))}";
    }
}
