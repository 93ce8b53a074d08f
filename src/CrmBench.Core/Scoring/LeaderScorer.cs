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
        var measured = Comparable(board, dimension)
            .OrderByDescending(row => sign * row[dimension].Estimate!.Value)
            .ToArray();
        if (measured.Length == 0)
        {
            return null;
        }

        ScoredRow Scored(LeaderboardRow row) => new(row, builder.Score(position, figures[row.Submission.Id]).Mixture);

        var scored = measured.Select(Scored).ToArray();
        var level = new ConfidenceLevel(board.Benchmark.ConfidenceLevel);
        var width = WidthOf(dimension);
        var ties = board.Benchmark.Holm ? Ranking.Of(dimension.Better, board.Benchmark.ConfidenceLevel, scored, holm: true).Ties : null;
        var others = new RowDifference[measured.Length - 1];
        Parallel.For(0, others.Length, i =>
        {
            var difference = Against(scored[0], scored[i + 1], sign, level, width);
            // Corrected for all pairs of the board, a difference may be chance that alone would not.
            others[i] = difference.Verdict is not null and not 0 && ties?.AreToldApart(0, i + 1) == false ? difference with { Verdict = 0 } : difference;
        });
        var compared = measured.ToHashSet();
        return new DimensionLeader(dimension, measured[0], [.. others], [.. board.Complete.Where(row => !compared.Contains(row))]);
    }

    // Figures of another run, or of no use case in particular, are held against each other only where no row has its own.
    private static LeaderboardRow[] Comparable(Leaderboard board, Dimension dimension)
    {
        var covering = board.Complete.Where(row => row[dimension].Coverage.IsComplete).ToArray();
        var nearest = covering.Length == 0 ? Belonging.Row : covering.Min(row => row[dimension].Estimate!.Belonging);
        return [.. covering.Where(row => row[dimension].Estimate!.Belonging == nearest)];
    }

    private static double WidthOf(Dimension dimension) => dimension.Unit switch
    {
        Unit.Percent => 100,
        Unit.Grade when dimension.Scale is { } scale => scale.Highest - scale.Lowest,
        _ => double.PositiveInfinity,
    };

    private static RowDifference Against(ScoredRow leader, ScoredRow row, int sign, ConfidenceLevel level, double width)
    {
        var difference = Differences.Of(row.Mixture!, leader.Mixture!);
        var verdict = Math.Abs(difference.Value) <= Comparisons.Same ? 0 : sign * Comparison.Verdict(difference, level);
        // No two values of a scale lie farther apart than its ends.
        var interval = difference.ToMean().ToInterval(level) is { } free ? new Interval(Math.Max(free.Low, -width), Math.Min(free.High, width)) : null;
        return new RowDifference(row.Row, difference.Value, interval, verdict, Differences.ArePaired(row.Mixture!, leader.Mixture!));
    }
}
