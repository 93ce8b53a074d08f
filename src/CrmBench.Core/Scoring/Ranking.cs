using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Ranks and rank ranges of the complete rows of a board.</summary>
internal sealed class Ranking
{
    // Averages of the same figures in another order may differ in their last bits; such rows are equal.
    private const double Same = 1e-9;

    private readonly ImmutableArray<int> _ranks;
    private readonly ImmutableArray<RankRange?> _ranges;

    private Ranking(ImmutableArray<int> ranks, ImmutableArray<RankRange?> ranges, double? smallestDifference) =>
        (_ranks, _ranges, SmallestDifference) = (ranks, ranges, smallestDifference);

    /// <summary>Half-width of the interval of a difference, in the middle over all pairs; null where no pair can be compared.</summary>
    public double? SmallestDifference { get; }

    /// <summary>Ranks rows.</summary>
    /// <param name="better">Which way the dimension is better.</param>
    /// <param name="confidenceLevel">Level of each comparison, between 0 and 1.</param>
    /// <param name="rows">Complete rows, best first.</param>
    public static Ranking Of(Direction better, double confidenceLevel, IReadOnlyList<ScoredRow> rows)
    {
        var level = new ConfidenceLevel(confidenceLevel);
        var errors = new List<(double Error, double Degrees)>();
        var sign = better == Direction.Higher ? 1 : -1;
        var ranges = RankRanges.FromVerdicts(rows.Count, (first, second) =>
        {
            var comparison = Differences.Of(rows[first].Mixture!, rows[second].Mixture!);
            if (comparison is { StandardError: { } error, DegreesOfFreedom: { } degrees })
            {
                errors.Add((error, degrees));
            }

            return Math.Abs(comparison.Difference) <= Same ? 0 : sign * comparison.Verdict(level);
        });
        return new Ranking(
            PointRanks(rows),
            errors.Count == 0 ? [.. new RankRange?[rows.Count]] : [.. ranges],
            MiddleHalfWidth(errors, level));
    }

    /// <summary>The row at a position, with its rank and range.</summary>
    public LeaderboardRow Apply(LeaderboardRow row, int position) =>
        row with { Rank = _ranks[position], RankRange = _ranges[position] };

    private static ImmutableArray<int> PointRanks(IReadOnlyList<ScoredRow> rows)
    {
        var ranks = new int[rows.Count];
        for (var i = 0; i < ranks.Length; i++)
        {
            var isTie = i > 0 && Math.Abs(Value(rows[i]) - Value(rows[i - 1])) <= Same;
            ranks[i] = isTie ? ranks[i - 1] : i + 1;
        }

        return [.. ranks];
    }

    private static double Value(ScoredRow row) => row.Row.RankedBy.Estimate!.Value;

    private static double? MiddleHalfWidth(List<(double Error, double Degrees)> errors, ConfidenceLevel level)
    {
        if (errors.Count == 0)
        {
            return null;
        }

        errors.Sort();
        var (error, degrees) = errors[errors.Count / 2];
        return error * StudentT.Quantile(1 - level.TailProbability, degrees);
    }
}
