using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>How far a row is from another on one dimension, and what that proves.</summary>
/// <param name="Row">The row.</param>
/// <param name="Value">The row minus the other, in the dimension's unit.</param>
/// <param name="Interval">The interval of that difference at the benchmark's level, or null where none can be given.</param>
/// <param name="Verdict">1 where the row is better beyond chance, -1 where the other is, 0 where it may be chance, null where nobody can tell.</param>
/// <param name="IsPaired">Whether the two were compared item by item, at least in some use case.</param>
public sealed record RowDifference(LeaderboardRow Row, double Value, Interval? Interval, int? Verdict, bool IsPaired);

/// <summary>All pairs of rows of a board, compared once where memory allows.</summary>
internal sealed class PairwiseComparisons
{
    /// <summary>Averages of the same figures in another order may differ in their last bits; such values are equal.</summary>
    public const double Same = 1e-9;

    /// <summary>Most rows of a board whose pairs, about half a million, are kept in memory; larger boards compute pairs when asked.</summary>
    public const int MostRowsKept = 1000;

    // Below this, threads cost more than they save.
    private const int FewRows = 50;

    private readonly int _sign;
    private readonly ImmutableArray<Mixture> _rows;
    private readonly Comparison[][]? _kept;

    /// <param name="better">Which way the board's dimension is better.</param>
    /// <param name="rows">What the board's dimension is a mixture of, one a complete row.</param>
    public PairwiseComparisons(Direction better, ImmutableArray<Mixture> rows)
    {
        (_sign, _rows) = (better == Direction.Higher ? 1 : -1, rows);
        if (rows.Length <= MostRowsKept)
        {
            var kept = new Comparison[rows.Length][];
            if (rows.Length < FewRows)
            {
                for (var first = 0; first < kept.Length; first++)
                {
                    kept[first] = ComputeAll(first);
                }
            }
            else
            {
                Parallel.For(0, kept.Length, first => kept[first] = ComputeAll(first));
            }

            _kept = kept;
        }
    }

    /// <summary>1 where the first is significantly better, -1 where the second is, 0 where neither, null where nobody can tell.</summary>
    public int? Verdict(int first, int second, ConfidenceLevel level)
    {
        var comparison = Compare(first, second);
        return Math.Abs(comparison.Difference) <= Same ? 0 : _sign * comparison.Verdict(level);
    }

    /// <summary>How much better the first is than the second, which stands behind it.</summary>
    public Comparison Better(int first, int second)
    {
        var comparison = Compare(first, second);
        return comparison with { Difference = _sign * comparison.Difference };
    }

    /// <summary>
    /// Half-width of the interval of a difference, in the middle over all pairs (over every n-th row on boards too large to keep them);
    /// null where no pair has a standard error.
    /// </summary>
    public double? MiddleHalfWidth(ConfidenceLevel level)
    {
        var step = (_rows.Length / (MostRowsKept + 1)) + 1;
        var (errors, degrees) = (new List<double>(), new List<double>());
        for (var first = 0; first < _rows.Length; first += step)
        {
            for (var second = first + step; second < _rows.Length; second += step)
            {
                if (Compare(first, second) is { StandardError: { } error, DegreesOfFreedom: { } freedom })
                {
                    errors.Add(error);
                    degrees.Add(freedom);
                }
            }
        }

        if (errors.Count == 0)
        {
            return null;
        }

        // Several errors may equal the middle one except for rounding: of these, the one in the middle by degrees of freedom.
        double[] sorted = [.. errors];
        Array.Sort(sorted);
        var middle = sorted[sorted.Length / 2];
        var below = sorted.Count(error => error < middle * (1 - Same));
        var freedoms = degrees.Where((_, i) => Math.Abs(errors[i] - middle) <= Same * middle).Order().ToArray();
        return middle * StudentT.Quantile(1 - level.TailProbability, freedoms[(sorted.Length / 2) - below]);
    }

    private Comparison[] ComputeAll(int first)
    {
        var comparisons = new Comparison[_rows.Length - first - 1];
        for (var i = 0; i < comparisons.Length; i++)
        {
            comparisons[i] = Compute(first, first + 1 + i);
        }

        return comparisons;
    }

    private Comparison Compare(int first, int second) =>
        _kept is null ? Compute(first, second) : _kept[first][second - first - 1];

    private Comparison Compute(int first, int second) => MixtureComparison.Of(_rows[first], _rows[second]);
}
