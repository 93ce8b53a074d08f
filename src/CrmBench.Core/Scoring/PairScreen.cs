using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>
/// Compares most pairs of rows of a long board by a few numbers a row: a board of ten thousand rows has fifty million pairs. It decides a
/// pair only where the exact comparison cannot decide otherwise; close cases, and rows that share items, are left to
/// <see cref="PairwiseComparisons"/>.
/// </summary>
internal sealed class PairScreen
{
    // Much larger than any rounding of a difference or its error, and much smaller than the distance of most pairs from the limit.
    private const double MarginOfError = 1e-6;
    private const double MarginOfValue = 1e-9;

    private readonly int _sign;
    private readonly double _normal;
    private readonly ImmutableArray<Row> _rows;

    /// <param name="better">Which way the board's dimension is better.</param>
    /// <param name="rows">What the board's dimension is a mixture of, one a complete row.</param>
    /// <param name="level">Level of each comparison.</param>
    public PairScreen(Direction better, ImmutableArray<Mixture> rows, ConfidenceLevel level)
    {
        (_sign, _normal) = (better == Direction.Higher ? 1 : -1, level.NormalQuantile);
        _rows = [.. rows.Select(row => Sketch(row, level))];
    }

    /// <summary>As <see cref="PairwiseComparisons.Verdict"/> decides; null where only that can tell.</summary>
    public int? Verdict(int first, int second)
    {
        var (a, b) = (_rows[first], _rows[second]);
        var error = Math.Sqrt(a.Variance + b.Variance);
        if (!(error > 0 && double.IsFinite(error)))
        {
            return null;
        }

        var distance = Math.Abs(a.Value - b.Value);
        var margin = Math.Max(PairwiseComparisons.Same, (MarginOfError * error) + (MarginOfValue * (Math.Abs(a.Value) + Math.Abs(b.Value))));
        if (distance + margin < _normal * error)
        {
            return 0;
        }

        // A difference has at least the degrees of freedom of the poorer side, so it needs no larger quantile.
        return distance - margin > Math.Max(a.Quantile, b.Quantile) * error ? _sign * Math.Sign(a.Value - b.Value) : null;
    }

    private static Row Sketch(Mixture mixture, ConfidenceLevel level)
    {
        var sum = mixture.Parts.Sum;
        return mixture.Rated.IsEmpty && sum.Variance is { } variance
            ? new Row(sum.Value, variance, StudentT.Quantile(1 - level.TailProbability, sum.FewestDegrees))
            : new Row(sum.Value, double.NaN, double.NaN);
    }

    /// <param name="Value">The row's value.</param>
    /// <param name="Variance">Its squared standard error; NaN where it has none, or where it rests on ratings, whose errors do not simply add.</param>
    /// <param name="Quantile">The t quantile at its fewest degrees of freedom.</param>
    private readonly record struct Row(double Value, double Variance, double Quantile);
}
