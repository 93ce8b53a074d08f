using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Makes one board: rows, their order, ranks and rank ranges.</summary>
internal static class BoardScorer
{
    /// <summary>Scores a release by one method over some use cases.</summary>
    /// <param name="catalogue">Models and providers.</param>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="release">The release.</param>
    /// <param name="method">The method.</param>
    /// <param name="useCases">The use cases.</param>
    /// <param name="builder">Scores submissions over these use cases.</param>
    /// <param name="figures">The figures by that method of the submissions that were not withdrawn.</param>
    /// <param name="holm">Whether the level of rank ranges shall hold for all comparisons of the board together.</param>
    public static Leaderboard Score(
        Catalogue catalogue,
        Benchmark benchmark,
        Release release,
        Method method,
        ImmutableArray<UseCase> useCases,
        RowBuilder builder,
        ImmutableArray<SubmissionFigures> figures,
        bool holm)
    {
        var rankBy = benchmark.Dimensions.First(dimension => dimension.Id == release.RankBy);
        var all = figures.Select(submission => ToRow(catalogue, benchmark, rankBy, builder, submission)).ToArray();
        Array.Sort(all, RowOrder.Of(rankBy.Better));
        var scored = all.Where(row => !benchmark.ReferenceModels.Contains(row.Row.Model.Id)).ToArray();
        var complete = scored.Where(row => row.Row.RankedBy.Coverage.IsComplete).ToArray();
        var ranking = Ranking.Of(rankBy.Better, benchmark.ConfidenceLevel, complete, holm);
        return new Leaderboard
        {
            Benchmark = benchmark,
            Release = release,
            Method = method,
            RankBy = rankBy,
            UseCases = useCases,
            Complete = CostFrontier.Mark(rankBy.Better, [.. complete.Select((row, i) => Ranked(benchmark, ranking.Apply(row.Row, i)))]),
            Partial = [.. scored.Select(row => row.Row).Where(row => row.RankedBy.IsPartial)],
            Unscored = [.. scored.Select(row => row.Row).Where(row => row.RankedBy.Coverage.IsEmpty)],
            References = [.. all.Except(scored).Select(row => row.Row)],
            Withdrawn = [.. release.Submissions.Where(submission => submission.Withdrawn is not null)],
            SmallestDifference = ranking.SmallestDifference,
            Ties = ranking.Ties,
        };
    }

    private static LeaderboardRow Ranked(Benchmark benchmark, LeaderboardRow row) => benchmark.Unranked is null
        ? row
        : row with { Rank = null, RankRange = null, RankOnRequest = (row.Rank!.Value, row.RankRange) };

    private static ScoredRow ToRow(
        Catalogue catalogue, Benchmark benchmark, Dimension rankBy, RowBuilder builder, SubmissionFigures figures)
    {
        var scores = benchmark.Dimensions.Select((_, dimension) => builder.Score(dimension, figures)).ToArray();
        var ranked = scores.First(score => score.Score.Dimension.Id == rankBy.Id);
        var model = catalogue.Models[figures.Submission.Model];
        var row = new LeaderboardRow
        {
            Submission = figures.Submission,
            Model = model,
            Provider = catalogue.Providers[model.Provider],
            Dimensions = [.. scores.Select(score => score.Score)],
            RankedBy = ranked.Score,
        };
        return new ScoredRow(row, ranked.Mixture);
    }
}
