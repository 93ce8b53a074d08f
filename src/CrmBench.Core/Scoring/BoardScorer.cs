using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Makes one board: rows, their order, ranks and rank ranges.</summary>
internal static class BoardScorer
{
    /// <summary>Scores a release by one method over some use cases.</summary>
    public static Leaderboard Score(
        Catalogue catalogue,
        Benchmark benchmark,
        Release release,
        Method method,
        ImmutableArray<UseCase> useCases,
        IReadOnlyDictionary<string, Observations> observations,
        bool holm)
    {
        var rankBy = benchmark.Dimensions.First(dimension => dimension.Id == release.RankBy);
        var builder = new RowBuilder(benchmark, method, useCases);
        var standing = release.Submissions.Where(submission => submission.Withdrawn is null).ToImmutableArray();
        var rows = standing.Select(submission => ToRow(catalogue, benchmark, rankBy, builder, submission, observations[submission.Id]));
        var order = RowOrder.Of(rankBy.Better);
        var scored = rows.Order(order).ToArray();
        var complete = scored.Where(row => row.Row.RankedBy.Coverage.IsComplete).ToArray();
        var ranking = Ranking.Of(rankBy.Better, benchmark.ConfidenceLevel, complete, holm);
        return new Leaderboard
        {
            Benchmark = benchmark,
            Release = release,
            Method = method,
            RankBy = rankBy,
            UseCases = useCases,
            Complete = CostFrontier.Mark(rankBy.Better, [.. complete.Select((row, i) => ranking.Apply(row.Row, i))]),
            Partial = [.. scored.Select(row => row.Row).Where(row => row.RankedBy.IsPartial)],
            Unscored = [.. scored.Select(row => row.Row).Where(row => row.RankedBy.Coverage.IsEmpty)],
            Withdrawn = [.. release.Submissions.Where(submission => submission.Withdrawn is not null)],
            SmallestDifference = ranking.SmallestDifference,
            Ties = ranking.Ties,
        };
    }

    private static ScoredRow ToRow(
        Catalogue catalogue,
        Benchmark benchmark,
        Dimension rankBy,
        RowBuilder builder,
        Submission submission,
        Observations observations)
    {
        var scores = benchmark.Dimensions.Select(dimension => builder.Score(dimension, submission, observations)).ToArray();
        var ranked = scores.First(score => score.Score.Dimension.Id == rankBy.Id);
        var model = catalogue.Models[submission.Model];
        var row = new LeaderboardRow
        {
            Submission = submission,
            Model = model,
            Provider = catalogue.Providers[model.Provider],
            Dimensions = [.. scores.Select(score => score.Score)],
            RankedBy = ranked.Score,
        };
        return new ScoredRow(row, ranked.Mixture);
    }
}
