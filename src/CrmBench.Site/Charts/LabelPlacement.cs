namespace CrmBench.Site.Charts;

/// <summary>A rectangle in the chart's pixels, y downwards. The default value is the empty box at the origin.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Right">Right edge, not left of <paramref name="Left"/>.</param>
/// <param name="Bottom">Bottom edge, not above <paramref name="Top"/>.</param>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Whether both share more than an edge.</summary>
    public bool Overlaps(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether the other lies wholly inside, edges included.</summary>
    public bool Encloses(Box other) =>
        Left <= other.Left && other.Right <= Right && Top <= other.Top && other.Bottom <= Bottom;
}

/// <summary>Finds places for labels beside points so that no label touches another or any point.</summary>
/// <remarks>
/// Greedy: who comes first chooses first. Each label tries eight places around its point, the most readable first; places that
/// cross no line come before places that do. A label without a free place is dropped.
/// </remarks>
internal sealed class LabelPlacement
{
    /// <summary>Free space kept on both sides of a label's text, in pixels.</summary>
    public const double Breathing = 2;

    private const double Height = ChartType.Ascent + ChartType.Descent;

    // A label that ends right at another point would be read as that point's.
    private const double Clearance = 4;

    private readonly Box _area;
    private readonly double _radius;
    private readonly List<(double X, double Y)> _points = [];
    private readonly List<Box> _lines = [];
    private readonly List<Box> _labels = [];

    /// <summary>Creates an empty plan.</summary>
    /// <param name="area">Where labels may stand.</param>
    /// <param name="radius">Radius of the points.</param>
    public LabelPlacement(Box area, double radius) => (_area, _radius) = (area, radius);

    /// <summary>How far the point reaches along both axes at once.</summary>
    private double Diagonal => _radius * 0.7;

    /// <summary>Keeps labels off this point. All points come before the first label.</summary>
    public void AddPoint(double x, double y) => _points.Add((x, y));

    /// <summary>Prefers places that leave this line free.</summary>
    public void Avoid(Box line) => _lines.Add(line);

    /// <summary>Prefers places that leave a straight line of any slope free.</summary>
    public void AvoidLine(double fromX, double fromY, double toX, double toY) => _lines.AddRange(Chain(fromX, fromY, toX, toY));

    /// <summary>A place close to a point for its label, taken at once.</summary>
    /// <param name="x">Centre of the point.</param>
    /// <param name="y">Centre of the point.</param>
    /// <param name="width">Width of the label's text.</param>
    /// <returns>The label's box, or null where there is no free place.</returns>
    public Box? Beside(double x, double y, double width) => Choose(Near(x, y, width + 2 * Breathing).Where(box => IsFree(box, x, y)));

    /// <summary>A place farther off, to be joined to the point by a line; taken at once. The line crosses no label.</summary>
    /// <inheritdoc cref="Beside"/>
    public Box? Apart(double x, double y, double width)
    {
        var free = Far(x, y, width + 2 * Breathing).Where(box => IsFree(box, x, y) && !Leader(x, y, box).Any(CrossesLabel));
        if (Choose(free) is not { } chosen)
        {
            return null;
        }

        _labels.AddRange(Leader(x, y, chosen));
        return chosen;

        bool CrossesLabel(Box piece) => _labels.Exists(piece.Overlaps);
    }

    /// <summary>A place above or below a level line for its name, taken at once.</summary>
    /// <param name="x">Middle of the line.</param>
    /// <param name="y">Height of the line.</param>
    /// <param name="width">Width of the name.</param>
    /// <returns>The name's box, or null where there is no free place.</returns>
    public Box? Along(double x, double y, double width)
    {
        var (left, wide) = (x - width / 2 - Breathing, width + 2 * Breathing);
        return Choose(new[] { At(left, y - 2 - Height, wide), At(left, y + 2, wide) }.Where(box => IsFree(box, double.NaN, double.NaN)));
    }

    /// <summary>Where the line from a point meets its label.</summary>
    public static (double X, double Y) LeaderEnd(double x, Box label) =>
        (label.Left > x ? label.Left : label.Right < x ? label.Right : x, (label.Top + label.Bottom) / 2);

    private Box? Choose(IEnumerable<Box> free)
    {
        Box? crossing = null;
        foreach (var box in free)
        {
            if (!_lines.Exists(box.Overlaps))
            {
                _labels.Add(box);
                return box;
            }

            crossing ??= box;
        }

        if (crossing is { } found)
        {
            _labels.Add(found);
        }

        return crossing;
    }

    private bool IsFree(Box box, double x, double y)
    {
        if (!_area.Encloses(box) || _labels.Exists(box.Overlaps))
        {
            return false;
        }

        foreach (var point in _points)
        {
            // A label's corner may come nearer to its own point than the square around it: the point is round.
            var (aside, above) = point == (x, y) ? (Diagonal, Diagonal) : (_radius + Clearance, _radius);
            if (box.Overlaps(new Box(point.X - aside, point.Y - above, point.X + aside, point.Y + above)))
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<Box> Near(double x, double y, double width)
    {
        var aside = _radius + 1;
        var diagonal = Diagonal;

        yield return At(x + aside, y - Height / 2, width);
        yield return At(x - aside - width, y - Height / 2, width);
        yield return At(x - width / 2, y - aside - Height, width);
        yield return At(x - width / 2, y + aside, width);
        yield return At(x + diagonal, y - diagonal - Height, width);
        yield return At(x + diagonal, y + diagonal, width);
        yield return At(x - diagonal - width, y - diagonal - Height, width);
        yield return At(x - diagonal - width, y + diagonal, width);
    }

    private static IEnumerable<Box> Far(double x, double y, double width)
    {
        for (var distance = 16; distance <= 64; distance += 8)
        {
            for (var rise = -distance; rise <= distance; rise += 8)
            {
                var run = distance + 8 - Math.Abs(rise) / 2;
                yield return At(x + run, y + rise - Height / 2, width);
                yield return At(x - run - width, y + rise - Height / 2, width);
            }
        }
    }

    private static IEnumerable<Box> Leader(double x, double y, Box label)
    {
        var end = LeaderEnd(x, label);
        return Chain(x, y, end.X, end.Y);
    }

    /// <summary>A sloping line as a chain of small boxes.</summary>
    private static IEnumerable<Box> Chain(double fromX, double fromY, double toX, double toY)
    {
        var pieces = Math.Max(1, (int)(Math.Max(Math.Abs(toX - fromX), Math.Abs(toY - fromY)) / 4));
        for (var i = 0; i <= pieces; i++)
        {
            var share = (double)i / pieces;
            var (x, y) = (fromX + (toX - fromX) * share, fromY + (toY - fromY) * share);
            yield return new Box(x - 1, y - 1, x + 1, y + 1);
        }
    }

    private static Box At(double left, double top, double width) => new(left, top, left + width, top + Height);
}
