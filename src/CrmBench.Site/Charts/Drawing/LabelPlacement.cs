namespace CrmBench.Site.Charts.Drawing;

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

    /// <summary>Keeps labels off this point. All points come before the first label.</summary>
    public void AddPoint(double x, double y) => _points.Add((x, y));

    /// <summary>Prefers places that leave this line free.</summary>
    public void Avoid(Box line) => _lines.Add(line);

    /// <summary>A place close to a point for its label, taken at once.</summary>
    /// <param name="x">Centre of the point.</param>
    /// <param name="y">Centre of the point.</param>
    /// <param name="width">Width of the label's text.</param>
    /// <returns>The label's box, or null where there is no free place.</returns>
    public Box? Beside(double x, double y, double width) => Choose(Near(x, y, width + 2 * Breathing), x, y);

    /// <summary>A place farther off, to be joined to the point by a line; taken at once.</summary>
    /// <inheritdoc cref="Beside"/>
    public Box? Apart(double x, double y, double width) => Choose(Far(x, y, width + 2 * Breathing), x, y);

    private Box? Choose(IEnumerable<Box> candidates, double x, double y)
    {
        Box? crossing = null;
        foreach (var box in candidates)
        {
            if (!IsFree(box, x, y))
            {
                continue;
            }

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
            var reach = _radius + (point == (x, y) ? 0 : Clearance);
            if (box.Overlaps(new Box(point.X - reach, point.Y - _radius, point.X + reach, point.Y + _radius)))
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<Box> Near(double x, double y, double width)
    {
        var aside = _radius + 1;
        var diagonal = _radius * 0.7;

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

    private static Box At(double left, double top, double width) => new(left, top, left + width, top + Height);
}
