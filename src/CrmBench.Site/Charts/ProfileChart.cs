using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Site.Charts;

/// <summary>One metric in a <see cref="ProfileChart"/>: a model among the others.</summary>
/// <param name="Axis">The metric; every row has a scale of its own, from the field's worst value to its best.</param>
/// <param name="Value">The model's value, or null where it was not measured.</param>
/// <param name="Interval">Its interval, or null.</param>
/// <param name="Field">The values of all models on the board, this one included.</param>
internal sealed record ProfileRow(ChartAxis Axis, double? Value, Whisker? Interval, ProfileField Field);

/// <summary>The values of a metric over all rows of a board, rising; made once for the charts of all its rows.</summary>
internal sealed class ProfileField
{
    /// <summary>Puts values in order; what is not finite is left out.</summary>
    public ProfileField(IEnumerable<double> values)
    {
        Values = [.. values.Where(double.IsFinite).Order()];
        (LowerQuartile, Median, UpperQuartile) = (At(0.25), At(0.5), At(0.75));

        double At(double share) => Percentile.Type7(Values.AsSpan(), share) ?? double.NaN;
    }

    /// <summary>The values, rising.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>Where the middle half begins; NaN without values.</summary>
    public double LowerQuartile { get; }

    /// <summary>The value in the middle, or halfway between the two there; NaN without values.</summary>
    public double Median { get; }

    /// <summary>Where the middle half ends; NaN without values.</summary>
    public double UpperQuartile { get; }

    /// <summary>Lowest and highest of the field's values and <paramref name="other"/>, above 0 where asked; null where there are none.</summary>
    public (double Low, double High)? Range(double? other, bool positive)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        if (other is { } own && IsMeant(own))
        {
            (low, high) = (own, own);
        }

        var first = Values.FirstOrDefault(IsMeant, double.NaN);
        if (!double.IsNaN(first))
        {
            (low, high) = (Math.Min(low, first), Math.Max(high, Values[^1]));
        }

        return low <= high ? (low, high) : null;

        bool IsMeant(double value) => double.IsFinite(value) && (!positive || value > 0);
    }
}

/// <summary>
/// One model against the field, metric by metric: a strip with a mark a model, a band over the middle half, a dot for the model.
/// A field of very many models has no marks.
/// Better is always to the right.
/// </summary>
/// <param name="Frame">What stands around the marks.</param>
/// <param name="MetricName">Heading of the metrics in the chart's data.</param>
/// <param name="FieldName">Heading of the field's middle half in the chart's data, such as "Middle half of all models".</param>
/// <param name="Rows">The metrics, from the top.</param>
internal sealed record ProfileChart(ChartFrame Frame, string MetricName, string FieldName, ImmutableArray<ProfileRow> Rows) : Chart(Frame)
{
    /// <summary>Rows of a field beyond which their marks would run into one another, and only the band is drawn.</summary>
    public const int MostMarks = 300;

    // Fewer rows have no middle half to speak of.
    private const int LeastForBand = 4;

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
        if (ScaleOf(row, plot) is not { } scale)
        {
            return;
        }

        var field = row.Field.Values;
        if (field.Length >= LeastForBand)
        {
            var (from, to) = (scale.At(row.Field.LowerQuartile), scale.At(row.Field.UpperQuartile));
            svg.Write($"""<path class="chart-band" d="M{from} {y}H{to}"/>""");
        }

        if (field.Length is > 0 and <= MostMarks)
        {
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

    /// <summary>From the worst to the best value of the field and the model, exactly: no axis is drawn, so its ends need not be round.</summary>
    private static Scale? ScaleOf(ProfileRow row, RowPlot plot)
    {
        var log = row.Axis.Log;
        if (row.Field.Range(row.Value, positive: log) is not var (low, high))
        {
            return null;
        }

        var (start, end) = row.Axis.Better == Direction.Higher ? (plot.Left, plot.Right) : (plot.Right, plot.Left);
        if (high - low <= 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high)))
        {
            // One place for all: the middle.
            var room = low == 0 ? 1 : Math.Abs(low) / 10;
            (low, high) = (low - room, high + room);
        }

        return log ? new LogScale(low, high, start, end) : new LinearScale(low, high, start, end);
    }

    private static string Text(ProfileRow row) =>
        row.Value is { } value && double.IsFinite(value) ? row.Axis.WithInterval(value, row.Interval) : ChartWords.Missing;

    private static string ShortText(ProfileRow row) =>
        row.Value is { } value && double.IsFinite(value) ? row.Axis.Format(value) : ChartWords.Missing;

    private static string FieldText(ProfileRow row) => row.Field.Values.Length < LeastForBand
        ? ChartWords.Missing
        : $"{row.Axis.Format(row.Field.LowerQuartile)} {ChartWords.To} {row.Axis.Format(row.Field.UpperQuartile)}";
}
