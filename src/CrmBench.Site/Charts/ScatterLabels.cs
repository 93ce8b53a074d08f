using System.Collections.Immutable;

namespace CrmBench.Site.Charts;

/// <summary>A point of a <see cref="ScatterChart"/> as it is drawn, for its label; places in pixels.</summary>
/// <param name="Name">What its label says.</param>
/// <param name="X">Its centre.</param>
/// <param name="Y">Its centre.</param>
internal sealed record DrawnPoint(string Name, double X, double Y)
{
    /// <summary>Identifier that ties the label to a row of a table, or null.</summary>
    public string? Row { get; init; }

    /// <summary>Whether the label is pale.</summary>
    public bool Faint { get; init; }

    /// <summary>The upper and the lower end of its upright whisker, or null.</summary>
    public Whisker? Upright { get; init; }

    /// <summary>The left and the right end of its level whisker, or null.</summary>
    public Whisker? Level { get; init; }
}

/// <summary>
/// The names beside the points of a <see cref="ScatterChart"/>: none is cut, covers a point or another; what finds no room is left to the
/// tooltip and the chart's data. <c>labels.js</c> is its twin for charts that a reader filtered or enlarged.
/// </summary>
internal static class ScatterLabels
{
    /// <summary>Writes the labels that find room.</summary>
    /// <param name="svg">Where they go.</param>
    /// <param name="points">In the order in which they choose their place; the frontier first, from its one end to the other.</param>
    /// <param name="frontier">How many of them the frontier has.</param>
    /// <param name="plot">The area of the points.</param>
    /// <param name="radius">Radius of the points.</param>
    public static void Write(SvgWriter svg, ImmutableArray<DrawnPoint> points, int frontier, Box plot, double radius)
    {
        var placement = new LabelPlacement(plot with { Top = plot.Top - 8 }, radius);
        foreach (var point in points)
        {
            placement.AddPoint(point.X, point.Y);
            if (point.Upright is { } upright)
            {
                placement.Avoid(new Box(point.X - 1, upright.Low, point.X + 1, upright.High));
            }

            if (point.Level is { } level)
            {
                placement.Avoid(new Box(level.Low, point.Y - 1, level.High, point.Y + 1));
            }
        }

        var steps = points[..frontier].Zip(points[..frontier].Skip(1)).ToArray();
        foreach (var (from, to) in steps)
        {
            placement.Avoid(new Box(Math.Min(from.X, to.X), from.Y - 1, Math.Max(from.X, to.X), from.Y + 1));
            placement.Avoid(new Box(to.X - 1, Math.Min(from.Y, to.Y), to.X + 1, Math.Max(from.Y, to.Y)));
        }

        svg.Write($"""<g class="chart-labels">""");
        for (var i = 0; i < points.Length; i++)
        {
            if (i == frontier)
            {
                WriteNameOfFrontier(svg, placement, steps);
            }

            WriteLabel(svg, placement, points[i], isImportant: i < frontier);
        }

        if (frontier == points.Length)
        {
            WriteNameOfFrontier(svg, placement, steps);
        }

        svg.Write($"</g>");
    }

    private static void WriteLabel(SvgWriter svg, LabelPlacement placement, DrawnPoint point, bool isImportant)
    {
        if (point.Name.Length == 0)
        {
            return;
        }

        var width = TextWidth.Of(point.Name, ChartType.Label);
        var place = placement.Beside(point.X, point.Y, width);
        if (place is null && isImportant && (place = placement.Apart(point.X, point.Y, width)) is { } apart)
        {
            var end = LabelPlacement.LeaderEnd(point.X, apart);
            svg.Write($"""<path class="chart-leader" d="M{point.X} {point.Y}L{end.X} {end.Y}"/>""");
        }

        if (place is { } box)
        {
            svg.Write($"<text");
            if (point.Row is { } row)
            {
                svg.Write($""" data-row="{row}" """);
            }

            svg.Write($""" x="{box.Left + LabelPlacement.Breathing}" y="{box.Bottom - ChartType.Descent}" """);
            if (point.Faint)
            {
                svg.Write($"class=\"chart-faint\"");
            }

            svg.Write($">{PlainText.Isolated(point.Name)}</text>");
        }
    }

    /// <summary>The frontier's name at the longest of its level steps that has room.</summary>
    private static void WriteNameOfFrontier(SvgWriter svg, LabelPlacement placement, (DrawnPoint From, DrawnPoint To)[] steps)
    {
        var width = TextWidth.Of(ChartWords.Frontier, ChartType.Label);
        foreach (var (from, to) in steps.OrderByDescending(step => Math.Abs(step.To.X - step.From.X)))
        {
            if (placement.Along((from.X + to.X) / 2, from.Y, width) is { } box)
            {
                svg.Write($"""<text class="chart-frontier-name" x="{box.Left + LabelPlacement.Breathing}" y="{box.Bottom - ChartType.Descent}">""");
                svg.Write($"{ChartWords.Frontier}</text>");
                return;
            }
        }
    }
}
