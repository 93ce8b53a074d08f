using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Site.Charts;

/// <summary>One model in a <see cref="ScatterChart"/>.</summary>
/// <param name="Name">Name for readers, variant included.</param>
/// <param name="X">Value along the horizontal axis.</param>
/// <param name="Y">Value along the vertical axis.</param>
internal sealed record ScatterPoint(string Name, double X, double Y)
{
    /// <summary>Interval of <see cref="X"/>, or null.</summary>
    public Whisker? XInterval { get; init; }

    /// <summary>Interval of <see cref="Y"/>, or null.</summary>
    public Whisker? YInterval { get; init; }

    /// <summary>Identifier that ties the point and its label to a row of a table, or null.</summary>
    public string? Row { get; init; }

    /// <summary>Whether it was measured on a part only, or elsewhere: drawn hollow, never on the frontier.</summary>
    public bool Partial { get; init; }

    /// <summary>What the chart's data call a partial point instead of that; or null.</summary>
    public string? Standing { get; init; }
}

/// <summary>
/// One measure against another, such as accuracy against cost: intervals as whiskers, the frontier filled and joined by a dashed line,
/// labels where they find room, the frontier's first.
/// </summary>
/// <param name="Frame">What stands around the marks.</param>
/// <param name="X">Horizontal axis.</param>
/// <param name="Y">Vertical axis.</param>
/// <param name="Points">The models, in the board's order, which is also the order in which labels get their place.</param>
internal sealed record ScatterChart(ChartFrame Frame, ChartAxis X, ChartAxis Y, ImmutableArray<ScatterPoint> Points) : Chart(Frame)
{
    private const double Radius = 4.5;
    private const double Top = 26;
    private const double Foot = 42;
    private const double Margin = 12;

    /// <inheritdoc/>
    public override ChartTable ToTable()
    {
        var frontier = Frontier();
        return new([Frame.Subject, Y.Name, X.Name, ChartWords.Coverage], [.. Points.Select((point, i) => Row(point, frontier.Contains(i)))]);
    }

    /// <summary>Indices of the points on the frontier, the best along the horizontal axis first.</summary>
    public ImmutableArray<int> Frontier() => ParetoFrontier.Of(Points, X.Better, Y.Better);

