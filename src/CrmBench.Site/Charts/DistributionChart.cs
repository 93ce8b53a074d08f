using System.Collections.Immutable;
using System.Globalization;

namespace CrmBench.Site.Charts;

/// <summary>One row of a <see cref="DistributionChart"/>.</summary>
/// <param name="Name">What was rated, such as a metric.</param>
/// <param name="Counts">Number of ratings of each grade, lowest grade first, as many as the chart has grades.</param>
internal sealed record DistributionRow(string Name, ImmutableArray<int> Counts);

/// <summary>
/// How often each grade was given: a small histogram a row, one column a grade, with the percentage above it. Height tells, not colour.
/// </summary>
/// <param name="Frame">What stands around the marks.</param>
/// <param name="RowName">Heading of the names in the chart's data.</param>
/// <param name="CountName">Heading of the number of ratings in the chart's data; also said beside each row, as "n".</param>
/// <param name="Grades">Names of the grades, lowest first.</param>
/// <param name="Rows">The rows, from the top.</param>
internal sealed record DistributionChart(
    ChartFrame Frame, string RowName, string CountName, ImmutableArray<string> Grades, ImmutableArray<DistributionRow> Rows) : Chart(Frame)
{
    private const double ColumnHeight = 32;
    private const double NumberLine = 15;

    /// <inheritdoc/>
    public override ChartTable ToTable() => new(
        [RowName, CountName, .. Grades.Select(PlainText.OneLine)],
        [.. Rows.Select(row => ImmutableArray.Create<string>(
            [PlainText.OneLine(row.Name), Whole(Total(row)), .. row.Counts.Select(count => Percent(count, Total(row)))]))]);

    /// <inheritdoc/>
    internal override ChartDrawing? Draw()
    {
        if (Grades.IsEmpty || Rows.All(row => Total(row) == 0))
        {
            return null;
        }

        var labels = Rows.Select(row => new RowLabel(row.Name, "n " + Whole(Total(row)))).ToImmutableArray();
        var plot = new RowPlot(Frame.Width, labels, ColumnHeight + NumberLine);
        var pitch = (plot.Right - plot.Left) / Grades.Length;
        var names = Grades.Select(grade => TextWidth.Lines(PlainText.OneLine(grade), ChartType.Tick, pitch - 6)).ToArray();
        var lines = Math.Min(3, names.Max(name => name.Length));

        // The most frequent grade of all rows fills the height, so that rows compare.
        var most = Rows.Where(row => Total(row) > 0).Max(row => (double)row.Counts.Max() / Total(row));

        return new ChartDrawing(plot.Bottom + 8 + 15 * lines, svg =>
        {
            for (var i = 0; i < Rows.Length; i++)
            {
                WriteRow(svg, Rows[i], plot, pitch, most, plot.Middle(i) + (ColumnHeight + NumberLine) / 2);
            }

            WriteGrades(svg, plot, pitch, names);
            plot.WriteLabels(svg);
        });
    }

    private static void WriteRow(SvgWriter svg, DistributionRow row, RowPlot plot, double pitch, double most, double floor)
    {
        var total = Total(row);
        svg.Write($"""<path class="chart-grid" d="M{plot.Left} {floor}H{plot.Right}"/>""");
        if (total == 0)
        {
            return;
        }

        var width = Math.Min(pitch * 0.62, 44);
        svg.Write($"<path class=\"chart-columns\" d=\"");
        for (var g = 0; g < row.Counts.Length; g++)
        {
            var height = ColumnHeight * row.Counts[g] / total / most;
            svg.Write($"M{plot.Left + pitch * (g + 0.5) - width / 2} {floor}v{-height}h{width}v{height}z");
        }

        svg.Write($"\"/><g class=\"chart-ticks\" text-anchor=\"middle\">");
        for (var g = 0; g < row.Counts.Length; g++)
        {
            var text = Percent(row.Counts[g], total);
            if (TextWidth.Of(text, ChartType.Tick) <= pitch)
            {
                var x = plot.Left + pitch * (g + 0.5);
                svg.Write($"""<text x="{x}" y="{floor - ColumnHeight * row.Counts[g] / total / most - 4}">{text}</text>""");
            }
        }

        svg.Write($"</g>");
    }

    private void WriteGrades(SvgWriter svg, RowPlot plot, double pitch, ImmutableArray<string>[] names)
    {
        // Where the words do not fit, the ends are named and stand for the rest.
        var room = names.All((name => name.Length <= 3 && !name.Any(line => line.EndsWith('…'))));
        svg.Write($"""<g class="chart-axis" text-anchor="middle">""");
        if (room)
        {
            for (var g = 0; g < names.Length; g++)
            {
                for (var line = 0; line < names[g].Length; line++)
                {
                    svg.Write($"""<text x="{plot.Left + pitch * (g + 0.5)}" y="{plot.Bottom + 14 + 15 * line}">{names[g][line]}</text>""");
                }
            }

            svg.Write($"</g>");
            return;
        }

        var half = (plot.Right - plot.Left) / 2 - 6;
        var lowest = TextWidth.Cut(PlainText.OneLine(Grades[0]), ChartType.Tick, half);
        var highest = TextWidth.Cut(PlainText.OneLine(Grades[^1]), ChartType.Tick, half);
        svg.Write($"""<text x="{plot.Left}" y="{plot.Bottom + 14}" text-anchor="start">{lowest}</text>""");
        svg.Write($"""<text x="{plot.Right}" y="{plot.Bottom + 14}" text-anchor="end">{highest}</text></g>""");
    }

    private static int Total(DistributionRow row) => row.Counts.Sum();

    private static string Percent(int count, int total) =>
        total == 0 ? ChartWords.Missing : Math.Round(100.0 * count / total).ToString("0", CultureInfo.InvariantCulture) + "%";

    private static string Whole(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
