using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Ranks and rank ranges of the complete rows of a board.</summary>
internal sealed class Ranking
{
    private readonly ImmutableArray<int> _ranks;
    private readonly ImmutableArray<RankRange> _ranges;

    private Ranking(Direction better, ConfidenceLevel level, ImmutableArray<DimensionScore> scores, bool holm)
    {
        ImmutableArray<Mixture> rows = [.. scores.Select(score => score.Mixture!)];
        var comparisons = new PairwiseComparisons(better, rows);
        _ranks = PointRanks(scores);
        var isLong = rows.Length > PairwiseComparisons.MostRowsKept;
        var ties = isLong ? null : new TieGroups(rows.Length);
        var screen = isLong && !holm ? new PairScreen(better, rows, level) : null;
        _ranges = holm
            ? RankRanges.FromHolm(rows.Length, (first, second) => comparisons.Better(first, second), level, ties)
            : RankRanges.FromVerdicts(rows.Length, (first, second) => screen?.Verdict(first, second) ?? comparisons.Verdict(first, second, level), ties);
        SmallestDifference = comparisons.MiddleHalfWidth(level);
        Ties = HasRanges ? ties : null;
    }

    /// <summary>Whether any two rows can be compared; without that there are ranks but no ranges.</summary>
    public bool HasRanges => SmallestDifference is not null;

    /// <summary>Half-width of the interval of a difference, in the middle over all pairs; null where no pair can be compared.</summary>
    public double? SmallestDifference { get; }

    /// <summary>Which rows cannot be told apart; null where none can be compared, and on boards too large to keep it.</summary>
    public TieGroups? Ties { get; }

    /// <summary>Ranks rows.</summary>
    /// <param name="better">Which way the dimension is better.</param>
    /// <param name="confidenceLevel">Level of each comparison, between 0 and 1.</param>
    /// <param name="scores">The dimension of complete rows, best first.</param>
    /// <param name="holm">Whether the level shall hold for all comparisons of the board together.</param>
    public static Ranking Of(Direction better, double confidenceLevel, ImmutableArray<DimensionScore> scores, bool holm) =>
        new(better, new ConfidenceLevel(confidenceLevel), scores, holm);

    /// <summary>The row at a position, with its rank and ranges.</summary>
    public LeaderboardRow Apply(LeaderboardRow row, int position) => row with
    {
        Rank = _ranks[position],
        RankRange = HasRanges ? _ranges[position] : null,
    };

    private static ImmutableArray<int> PointRanks(ImmutableArray<DimensionScore> scores)
    {
        var ranks = new int[scores.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = i > 0 && AreOne(scores[i - 1], scores[i]) ? ranks[i - 1] : i + 1;
        }

        return [.. ranks];
    }

    // Two figures without intervals that print alike share a rank: a reader sees no difference between them.
    private static bool AreOne(DimensionScore first, DimensionScore second)
    {
        var (one, other) = (first.Estimate!, second.Estimate!);
        return Math.Abs(one.Value - other.Value) <= PairwiseComparisons.Same
            || (one.Interval is null && other.Interval is null
                && PrintedNumber.Of(first.Dimension.Unit, one.Value) == PrintedNumber.Of(first.Dimension.Unit, other.Value));
    }
}
