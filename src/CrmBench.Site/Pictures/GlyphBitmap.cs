using System.Collections.Immutable;

namespace CrmBench.Site.Pictures;

/// <summary>How much of each pixel a glyph covers, in <see cref="Levels"/> steps.</summary>
/// <param name="Left">Pixels from the pen to its left edge; may be negative.</param>
/// <param name="Top">Pixels from the baseline up to its top edge.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Coverage">From 0 for none to <see cref="Levels"/> for all, row by row.</param>
internal sealed record GlyphBitmap(int Left, int Top, int Width, int Height, byte[] Coverage)
{
    /// <summary>The steps between no ink and all of it.</summary>
    public const int Levels = 5;

    // A curve of a letter is well below a hundred pixels long: straight pieces of a few pixels look round.
    private const int PiecesOfACurve = 8;

    /// <summary>Fills an outline by the rule of non-zero winding, which fonts of this kind are drawn for.</summary>
    /// <param name="outline">Closed curves, in units of the font.</param>
    /// <param name="scale">Pixels a unit.</param>
    public static GlyphBitmap Of(ImmutableArray<ImmutableArray<OutlinePoint>> outline, double scale)
    {
        var lines = outline.SelectMany(contour => Lines(contour, scale)).ToArray();
        if (lines.Length == 0)
        {
            return new GlyphBitmap(0, 0, 0, 0, []);
        }

        var left = (int)Math.Floor(lines.Min(line => line.FromX));
        var right = (int)Math.Ceiling(lines.Max(line => line.FromX));
        var top = (int)Math.Floor(lines.Min(line => line.FromY));
        var bottom = (int)Math.Ceiling(lines.Max(line => line.FromY));
        var (width, height) = (right - left, bottom - top);
        // Signed areas, added up from the left: what is to the right of a line that goes down is inside.
        var areas = new double[(width + 1) * height + 1];
        foreach (var line in lines)
        {
            Add(areas, width + 1, line.FromX - left, line.FromY - top, line.ToX - left, line.ToY - top);
        }

        var coverage = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var sum = 0.0;
            for (var x = 0; x < width; x++)
            {
                sum += areas[(y * (width + 1)) + x];
                coverage[(y * width) + x] = (byte)Math.Floor((Math.Min(1, Math.Abs(sum)) * Levels) + 0.5);
            }
        }

        return new GlyphBitmap(left, -top, width, height, coverage);
    }

    /// <summary>The straight pieces of a closed curve in pixels, its y downwards.</summary>
    private static IEnumerable<Piece> Lines(ImmutableArray<OutlinePoint> contour, double scale)
    {
        // Between two points that are only drawn towards stands one that the curve goes through, in their middle.
        var whole = new List<OutlinePoint>();
        for (var i = 0; i < contour.Length; i++)
        {
            var (point, next) = (contour[i], contour[(i + 1) % contour.Length]);
            whole.Add(point);
            if (!point.OnCurve && !next.OnCurve)
            {
                whole.Add(new OutlinePoint((point.X + next.X) / 2, (point.Y + next.Y) / 2, true));
            }
        }

        var start = whole.FindIndex(point => point.OnCurve);
        for (var i = 0; i < whole.Count; i++)
        {
            var (from, next, after) = (At(i), At(i + 1), At(i + 2));
            if (!from.OnCurve)
            {
                continue;
            }

            if (next.OnCurve)
            {
                yield return new Piece(from.X * scale, -from.Y * scale, next.X * scale, -next.Y * scale);
                continue;
            }

            var (x, y) = (from.X, from.Y);
            for (var piece = 1; piece <= PiecesOfACurve; piece++)
            {
                var t = (double)piece / PiecesOfACurve;
                var (toX, toY) = (Curve(from.X, next.X, after.X, t), Curve(from.Y, next.Y, after.Y, t));
                yield return new Piece(x * scale, -y * scale, toX * scale, -toY * scale);
                (x, y) = (toX, toY);
            }
        }

        OutlinePoint At(int i) => whole[(start + i) % whole.Count];
    }

    private static double Curve(double from, double towards, double to, double t) =>
        ((1 - t) * (1 - t) * from) + (2 * t * (1 - t) * towards) + (t * t * to);

    /// <summary>Adds the signed area that a line leaves to its right in each pixel of the rows it crosses.</summary>
    private static void Add(double[] areas, int stride, double fromX, double fromY, double toX, double toY)
    {
        if (fromY == toY)
        {
            return;
        }

        var sign = fromY < toY ? 1.0 : -1.0;
        var (x0, y0, x1, y1) = fromY < toY ? (fromX, fromY, toX, toY) : (toX, toY, fromX, fromY);
        var slope = (x1 - x0) / (y1 - y0);
        for (var row = (int)Math.Floor(y0); row < y1; row++)
        {
            var (above, below) = (Math.Max(y0, row), Math.Min(y1, row + 1));
            if (above < below)
            {
                AddInRow(
                    areas, row * stride, sign * (below - above), x0 + ((above - y0) * slope), x0 + ((below - y0) * slope));
            }
        }
    }

    // A line within one row, from one x to another: its height is shared among the pixels that it crosses, by the way it goes in each.
    private static void AddInRow(double[] areas, int row, double height, double fromX, double toX)
    {
        var (left, right) = fromX < toX ? (fromX, toX) : (toX, fromX);
        var first = (int)Math.Floor(left);
        if (right <= first + 1)
        {
            var covered = height * (first + 1 - ((left + right) / 2));
            areas[row + first] += covered;
            areas[row + first + 1] += height - covered;
            return;
        }

        for (var x = first; x < right; x++)
        {
            var (from, to) = (Math.Max(left, x), Math.Min(right, x + 1));
            var part = height * (to - from) / (right - left);
            var covered = part * (x + 1 - ((from + to) / 2));
            areas[row + x] += covered;
            areas[row + x + 1] += part - covered;
        }
    }

    private readonly record struct Piece(double FromX, double FromY, double ToX, double ToY);
}
