using System.Collections.Immutable;

namespace CrmBench.Site.Charts;

/// <summary>A verdict on coefficients of agreement.</summary>
/// <param name="From">Least coefficient that earns it; the zone ends where the next begins.</param>
/// <param name="Name">The verdict in one or two words, such as "usable".</param>
internal sealed record AgreementZone(double From, string Name);

/// <summary>One row of an <see cref="AgreementChart"/>.</summary>
/// <param name="Name">What the raters agreed on, such as a metric.</param>
/// <param name="Coefficient">The coefficient, or null where it cannot be computed.</param>
/// <param name="Interval">Its interval, or null.</param>
internal sealed record AgreementRow(string Name, double? Coefficient, Whisker? Interval)
{
    /// <summary>The verdict where the coefficient alone does not decide it, such as when the interval reaches chance; null otherwise.</summary>
    public string? Verdict { get; init; }
}

/// <summary>
/// Coefficients of agreement with their intervals, before the zones of the verdicts, on a scale from -0.2 to 1.
/// What lies below is drawn at the end with an arrowhead.
/// </summary>
/// <param name="Frame">What stands around the marks.</param>
/// <param name="CoefficientName">Name of the coefficient, such as "Krippendorff's alpha".</param>
/// <param name="RowName">Heading of the names in the chart's data.</param>
/// <param name="Format">Writes a coefficient.</param>
/// <param name="Zones">The verdicts, at least one, lowest first; the first is taken to reach down to the end of the scale.</param>
/// <param name="Rows">The rows, from the top.</param>
internal sealed record AgreementChart(
    ChartFrame Frame,
    string CoefficientName,
    string RowName,
    Func<double, string> Format,
    ImmutableArray<AgreementZone> Zones,
    ImmutableArray<AgreementRow> Rows) : Chart(Frame)
{
    private const double Lowest = -0.2;

    /// <inheritdoc/>
    public override ChartTable ToTable() => new(
        [RowName, CoefficientName, ChartWords.Low, ChartWords.High, ChartWords.Verdict],
        [.. Rows.Select(row => ImmutableArray.Create(
            PlainText.OneLine(row.Name), Text(row.Coefficient), Text(row.Interval?.Low), Text(row.Interval?.High), Verdict(row)))]);

    /// <inheritdoc/>
    internal override ChartDrawing? Draw()
    {
        if (!Rows.Any(row => row.Coefficient is { } coefficient && double.IsFinite(coefficient)))
        {
            return null;
        }

        var plot = new RowPlot(Frame.Width, [.. Rows.Select(row => new RowLabel(row.Name, WithVerdict(row)))]);
        var scale = new LinearScale(Lowest, 1, plot.Left, plot.Right);
        var axis = new ChartAxis(CoefficientName, Format);

        return new ChartDrawing(plot.Height(CoefficientName), svg =>
        {
            WriteZones(svg, scale, plot);
            plot.WriteAxis(svg, scale.HorizontalTicks(axis.TickText, Frame.Width), CoefficientName);
            plot.WriteLines(svg, "chart-zero", 1, [scale.At(0)]);
            svg.Write($"""<g class="chart-best">""");
            for (var i = 0; i < Rows.Length; i++)
            {
                WriteRow(svg, Rows[i], scale, plot.Middle(i));
            }

            svg.Write($"</g>");
            plot.WriteLabels(svg);
        });
    }

    private static void WriteRow(SvgWriter svg, AgreementRow row, Scale scale, double y)
    {
        if (row.Coefficient is not { } coefficient || !double.IsFinite(coefficient))
        {
            return;
        }

        svg.Write($"<path d=\"");
        if (row.Interval is { } interval)
        {
            WhiskerPath.Horizontal(svg, scale, interval, y, 3);
        }
        else if (coefficient < Lowest)
        {
            WhiskerPath.Horizontal(svg, scale, new Whisker(coefficient, coefficient), y, 0);
        }

        svg.Write($"\"/>");
        var x = coefficient < Lowest ? scale.Start + 9 : scale.At(coefficient);
        svg.Write($"""<circle cx="{x}" cy="{y}" r="4.5"/>""");
    }

    /// <summary>Tints every other zone; the verdict stands in words beside each coefficient.</summary>
    private void WriteZones(SvgWriter svg, Scale scale, RowPlot plot)
    {
        for (var i = Zones.Length - 1; i >= 0; i -= 2)
        {
            var from = i == 0 ? scale.Start : scale.At(Zones[i].From);
            var to = i == Zones.Length - 1 ? scale.End : scale.At(Zones[i + 1].From);
            plot.WriteLines(svg, "chart-zone", to - from, [(from + to) / 2]);
        }
    }

    private string Verdict(AgreementRow row)
    {
        if (row.Coefficient is not { } coefficient || !double.IsFinite(coefficient))
        {
            return ChartWords.Missing;
        }

        return PlainText.OneLine(row.Verdict ?? (Zones.LastOrDefault(zone => coefficient >= zone.From) ?? Zones[0]).Name);
    }

    private string WithVerdict(AgreementRow row)
    {
        var verdict = Verdict(row);
        return verdict == ChartWords.Missing ? verdict : $"{verdict} {Text(row.Coefficient)}";
    }

    private string Text(double? value) => value is { } known && double.IsFinite(known) ? Format(known) : ChartWords.Missing;
}
