using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Makes one board: rows, their order, ranks and rank ranges.</summary>
internal static class BoardScorer
{
    /// <summary>Scores a release by one method over some use cases.</summary>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="release">The release.</param>
    /// <param name="method">The method.</param>
    /// <param name="useCases">The use cases.</param>
    /// <param name="rows">The rows over these use cases of the submissions that were not withdrawn.</param>
    /// <param name="holm">Whether the level of rank ranges shall hold for all comparisons of the board together.</param>
    public static Leaderboard Score(
        Benchmark benchmark,
        Release release,
        Method method,
        ImmutableArray<UseCase> useCases,
        ImmutableArray<LeaderboardRow> rows,
        bool holm)
    {
        var rankBy = benchmark.Dimensions.First(dimension => dimension.Id == release.RankBy);
        var all = rows.ToArray();
        Array.Sort(all, RowOrder.Of(rankBy.Better));
        var ranked = all.Where(row => !benchmark.ReferenceModels.Contains(row.Model.Id)).ToArray();
        var complete = ranked.Where(row => row.RankedBy.Coverage.IsComplete).ToArray();
        var ranking = Ranking.Of(rankBy.Better, benchmark.ConfidenceLevel, [.. complete.Select(row => row.RankedBy)], holm);
        return new Leaderboard
        {
            Benchmark = benchmark,
            Release = release,
            Method = method,
            RankBy = rankBy,
            UseCases = useCases,
            Complete = CostFrontier.Mark(rankBy.Better, [.. complete.Select((row, i) => Ranked(benchmark, ranking.Apply(row, i)))]),
            Partial = [.. ranked.Where(row => row.RankedBy.IsPartial)],
            Unscored = [.. ranked.Where(row => row.RankedBy.Coverage.IsEmpty)],
            References = [.. all.Except(ranked)],
            Withdrawn = [.. release.Submissions.Where(submission => submission.Withdrawn is not null)],
            SmallestDifference = ranking.SmallestDifference,
            Ties = ranking.Ties,
        };
    }

    private static LeaderboardRow Ranked(Benchmark benchmark, LeaderboardRow row) => benchmark.Unranked is null
        ? row
        : row with { Rank = null, RankRange = null, RankOnRequest = (row.Rank!.Value, row.RankRange) };
}
