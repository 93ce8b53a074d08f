namespace CrmBench.Core.Scoring;

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
