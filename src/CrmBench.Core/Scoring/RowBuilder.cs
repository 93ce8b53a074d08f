using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Scores submissions over the use cases of a board.</summary>
/// <param name="benchmark">The benchmark.</param>
/// <param name="useCases">The use cases of the board.</param>
/// <param name="positions">The position of each of them in the release.</param>
/// <param name="areAll">Whether these are all use cases of the release.</param>
internal sealed class RowBuilder(Benchmark benchmark, ImmutableArray<UseCase> useCases, ImmutableArray<int> positions, bool areAll)
{
    private readonly ConfidenceLevel _level = new(benchmark.ConfidenceLevel);

    /// <summary>The score of a dimension, and what it is a mixture of (null where nothing is covered).</summary>
    /// <param name="dimension">Position of the dimension in the benchmark.</param>
    /// <param name="figures">The submission's figures.</param>
    public (DimensionScore Score, Mixture? Mixture) Score(int dimension, SubmissionFigures figures)
    {
        var definition = benchmark.Dimensions[dimension];
        var ofRelease = figures.Dimensions[dimension];
        ImmutableArray<UseCaseFigures> byUseCase = [.. positions.Select(position => ofRelease[position])];
        var (mixture, estimate) = Average(definition, byUseCase);
        var coverage = new Coverage([.. byUseCase.Select(useCase => useCase.Terms is not null)]);
        return (new DimensionScore
        {
            Dimension = definition,
            Estimate = estimate,
            Coverage = coverage,
            Metrics = [.. definition.Metrics.Select((metric, m) => ScoreMetric(metric, [.. byUseCase.Select(useCase => useCase.Metrics[m])]))],
            UseCases = [.. byUseCase.Select(useCase => useCase.Score)],
            Tier = TierOf(definition, estimate, coverage, byUseCase),
            Grades = definition.Scale is { } scale ? GradeSpread.Of(scale, CoveredGrades(byUseCase, coverage)) : null,
            Calls = definition.Unit == Unit.Seconds ? figures.Calls : null,
        }, mixture);
    }

    private (Mixture? Mixture, Estimate? Estimate) Average(Dimension dimension, ImmutableArray<UseCaseFigures> byUseCase)
    {
        if (byUseCase is [var only])
        {
            return (only.Mixture, only.Score.Estimate);
        }

        var mixture = Average([.. byUseCase.Select(useCase => useCase.Terms)]);
        return (mixture, mixture?.ToEstimate(dimension.Unit, dimension.Scale, _level)
            .Of(Belongings.Of(byUseCase.Select(useCase => useCase.Terms), areAll)));
    }

    private MetricScore ScoreMetric(Metric metric, ImmutableArray<MetricFigures> byUseCase) => new(
        metric,
        byUseCase is [var only]
            ? only.Cell.Estimate
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
        ImmutableArray<UseCaseFigures> byUseCase, Coverage coverage) =>
        [.. byUseCase.Select(useCase => (benchmark.WeightOf(useCase.Score.UseCase), useCase.Score.Grades)).Where((_, i) => coverage.Covered[i])];

    // A cost over some use cases, or of another run, is no cost to be called low or high beside the others.
    private TierSpan? TierOf(Dimension dimension, Estimate? estimate, Coverage coverage, ImmutableArray<UseCaseFigures> byUseCase)
    {
        if (dimension.Tiers is not { AsPublished: true })
        {
            return coverage.IsComplete && estimate is { Belonging: Belonging.Row } ? TierSpan.ByBounds(dimension.Tiers, estimate) : null;
        }

        var farthest = byUseCase.Max(useCase => useCase.BandBelonging);
        if (byUseCase.Any(useCase => useCase.Band is null) || farthest > (areAll ? Belonging.AllUseCases : Belonging.Row))
        {
            return null;
        }

        return new TierSpan(byUseCase.Min(useCase => useCase.Band!.Lowest), byUseCase.Max(useCase => useCase.Band!.Highest));
    }
}
