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
                && PrintedNumber.Of(first.Dimension.Printed, one.Value) == PrintedNumber.Of(first.Dimension.Printed, other.Value));
    }
}

/// <summary>The order of display: complete rows, then partial, then empty; partial ones by their use cases; within them best first, then by name and identifier.</summary>
internal sealed class RowOrder : IComparer<LeaderboardRow>
{
    private readonly int _sign;

    private RowOrder(int sign) => _sign = sign;

    /// <summary>The order for a dimension that is better this way.</summary>
    public static RowOrder Of(Direction better) => new(better == Direction.Higher ? -1 : 1);

    /// <inheritdoc/>
    public int Compare(LeaderboardRow? x, LeaderboardRow? y)
    {
        var first = x ?? throw new ArgumentNullException(nameof(x));
        var second = y ?? throw new ArgumentNullException(nameof(y));
        var byCoverage = second.RankedBy.Coverage.Count.CompareTo(first.RankedBy.Coverage.Count);
        if (byCoverage != 0)
        {
            return byCoverage;
        }

        // Rows over the same use cases stand together, because only their values can be compared.
        var byUseCases = second.RankedBy.Coverage.Covered.AsSpan().SequenceCompareTo(first.RankedBy.Coverage.Covered.AsSpan());
        if (byUseCases != 0)
        {
            return byUseCases;
        }

        var byValue = _sign * Nullable.Compare(first.RankedBy.Estimate?.Value, second.RankedBy.Estimate?.Value);
        if (byValue != 0)
        {
            return byValue;
        }

        var byName = string.CompareOrdinal(first.Label, second.Label);
        return byName != 0 ? byName : string.CompareOrdinal(first.Submission.Id, second.Submission.Id);
    }
}

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