    /// <inheritdoc/>
    internal override ChartDrawing? Draw()
    {
        var shown = Points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)).ToImmutableArray();
        if (shown.IsEmpty)
        {
            return null;
        }

        double plotHeight = Math.Clamp(Frame.Width * 0.62, 200, 340);
        var bottom = Top + plotHeight;
        var vertical = Y.Over(shown.Select(p => p.Y), shown.Select(p => p.YInterval).OfType<Whisker>(), bottom, Top)!;
        var yTicks = vertical.VerticalTicks(Y.TickText);
        var left = Math.Ceiling(yTicks.Max(tick => TextWidth.Of(tick.Text, ChartType.Tick))) + 8;
        var horizontal = X.Over(
            shown.Select(p => p.X),
            shown.Select(p => p.XInterval).OfType<Whisker>(),
            left + Margin,
            Frame.Width - Margin - Radius)!;
        var plot = new Box(left, Top, Frame.Width, bottom);

        return new ChartDrawing(bottom + Foot, svg =>
        {
            WriteAxes(svg, horizontal, yTicks, plot);
            WritePoints(svg, shown, horizontal, vertical, plot);
        });
    }

    private ImmutableArray<string> Row(ScatterPoint point, bool isOnFrontier) =>
    [
        PlainText.OneLine(point.Name),
        double.IsFinite(point.Y) ? Y.WithInterval(point.Y, point.YInterval) : ChartWords.Missing,
        double.IsFinite(point.X) ? X.WithInterval(point.X, point.XInterval) : ChartWords.Missing,
        isOnFrontier ? ChartWords.OnFrontier : point.Partial ? point.Standing ?? ChartWords.Partial : ChartWords.Complete,
    ];

    private void WriteAxes(SvgWriter svg, Scale horizontal, ImmutableArray<Tick> yTicks, Box plot)
    {
        svg.Write($"<path class=\"chart-grid\" d=\"");
        foreach (var tick in yTicks)
        {
            svg.Write($"M{plot.Left} {tick.Position}H{plot.Right}");
        }

        svg.Write($"\"/><g class=\"chart-ticks\" text-anchor=\"end\">");
        foreach (var tick in yTicks)
        {
            svg.Write($"""<text x="{plot.Left - 8}" y="{tick.Position + 4}">{tick.Text}</text>""");
        }

        svg.Write($"""</g><g class="chart-ticks" text-anchor="middle">""");
        foreach (var tick in horizontal.HorizontalTicks(X.TickText, Frame.Width))
        {
            svg.Write($"""<text x="{tick.LabelAt}" y="{plot.Bottom + 18}">{tick.Text}</text>""");
        }

        var room = Frame.Width - 4;
        var xName = X.Log ? $"{X.Name} ({ChartWords.LogScale})" : X.Name;
        svg.Write($"""</g><text class="chart-axis" y="12">{TextWidth.Cut(PlainText.OneLine(Y.Name), ChartType.Tick, room)}</text>""");
        svg.Write($"""<text class="chart-axis" x="{Frame.Width}" y="{plot.Bottom + 37}" text-anchor="end">""");
        svg.Write($"{TextWidth.Cut(PlainText.OneLine(xName), ChartType.Tick, room)}</text>");
    }

    private void WritePoints(SvgWriter svg, ImmutableArray<ScatterPoint> points, Scale horizontal, Scale vertical, Box plot)
    {
        var frontier = ParetoFrontier.Of(points, X.Better, Y.Better);
        var rest = Enumerable.Range(0, points.Length).Except(frontier).ToArray();
        var complete = rest.Where(i => !points[i].Partial).ToArray();
        var partial = rest.Where(i => points[i].Partial).ToArray();

        WriteFrontier(svg, [.. frontier.Select(i => (horizontal.At(points[i].X), vertical.At(points[i].Y)))]);

        // Drawn from the least to the most important, so that the frontier lies on top; labelled the other way round.
        WriteGroup(svg, "chart-partial", partial.Select(i => points[i]), horizontal, vertical);
        WriteGroup(svg, "chart-complete", complete.Select(i => points[i]), horizontal, vertical);
        WriteGroup(svg, "chart-best", frontier.Select(i => points[i]), horizontal, vertical);
        ScatterLabels.Write(
            svg, [.. frontier.Concat(complete).Concat(partial).Select(i => Drawn(points[i], horizontal, vertical))], frontier.Length, plot, Radius);
    }

    private static void WriteFrontier(SvgWriter svg, (double X, double Y)[] places)
    {
        if (places.Length < 2)
        {
            return;
        }

        svg.Write($"""<path class="chart-frontier" d="M{places[0].X} {places[0].Y}""");
        foreach (var (x, y) in places.Skip(1))
        {
            // Between two of its models the frontier runs level: what lies beneath is beaten by the better of the two.
            svg.Write($"H{x}V{y}");
        }

        svg.Write($"\"/>");
    }

    private void WriteGroup(SvgWriter svg, string kind, IEnumerable<ScatterPoint> points, Scale horizontal, Scale vertical)
    {
        var any = false;
        foreach (var point in points)
        {
            if (!any)
            {
                svg.Write($"""<g class="{kind}">""");
                any = true;
            }

            var (x, y) = (horizontal.At(point.X), vertical.At(point.Y));
            svg.Write($"<g");
            WriteRow(svg, point);
            svg.Write($"><title>{PlainText.OneLine(point.Name)}: {Y.WithInterval(point.Y, point.YInterval)}, ");
            svg.Write($"{X.WithInterval(point.X, point.XInterval)}</title>");
            if (point.XInterval is not null || point.YInterval is not null || !horizontal.Shows(point.X))
            {
                svg.Write($"<path d=\"");
                if (point.YInterval is { } yInterval)
                {
                    WhiskerPath.Vertical(svg, vertical, yInterval, x, 0);
                }

                if (point.XInterval is { } xInterval)
                {
                    WhiskerPath.Horizontal(svg, horizontal, xInterval, y, 0);
                }

                WriteBeyond(svg, horizontal, point.X, x, y);
                svg.Write($"\"/>");
            }

            svg.Write($"""<circle cx="{x}" cy="{y}" r="{Radius}"/></g>""");
        }

        if (any)
        {
            svg.Write($"</g>");
        }
    }

    private static void WriteRow(SvgWriter svg, ScatterPoint point)
    {
        if (point.Row is { } row)
        {
            svg.Write($""" data-row="{row}" """);
        }
    }

    /// <summary>An arrowhead beside a point whose value lies beyond the horizontal axis.</summary>
    private static void WriteBeyond(SvgWriter svg, Scale scale, double value, double x, double y)
    {
        if (!scale.Shows(value))
        {
            var outward = value < scale.Low ? -1 : 1;
            svg.Write($"M{x + outward * (Radius + 2)} {y - 3}l{outward * 3} 3l{-outward * 3} 3");
        }
    }

    /// <summary>A point as it is drawn: to a tenth of a pixel, as it is written, so that scripts that read the drawing place labels alike.</summary>
    private static DrawnPoint Drawn(ScatterPoint point, Scale horizontal, Scale vertical) =>
        new(PlainText.OneLine(point.Name), Written(horizontal.At(point.X)), Written(vertical.At(point.Y)))
        {
            Row = point.Row,
            Faint = point.Partial,
            Upright = Ends(point.YInterval, vertical),
            Level = Ends(point.XInterval, horizontal),
        };

    private static Whisker? Ends(Whisker? interval, Scale scale)
    {
        if (interval is null || double.IsNaN(interval.Low) || double.IsNaN(interval.High))
        {
            return null;
        }

        var (low, high) = (Written(scale.At(interval.Low)), Written(scale.At(interval.High)));
        return new Whisker(Math.Min(low, high), Math.Max(low, high));
    }

    private static double Written(double place) => Math.Round(place, 1, MidpointRounding.AwayFromZero);
}

