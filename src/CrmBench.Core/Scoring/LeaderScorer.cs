using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>The row that is best on one dimension, and every other against it: of the complete rows, or of all rows of a board over one use case.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Row">The best row by value, first on the board among equals.</param>
/// <param name="Others">The other rows with a figure over all use cases, best first.</param>
/// <param name="Without">Rows that have no such figure, or only one that belongs to something farther, in the order of the board.</param>
public sealed record DimensionLeader(
    Dimension Dimension, LeaderboardRow Row, ImmutableArray<RowDifference> Others, ImmutableArray<LeaderboardRow> Without)
{
    /// <summary>What the compared figures belong to; where it is not <see cref="Belonging.Row"/>, no row has a figure of its own.</summary>
    public Belonging Belonging => Row[Dimension].Estimate!.Belonging;
}

/// <summary>Finds the best complete row of a board on each dimension and compares the other rows with it, as rank ranges do.</summary>
internal static class LeaderScorer
{
    /// <summary>One leader a dimension, in the benchmark's order; none where no complete row has a figure over all use cases, or
    /// where the benchmark ranks nothing by it.</summary>
    public static ImmutableArray<DimensionLeader> Of(Leaderboard board) => Of(board, board.Complete);

    /// <summary>The same among some of the board's rows.</summary>
    public static ImmutableArray<DimensionLeader> Of(Leaderboard board, ImmutableArray<LeaderboardRow> rows) =>
        [.. board.Benchmark.Dimensions.Select(dimension => Of(board, rows, dimension)).OfType<DimensionLeader>()];

    private static DimensionLeader? Of(Leaderboard board, ImmutableArray<LeaderboardRow> rows, Dimension dimension)
    {
        if (board.Benchmark.Unranked is not null && dimension.Id == board.RankBy.Id)
        {
            return null;
        }

        var measured = Comparable(rows, dimension)
            .OrderByDescending(row => SignOf(dimension) * row[dimension].Estimate!.Value)
            .ToArray();
        if (measured.Length == 0)
        {
            return null;
        }

        var level = new ConfidenceLevel(board.Benchmark.ConfidenceLevel);
        var width = WidthOf(dimension);
        var ties = board.Benchmark.Holm
            ? Ranking.Of(dimension.Better, board.Benchmark.ConfidenceLevel, [.. measured.Select(row => row[dimension])], holm: true).Ties
            : null;
        var others = new RowDifference[measured.Length - 1];
        Parallel.For(0, others.Length, i =>
        {
            var difference = Against(dimension, measured[0], measured[i + 1], level, width);
            // With Holm's adjustment for all pairs of the board, a difference may be chance although alone it would not be.
            others[i] = difference.Verdict is not null and not 0 && ties?.AreToldApart(0, i + 1) == false ? difference with { Verdict = 0 } : difference;
        });
        var compared = measured.ToHashSet();
        return new DimensionLeader(dimension, measured[0], [.. others], [.. rows.Where(row => !compared.Contains(row))]);
    }

    // Figures of another run, or for the model as a whole, are compared only on boards where no row has a figure of its own.
    private static LeaderboardRow[] Comparable(ImmutableArray<LeaderboardRow> rows, Dimension dimension)
    {
        var covering = rows.Where(row => row[dimension].Coverage.IsComplete).ToArray();
        var nearest = covering.Length == 0 ? Belonging.Row : covering.Min(row => row[dimension].Estimate!.Belonging);
        return [.. covering.Where(row => row[dimension].Estimate!.Belonging == nearest)];
    }

    private static double WidthOf(Dimension dimension) => dimension.Unit switch
    {
        Unit.Percent => 100,
        Unit.Share => 1,
        Unit.Grade when dimension.Scale is { } scale => scale.Highest - scale.Lowest,
        _ => double.PositiveInfinity,
    };

    private static int SignOf(Dimension dimension) => dimension.Better == Direction.Higher ? 1 : -1;

    private static RowDifference Against(Dimension dimension, LeaderboardRow leader, LeaderboardRow row, ConfidenceLevel level, double width)
    {
        var (own, best) = (row[dimension].Mixture!, leader[dimension].Mixture!);
        var comparison = MixtureComparison.Of(own, best);
        var verdict = Math.Abs(comparison.Difference) <= PairwiseComparisons.Same ? 0 : SignOf(dimension) * comparison.Verdict(level);
        // No two values of a scale lie farther apart than its ends.
        var interval = comparison.ToInterval(level) is { } free ? new Interval(Math.Max(free.Low, -width), Math.Min(free.High, width)) : null;
        return new RowDifference(row, comparison.Difference, interval, verdict, MixtureComparison.ArePaired(own, best));
    }
}
