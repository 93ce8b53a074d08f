using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>All pairs of rows of a board, compared once where memory allows.</summary>
internal sealed class Comparisons
{
    /// <summary>Averages of the same figures in another order may differ in their last bits; such values are equal.</summary>
    public const double Same = 1e-9;

    /// <summary>The largest board whose pairs are kept: half a million; larger ones compute them when asked.</summary>
    public const int MostRowsKept = 1000;

    // Below this, threads cost more than they save.
    private const int FewRows = 50;

    private readonly int _sign;
    private readonly IReadOnlyList<ScoredRow> _rows;
    private readonly DifferenceEstimate[][]? _kept;

    /// <param name="better">Which way the board's dimension is better.</param>
    /// <param name="rows">Complete rows.</param>
    public Comparisons(Direction better, IReadOnlyList<ScoredRow> rows)
    {
        (_sign, _rows) = (better == Direction.Higher ? 1 : -1, rows);
        if (rows.Count <= MostRowsKept)
        {
            var kept = new DifferenceEstimate[rows.Count][];
            if (rows.Count < FewRows)
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
        var difference = Difference(first, second);
        return Math.Abs(difference.Value) <= Same ? 0 : _sign * Comparison.Verdict(difference, level);
    }

    /// <summary>How much better the first is than the second, which stands behind it.</summary>
    public Comparison Better(int first, int second)
    {
        var difference = Difference(first, second);
        return new Comparison((difference with { Value = _sign * difference.Value }).ToMean());
    }

    /// <summary>
    /// Half-width of the interval of a difference, in the middle over all pairs (over every n-th row on boards too large to keep them);
    /// null where no pair has a standard error.
    /// </summary>
    public double? MiddleHalfWidth(ConfidenceLevel level)
    {
        var step = (_rows.Count / (MostRowsKept + 1)) + 1;
        var (errors, degrees) = (new List<double>(), new List<double>());
        for (var first = 0; first < _rows.Count; first += step)
        {
            for (var second = first + step; second < _rows.Count; second += step)
            {
                var difference = Difference(first, second);
                if (difference is { StandardError: { } error, DegreesOfFreedom: { } freedom })
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

        // Among errors that are equal but for rounding the one in the middle by degrees of freedom.
        double[] sorted = [.. errors];
        Array.Sort(sorted);
        var middle = sorted[sorted.Length / 2];
        var below = sorted.Count(error => error < middle * (1 - Same));
        var freedoms = degrees.Where((_, i) => Math.Abs(errors[i] - middle) <= Same * middle).Order().ToArray();
        return middle * StudentT.Quantile(1 - level.TailProbability, freedoms[(sorted.Length / 2) - below]);
    }

    private DifferenceEstimate[] ComputeAll(int first)
    {
        var differences = new DifferenceEstimate[_rows.Count - first - 1];
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = Compute(first, first + 1 + i);
        }

        return differences;
    }

    private DifferenceEstimate Difference(int first, int second) =>
        _kept is null ? Compute(first, second) : _kept[first][second - first - 1];

    private DifferenceEstimate Compute(int first, int second) => Differences.Of(_rows[first].Mixture!, _rows[second].Mixture!);
}
