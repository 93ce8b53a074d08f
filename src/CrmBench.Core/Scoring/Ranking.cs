using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Ranks and rank ranges of the complete rows of a board.</summary>
internal sealed class Ranking
{
    // Averages of the same figures in another order may differ in their last bits; such rows are equal.
    private const double Same = 1e-9;

    // Holm's method sorts the p values of all pairs: on large boards that is neither quick nor of use to a reader.
    private const int MostRowsForHolm = 300;

    private readonly ImmutableArray<int> _ranks;
    private readonly ImmutableArray<RankRange> _ranges;
    private readonly ImmutableArray<RankRange> _boardwideRanges;
    private readonly ImmutableArray<Comparison> _behindLeader;

    private Ranking(Direction better, ConfidenceLevel level, IReadOnlyList<ScoredRow> rows)
    {
        var sign = better == Direction.Higher ? 1 : -1;
        var errors = new List<(double Error, double Degrees)>();
        _ranks = PointRanks(rows);
        _behindLeader = [.. rows.Select(row => Differences.Of(rows[0].Mixture!, row.Mixture!))];
        _ranges = RankRanges.FromVerdicts(rows.Count, (first, second) =>
        {
            var comparison = Differences.Of(rows[first].Mixture!, rows[second].Mixture!);
            if (comparison is { StandardError: { } error, DegreesOfFreedom: { } degrees })
            {
                errors.Add((error, degrees));
            }

            return Math.Abs(comparison.Difference) <= Same ? 0 : sign * comparison.Verdict(level);
        });
        (HasRanges, SmallestDifference) = (errors.Count > 0, MiddleHalfWidth(errors, level));
        _boardwideRanges = HasRanges && rows.Count <= MostRowsForHolm
            ? RankRanges.FromHolm(rows.Count, (first, second) => Better(sign, rows[first], rows[second]), level)
            : [];
    }

    /// <summary>Whether any two rows can be compared; without that there are ranks but no ranges.</summary>
    public bool HasRanges { get; }

    /// <summary>Half-width of the interval of a difference, in the middle over all pairs; null where no pair can be compared.</summary>
    public double? SmallestDifference { get; }

    /// <summary>Ranks rows.</summary>
    /// <param name="better">Which way the dimension is better.</param>
    /// <param name="confidenceLevel">Level of each comparison, between 0 and 1.</param>
    /// <param name="rows">Complete rows, best first.</param>
    public static Ranking Of(Direction better, double confidenceLevel, IReadOnlyList<ScoredRow> rows) =>
        new(better, new ConfidenceLevel(confidenceLevel), rows);

    /// <summary>The row at a position, with its rank and ranges.</summary>
    public LeaderboardRow Apply(LeaderboardRow row, int position) => row with
    {
        Rank = _ranks[position],
        RankRange = HasRanges ? _ranges[position] : null,
        BoardwideRankRange = _boardwideRanges.IsEmpty ? null : _boardwideRanges[position],
        BehindLeader = _behindLeader[position],
    };

    private static Comparison Better(int sign, ScoredRow first, ScoredRow second) =>
        sign > 0 ? Differences.Of(first.Mixture!, second.Mixture!) : Differences.Of(second.Mixture!, first.Mixture!);

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