/// <summary>The models that no other beats in both directions at once.</summary>
internal static class ParetoFrontier
{
    /// <summary>The frontier of complete points.</summary>
    /// <param name="points">Points; partial ones take no part, since their values do not compare.</param>
    /// <param name="x">Which way the horizontal value is better.</param>
    /// <param name="y">Which way the vertical value is better.</param>
    /// <returns>
    /// Indices into <paramref name="points"/>, the best in x first. A point is on the frontier unless another is at least as good
    /// in both and better in one; equal points are on it together.
    /// </returns>
    public static ImmutableArray<int> Of(ImmutableArray<ScatterPoint> points, Direction x, Direction y)
    {
        var best = double.NegativeInfinity;
        var bestX = double.NaN;
        var frontier = ImmutableArray.CreateBuilder<int>();
        var order = Enumerable.Range(0, points.Length)
            .Where(i => !points[i].Partial && double.IsFinite(points[i].X) && double.IsFinite(points[i].Y))
            .OrderByDescending(i => Goodness(points[i].X, x))
            .ThenByDescending(i => Goodness(points[i].Y, y));
        foreach (var i in order)
        {
            var goodness = Goodness(points[i].Y, y);
            if (goodness > best || (goodness == best && points[i].X == bestX))
            {
                (best, bestX) = (goodness, points[i].X);
                frontier.Add(i);
            }
        }

        return frontier.ToImmutable();
    }

    private static double Goodness(double value, Direction better) => better == Direction.Higher ? value : -value;
}
