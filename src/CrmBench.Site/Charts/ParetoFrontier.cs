using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Site.Charts;

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
