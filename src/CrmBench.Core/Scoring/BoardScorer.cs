using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Makes one board: rows, their order, ranks and rank ranges.</summary>
internal static class BoardScorer
{
    /// <summary>Scores a release by one method over some use cases.</summary>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="release">The release.</param>
    /// <param name="method">The method.</param>
    /// <param name="rankBy">The dimension that orders the rows.</param>
    /// <param name="useCases">The use cases.</param>
    /// <param name="rows">The rows over these use cases of the submissions that were not withdrawn, ranked by that dimension.</param>
    /// <param name="holm">Whether the level of rank ranges shall hold for all comparisons of the board together.</param>
    public static Leaderboard Score(
        Benchmark benchmark,
        Release release,
        Method method,
        Dimension rankBy,
        ImmutableArray<UseCase> useCases,
        ImmutableArray<LeaderboardRow> rows,
        bool holm)
    {
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

/// <summary>Makes the rows of a board: averages what submissions score in single use cases.</summary>
/// <param name="benchmark">The benchmark.</param>
/// <param name="useCases">The use cases of the board.</param>
/// <param name="areAll">Whether these are all use cases of the release.</param>
internal sealed class RowBuilder(Benchmark benchmark, ImmutableArray<UseCase> useCases, bool areAll)
{
    private readonly ConfidenceLevel _level = new(benchmark.ConfidenceLevel);

    /// <summary>The row of a submission.</summary>
    /// <param name="catalogue">Models and providers.</param>
    /// <param name="release">The release.</param>
    /// <param name="submission">The submission.</param>
    /// <param name="scores">Per dimension of the benchmark, the submission's score in each use case of the board.</param>
    public LeaderboardRow Build(
        Catalogue catalogue, Release release, Submission submission, ImmutableArray<ImmutableArray<UseCaseScore>> scores)
    {
        var calls = CallPercentiles.Count(submission.Calls);
        ImmutableArray<DimensionScore> dimensions =
            [.. benchmark.Dimensions.Zip(scores).Select(pair => Score(pair.First, pair.Second, pair.First.Unit == Unit.Seconds ? calls : null))];
        var model = catalogue.Models[submission.Model];
        return new LeaderboardRow
        {
            Submission = submission,
            Model = model,
            Provider = catalogue.Providers[model.Provider],
            Dimensions = dimensions,
            RankedBy = dimensions.First(score => score.Dimension.Id == release.RankBy),
        };
    }

    /// <summary>A row over all use cases of the release, averaged over those of the board alone.</summary>
    /// <param name="row">The row.</param>
    /// <param name="positions">The positions of the board's use cases among all of the release.</param>
    public LeaderboardRow Narrow(LeaderboardRow row, int[] positions)
    {
        ImmutableArray<DimensionScore> dimensions =
        [
            .. row.Dimensions.Select(score => Score(score.Dimension, [.. positions.Select(position => score.UseCases[position])], score.Calls)),
        ];
        return row with
        {
            Dimensions = dimensions,
            RankedBy = dimensions.First(score => score.Dimension.Id == row.RankedBy.Dimension.Id),
        };
    }

    private DimensionScore Score(Dimension dimension, ImmutableArray<UseCaseScore> byUseCase, CallCounts? calls)
    {
        var (mixture, estimate) = Average(dimension, byUseCase);
        var coverage = new Coverage([.. byUseCase.Select(useCase => useCase.Mixture is not null)]);
        var band = BandOf(dimension, byUseCase);
        return new DimensionScore
        {
            Dimension = dimension,
            Estimate = estimate,
            Mixture = mixture,
            Coverage = coverage,
            Metrics = [.. dimension.Metrics.Select((metric, m) => ScoreMetric(metric, [.. byUseCase.Select(useCase => useCase.Cells[m])]))],
            UseCases = byUseCase,
            Tier = dimension.Tiers is { AsPublished: true } ? band : TierOf(dimension, estimate, coverage),
            PublishedBand = band,
            Grades = dimension.Scale is { } scale ? GradeSpread.Of(scale, CoveredGrades(byUseCase, coverage)) : null,
            Calls = calls,
        };
    }

    private (Mixture? Mixture, Estimate? Estimate) Average(Dimension dimension, ImmutableArray<UseCaseScore> byUseCase)
    {
        if (byUseCase is [var only])
        {
            return (only.Mixture, only.Estimate);
        }

        ImmutableArray<ImmutableArray<Term>?> terms = [.. byUseCase.Select(useCase => useCase.Mixture?.Terms)];
        var mixture = Average(terms);
        return (mixture, mixture?.ToEstimate(dimension.Unit, dimension.Scale, _level).Of(Belongings.Of(terms, areAll)));
    }

    private MetricScore ScoreMetric(Metric metric, ImmutableArray<Cell> byUseCase) => new(
        metric,
        byUseCase is [var only]
            ? only.Estimate
            : Average([.. byUseCase.Select(useCase => useCase.Terms)])?.ToEstimate(metric.Unit, metric.Scale, _level)
                .Of(Belongings.Of(byUseCase.Select(useCase => useCase.Terms), areAll)),
        new Coverage([.. byUseCase.Select(useCase => useCase.Terms is not null)]),
        [.. metric.Parts.Select((part, p) => ScoreMetric(part, [.. byUseCase.Select(useCase => useCase.Parts[p])]))]);

    private Mixture? Average(ImmutableArray<ImmutableArray<Term>?> byUseCase)
    {
        var total = 0.0;
        for (var i = 0; i < byUseCase.Length; i++)
        {
            total += byUseCase[i] is null ? 0 : benchmark.WeightOf(useCases[i]);
        }

        if (total == 0)
        {
            return null;
        }

        var terms = ImmutableArray.CreateBuilder<Term>(byUseCase.Length);
        for (var i = 0; i < byUseCase.Length; i++)
        {
            var weight = benchmark.WeightOf(useCases[i]) / total;
            foreach (var term in byUseCase[i] ?? [])
            {
                terms.Add(term with { Weight = weight * term.Weight });
            }
        }

        return Mixture.Of(terms.ToImmutable());
    }

    private ImmutableArray<(double Weight, RatingDistribution? Grades)> CoveredGrades(
        ImmutableArray<UseCaseScore> byUseCase, Coverage coverage) =>
        [.. byUseCase.Select(useCase => (benchmark.WeightOf(useCase.UseCase), useCase.Grades)).Where((_, i) => coverage.Covered[i])];

    // A cost over some use cases only, or of another run, cannot be called low or high beside those of other rows.
    private static TierSpan? TierOf(Dimension dimension, Estimate? estimate, Coverage coverage) =>
        coverage.IsComplete && estimate is { Belonging: Belonging.Row } ? TierSpan.ByBounds(dimension.Tiers, estimate) : null;

    private TierSpan? BandOf(Dimension dimension, ImmutableArray<UseCaseScore> byUseCase)
    {
        if (dimension.Tiers is null)
        {
            return null;
        }

        var farthest = byUseCase.Max(useCase => useCase.BandBelonging);
        if (byUseCase.Any(useCase => useCase.Band is null) || farthest > (areAll ? Belonging.AllUseCases : Belonging.Row))
        {
            return null;
        }

        return new TierSpan(byUseCase.Min(useCase => useCase.Band!.Lowest), byUseCase.Max(useCase => useCase.Band!.Highest));
    }
}
