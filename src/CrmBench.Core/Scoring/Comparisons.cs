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

    private readonly int _sign;
    private readonly IReadOnlyList<ScoredRow> _rows;
    private readonly MeanEstimate[][]? _kept;

    /// <param name="better">Which way the board's dimension is better.</param>
    /// <param name="rows">Complete rows.</param>
    public Comparisons(Direction better, IReadOnlyList<ScoredRow> rows)
    {
        (_sign, _rows) = (better == Direction.Higher ? 1 : -1, rows);
        if (rows.Count <= MostRowsKept)
        {
            var kept = new MeanEstimate[rows.Count][];
            Parallel.For(0, rows.Count, first =>
                kept[first] = [.. Enumerable.Range(first + 1, rows.Count - first - 1).Select(second => Compute(first, second))]);
            _kept = kept;
        }
    }

    /// <summary>1 where the first is significantly better, -1 where the second is, 0 where neither, null where nobody can tell.</summary>
    public int? Verdict(int first, int second, ConfidenceLevel level) =>
        Math.Abs(Difference(first, second).Value) <= Same ? 0 : Better(first, second).Verdict(level);

    /// <summary>How much better the first is than the second, which stands behind it.</summary>
    public Comparison Better(int first, int second)
    {
        var difference = Difference(first, second);
        return new Comparison(_sign > 0
            ? difference
            : new MeanEstimate(-difference.Value, difference.StandardError, difference.DegreesOfFreedom, difference.Count));
    }

    /// <summary>
    /// Half-width of the interval of a difference, in the middle over all pairs (over every n-th row on boards too large to keep them);
    /// null where no pair has a standard error.
    /// </summary>
    public double? MiddleHalfWidth(ConfidenceLevel level)
    {
        var step = (_rows.Count / (MostRowsKept + 1)) + 1;
        var errors = new List<(double Error, double Degrees)>();
        for (var first = 0; first < _rows.Count; first += step)
        {
            for (var second = first + step; second < _rows.Count; second += step)
            {
                if (Difference(first, second) is { StandardError: { } error, DegreesOfFreedom: { } degrees })
                {
                    errors.Add((error, degrees));
                }
            }
        }

        errors.Sort();
        return errors.Count == 0
            ? null
            : errors[errors.Count / 2].Error * StudentT.Quantile(1 - level.TailProbability, errors[errors.Count / 2].Degrees);
    }

    private MeanEstimate Difference(int first, int second) => _kept is null ? Compute(first, second) : _kept[first][second - first - 1];

    private MeanEstimate Compute(int first, int second) => Differences.Of(_rows[first].Mixture!, _rows[second].Mixture!);
}
