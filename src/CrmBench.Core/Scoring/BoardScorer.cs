using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Makes one board: rows, their order, ranks and rank ranges.</summary>
/// <param name="catalogue">Models and providers.</param>
/// <param name="benchmark">The benchmark.</param>
/// <param name="release">The release.</param>
/// <param name="holm">Whether the level of rank ranges shall hold for a board's comparisons together.</param>
internal sealed class BoardScorer(Catalogue catalogue, Benchmark benchmark, Release release, bool holm)
{
    private readonly Dimension _rankBy = benchmark.Dimensions.First(dimension => dimension.Id == release.RankBy);
    private readonly ImmutableArray<Submission> _withdrawn = [.. release.Submissions.Where(submission => submission.Withdrawn is not null)];

    /// <summary>Scores the release by one method over some use cases.</summary>
    /// <param name="method">The method.</param>
    /// <param name="useCases">Use cases that follow each other in the release.</param>
    /// <param name="first">Position of the first of them in the release.</param>
    /// <param name="figures">The figures by that method of the submissions that were not withdrawn.</param>
    public Leaderboard Score(Method method, ImmutableArray<UseCase> useCases, int first, ImmutableArray<SubmissionFigures> figures)
    {
        var builder = new RowBuilder(benchmark, useCases, first);
        var scored = figures.Select(submission => ToRow(builder, submission)).ToArray();
        Array.Sort(scored, RowOrder.Of(_rankBy.Better));
        var complete = scored.Where(row => row.Row.RankedBy.Coverage.IsComplete).ToArray();
        var ranking = Ranking.Of(_rankBy.Better, benchmark.ConfidenceLevel, complete, holm);
        return new Leaderboard
        {
            Benchmark = benchmark,
            Release = release,
            Method = method,
            RankBy = _rankBy,
            UseCases = useCases,
            Complete = CostFrontier.Mark(_rankBy.Better, [.. complete.Select((row, i) => ranking.Apply(row.Row, i))]),
            Partial = [.. scored.Select(row => row.Row).Where(row => row.RankedBy.IsPartial)],
            Unscored = [.. scored.Select(row => row.Row).Where(row => row.RankedBy.Coverage.IsEmpty)],
            Withdrawn = _withdrawn,
            SmallestDifference = ranking.SmallestDifference,
        };
    }

    private ScoredRow ToRow(RowBuilder builder, SubmissionFigures figures)
    {
        var scores = benchmark.Dimensions.Select((_, dimension) => builder.Score(dimension, figures)).ToArray();
        var ranked = scores.First(score => score.Score.Dimension.Id == _rankBy.Id);
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
