using System.Collections.Immutable;

namespace CrmBench.Site.Charts;

/// <summary>One release in a <see cref="HistoryChart"/>.</summary>
/// <param name="Release">Name of the release, such as "2026-08".</param>
/// <param name="Value">The value, or null where there was none: the line breaks.</param>
/// <param name="Interval">Its interval, or null.</param>
internal sealed record HistoryPoint(string Release, double? Value, Whisker? Interval);

/// <summary>One value over the releases, evenly spaced, with its intervals.</summary>
/// <param name="Frame">What stands around the marks.</param>
/// <param name="Axis">The value.</param>
/// <param name="ReleaseName">Heading of the releases in the chart's data.</param>
/// <param name="Points">The releases, oldest first.</param>
internal sealed record HistoryChart(ChartFrame Frame, ChartAxis Axis, string ReleaseName, ImmutableArray<HistoryPoint> Points)
    : Chart(Frame)
{
    private const double Top = 26;
    private const double Radius = 4.5;

    /// <inheritdoc/>
    public override ChartTable ToTable() => new(
        [ReleaseName, Axis.Name, ChartWords.Low, ChartWords.High],
        [.. Points.Select(point => ImmutableArray.Create(
            PlainText.OneLine(point.Release), Text(point.Value), Text(point.Interval?.Low), Text(point.Interval?.High)))]);

    /// <inheritdoc/>
    internal override ChartDrawing? Draw()
    {
        var known = Points.Where(IsKnown).ToArray();
        var bottom = Top + Math.Clamp(Frame.Width * 0.4, 130, 220);
        var vertical = Axis.Over(known.Select(p => p.Value!.Value), known.Select(p => p.Interval).OfType<Whisker>(), bottom, Top);
        if (vertical is null)
        {
            return null;
        }

        var yTicks = vertical.VerticalTicks(Axis.TickText);
        var left = Math.Ceiling(yTicks.Max(tick => TextWidth.Of(tick.Text, ChartType.Tick))) + 8;
        var widest = Points.Max(point => TextWidth.Of(Release(point), ChartType.Tick));

        // Half a label's room at both ends, and a lone release in the middle.
        var (first, last) = (left + widest / 2 + 4, Frame.Width - widest / 2 - 4);
        var step = Points.Length > 1 ? (last - first) / (Points.Length - 1) : 0;
        if (Points.Length == 1)
        {
            first = (left + Frame.Width) / 2;
        }

        return new ChartDrawing(bottom + 26, svg =>
        {
            WriteAxes(svg, yTicks, left, bottom, i => first + step * i, widest, step);
            WriteLine(svg, vertical, i => first + step * i);
            WritePoints(svg, vertical, new Box(left, Top - 8, Frame.Width, bottom), i => first + step * i);
        });
    }

    private void WriteAxes(
        SvgWriter svg, ImmutableArray<Tick> yTicks, double left, double bottom, Func<int, double> x, double widest, double step)
    {
        svg.Write($"<path class=\"chart-grid\" d=\"");
        foreach (var tick in yTicks)
        {
            svg.Write($"M{left} {tick.Position}H{Frame.Width}");
        }

        svg.Write($"\"/><g class=\"chart-ticks\" text-anchor=\"end\">");
        foreach (var tick in yTicks)
        {
            svg.Write($"""<text x="{left - 8}" y="{tick.Position + 4}">{tick.Text}</text>""");
        }

        // Every nth release is named, counted from the newest, which always is.
        var every = step > 0 ? (int)Math.Ceiling((widest + 8) / step) : 1;
        svg.Write($"""</g><g class="chart-ticks" text-anchor="middle">""");
        for (var i = (Points.Length - 1) % every; i < Points.Length; i += every)
        {
            svg.Write($"""<text x="{x(i)}" y="{bottom + 18}">{PlainText.Isolated(Release(Points[i]))}</text>""");
        }

        var name = TextWidth.Cut(PlainText.OneLine(Axis.Name), ChartType.Tick, Frame.Width);
        svg.Write($"""</g><text class="chart-axis" y="12">{name}</text>""");
    }

    private void WriteLine(SvgWriter svg, Scale vertical, Func<int, double> x)
    {
        svg.Write($"<path class=\"chart-line\" d=\"");
        var drawing = false;
        for (var i = 0; i < Points.Length; i++)
        {
            var known = IsKnown(Points[i]);
            if (known && drawing)
            {
                svg.Write($"L{x(i)} {vertical.At(Points[i].Value!.Value)}");
            }
            else if (known)
            {
                svg.Write($"M{x(i)} {vertical.At(Points[i].Value!.Value)}");
            }

            drawing = known;
        }

        svg.Write($"\"/>");
    }

    private void WritePoints(SvgWriter svg, Scale vertical, Box plot, Func<int, double> x)
    {
        var placement = new LabelPlacement(plot, Radius);
        var known = Enumerable.Range(0, Points.Length).Where(i => IsKnown(Points[i])).ToArray();
        svg.Write($"""<g class="chart-best">""");
        foreach (var i in known)
        {
            var (value, interval) = (Points[i].Value!.Value, Points[i].Interval);
            var y = vertical.At(value);
            placement.AddPoint(x(i), y);
            if (i > 0 && IsKnown(Points[i - 1]))
            {
                placement.AvoidLine(x(i - 1), vertical.At(Points[i - 1].Value!.Value), x(i), y);
            }

            svg.Write($"<g><title>{Release(Points[i])}: {Axis.WithInterval(value, interval)}</title>");
            if (interval is not null)
            {
                placement.Avoid(new Box(x(i) - 3, vertical.At(interval.High), x(i) + 3, vertical.At(interval.Low)));
                svg.Write($"<path d=\"");
                WhiskerPath.Vertical(svg, vertical, interval, x(i), 3);
                svg.Write($"\"/>");
            }

            svg.Write($"""<circle cx="{x(i)}" cy="{y}" r="{Radius}"/></g>""");
        }

        // The newest value matters most, then the oldest, then whatever finds room.
        svg.Write($"""</g><g class="chart-labels">""");
        foreach (var i in known.TakeLast(1).Concat(known).Distinct())
        {
            var text = Axis.Format(Points[i].Value!.Value);
            if (placement.Beside(x(i), vertical.At(Points[i].Value!.Value), TextWidth.Of(text, ChartType.Label)) is { } box)
            {
                svg.Write($"""<text x="{box.Left + LabelPlacement.Breathing}" y="{box.Bottom - ChartType.Descent}">{text}</text>""");
            }
        }

        svg.Write($"</g>");
    }

    private static bool IsKnown(HistoryPoint point) => point.Value is { } value && double.IsFinite(value);

    private static string Release(HistoryPoint point) => TextWidth.Cut(PlainText.OneLine(point.Release), ChartType.Tick, 90);

    private string Text(double? value) => value is { } known && double.IsFinite(known) ? Axis.Format(known) : ChartWords.Missing;
}
