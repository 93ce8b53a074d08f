using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>A release scored by one method over some or all of its use cases.</summary>
public sealed record Leaderboard
{
    /// <summary>The benchmark.</summary>
    public required Benchmark Benchmark { get; init; }

    /// <summary>The release.</summary>
    public required Release Release { get; init; }

    /// <summary>The method of metrics that several methods may fill; metrics with one method keep theirs.</summary>
    public required Method Method { get; init; }

    /// <summary>The dimension that orders the rows.</summary>
    public required Dimension RankBy { get; init; }

    /// <summary>The use cases averaged over, in the benchmark's order.</summary>
    public required ImmutableArray<UseCase> UseCases { get; init; }

    /// <summary>Rows whose ranking dimension covers all use cases, best first.</summary>
    public required ImmutableArray<LeaderboardRow> Complete { get; init; }

    /// <summary>Rows that cover some use cases, most covered first, those over the same use cases together, within them best first; never ranked.</summary>
    public required ImmutableArray<LeaderboardRow> Partial { get; init; }

    /// <summary>Rows without a result on the ranking dimension, by name.</summary>
    public required ImmutableArray<LeaderboardRow> Unscored { get; init; }

    /// <summary>Rows of models that are a yardstick, best first; never ranked.</summary>
    public ImmutableArray<LeaderboardRow> References { get; init; } = [];

    /// <summary>Submissions taken back, with date and reason.</summary>
    public required ImmutableArray<Submission> Withdrawn { get; init; }

    /// <summary>
    /// Half-width of the interval of a difference between two complete rows, in the middle over all pairs (median), in the unit
    /// of the ranking dimension; null with fewer than two rows that have a standard error.
    /// </summary>
    public double? SmallestDifference { get; init; }

    /// <summary>
    /// Which complete rows cannot be told apart, by their positions in <see cref="Complete"/>; null where no two rows can be compared,
    /// and on boards of more than a thousand rows.
    /// </summary>
    public TieGroups? Ties { get; init; }

    /// <summary>All rows that are compared with each other, in the order of display: those of yardsticks are not among them.</summary>
    public IEnumerable<LeaderboardRow> Rows => Complete.Concat(Partial).Concat(Unscored);

    /// <summary>
    /// The rows of which anything was measured in the board's use cases themselves; where nothing was, those that have any figure.
    /// </summary>
    public ImmutableArray<LeaderboardRow> MeasuredRows =>
        Rows.Where(row => row.Dimensions.Any(score => score.Estimate is { Belonging: Belonging.Row })).ToImmutableArray() is { IsEmpty: false } own
            ? own
            : [.. Rows.Where(row => row.Dimensions.Any(score => score.Estimate is not null))];

    /// <summary>A board is itself alone: its lists compare by reference anyway, and a hash of all its texts takes long.</summary>
    public bool Equals(Leaderboard? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>How many differences a board finds, and how many chance alone would produce.</summary>
/// <param name="Compared">Pairs of ranked rows that can be compared: both have a standard error.</param>
/// <param name="Worse">Pairs of which one row is found worse.</param>
/// <param name="ByChance">
/// How many would be found among as many pairs of equal rows, on average; with Holm's adjustment the probability of any at all.
/// </param>
public sealed record Findings(long Compared, long Worse, double ByChance)
{
    /// <summary>The findings of a board; null where no two rows can be compared, or where its rows are not ranked.</summary>
    public static Findings? Of(Leaderboard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        long known = board.Complete.Count(row => row.RankedBy.Estimate!.StandardError is not null);
        if (known < 2 || board.SmallestDifference is null || board.Benchmark.Unranked is not null)
        {
            return null;
        }

        var outside = 1 - board.Benchmark.ConfidenceLevel;
        var compared = known * (known - 1) / 2;
        return new Findings(
            compared,
            board.Complete.Sum(row => row.RankRange!.Best - 1L),
            board.Benchmark.Holm ? outside : outside * compared);
    }
}
