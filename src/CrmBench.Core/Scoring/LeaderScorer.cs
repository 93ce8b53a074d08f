using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Finds the best complete row of a board on each dimension and compares the others with it, as rank ranges compare rows.</summary>
internal static class LeaderScorer
{
    /// <summary>One leader a dimension, in the benchmark's order; none where no complete row has a figure over all use cases, or
    /// where the benchmark ranks nothing by it.</summary>
    /// <param name="board">The board.</param>
    /// <param name="observed">The release with its figures.</param>
    public static ImmutableArray<DimensionLeader> Of(Leaderboard board, ObservedRelease observed) =>
        [.. board.Benchmark.Dimensions.Select((_, dimension) => Of(board, dimension, observed)).OfType<DimensionLeader>()];

    private static DimensionLeader? Of(Leaderboard board, int position, ObservedRelease observed)
    {
        var dimension = board.Benchmark.Dimensions[position];
        if (board.Benchmark.Unranked is not null && dimension.Id == board.RankBy.Id)
        {
            return null;
        }

        var builder = observed.RowsOver(board.UseCases);
        var figures = observed.FiguresBy(board.Method).ToDictionary(each => each.Submission.Id, StringComparer.Ordinal);
        var sign = dimension.Better == Direction.Higher ? 1 : -1;
        var measured = board.Complete
            .Where(row => row[dimension].Coverage.IsComplete)
            .OrderByDescending(row => sign * row[dimension].Estimate!.Value)
            .ToArray();
        if (measured.Length == 0)
        {
            return null;
        }

        Mixture MixtureOf(LeaderboardRow row) => builder.Score(position, figures[row.Submission.Id]).Mixture!;

        var leader = MixtureOf(measured[0]);
        var level = new ConfidenceLevel(board.Benchmark.ConfidenceLevel);
        var others = new RowDifference[measured.Length - 1];
        Parallel.For(0, others.Length, i => others[i] = Against(leader, measured[i + 1], MixtureOf(measured[i + 1]), sign, level));
        return new DimensionLeader(
            dimension,
            measured[0],
            [.. others],
            [.. board.Complete.Where(row => !row[dimension].Coverage.IsComplete)]);
    }

    private static RowDifference Against(Mixture leader, LeaderboardRow row, Mixture mixture, int sign, ConfidenceLevel level)
    {
        var difference = Differences.Of(mixture, leader);
        var verdict = Math.Abs(difference.Value) <= Comparisons.Same ? 0 : sign * Comparison.Verdict(difference, level);
        return new RowDifference(row, difference.Value, difference.ToMean().ToInterval(level), verdict, Differences.ArePaired(mixture, leader));
    }
}
