using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Scores one submission over the use cases of a board.</summary>
internal sealed class RowBuilder(Benchmark benchmark, Method method, ImmutableArray<UseCase> useCases)
{
    private readonly ConfidenceLevel _level = new(benchmark.ConfidenceLevel);

    /// <summary>The score of a dimension, and what it is a mixture of (null where nothing is covered).</summary>
    public (DimensionScore Score, Mixture? Mixture) Score(Dimension dimension, Submission submission, Observations observations)
    {
        var counted = dimension.CountedMetrics.ToArray();
        var byUseCase = useCases.Select(useCase => ScoreUseCase(dimension, counted, observations, useCase)).ToArray();
        var covered = new Coverage([.. byUseCase.Select(terms => terms.Terms is not null)]);
        var mixture = Average([.. byUseCase.Select(terms => terms.Terms)]);
        var estimate = mixture?.ToEstimate(dimension.Unit, dimension.Scale, _level);
        return (new DimensionScore
        {
            Dimension = dimension,
            Estimate = estimate,
            Coverage = covered,
            Metrics = [.. dimension.Metrics.Select(metric => ScoreMetric(metric, observations))],
            UseCases = [.. byUseCase.Select(terms => terms.Score)],
            Tier = TierOf(dimension, estimate, byUseCase),
            Calls = dimension.Unit == Unit.Seconds ? CountCalls(submission) : null,
        }, mixture);
    }

    private (UseCaseScore Score, List<Term>? Terms) ScoreUseCase(
        Dimension dimension, Metric[] counted, Observations observations, UseCase useCase)
    {
        var terms = new List<Term>();
        var complete = true;
        foreach (var metric in counted)
        {
            var found = Terms(metric, observations, useCase, 1.0 / counted.Length);
            complete &= found is not null;
            terms.AddRange(found ?? []);
        }

        // A band without money is a tier, but nothing that a mean can be made of.
        var band = terms.Select(term => term.Observation.Band).FirstOrDefault(id => id is not null);
        complete &= !terms.Any(term => term.Observation.Estimate.Basis == Basis.BandOnly);
        var estimate = complete ? Mixture.Of(terms).ToEstimate(dimension.Unit, dimension.Scale, _level) : null;
        var score = new UseCaseScore(
            useCase,
            estimate,
            [.. dimension.Metrics.Select(metric => ToCell(metric, observations, useCase))],
            TierOf(dimension, estimate, band),
            dimension.Unit == Unit.Usd && useCase.CallsPerYear is { } calls ? estimate?.Value * calls : null);
        return (score, complete ? terms : null);
    }

    private MetricScore ScoreMetric(Metric metric, Observations observations)
    {
        var byUseCase = useCases.Select(useCase => MeasuredTerms(metric, observations, useCase)).ToArray();
        return new MetricScore(
            metric,
            Average(byUseCase)?.ToEstimate(metric.Unit, metric.Scale, _level),
            new Coverage([.. byUseCase.Select(terms => terms is not null)]),
            [.. metric.Parts.Select(part => ScoreMetric(part, observations))]);
    }

    private Cell ToCell(Metric metric, Observations observations, UseCase useCase)
    {
        var terms = MeasuredTerms(metric, observations, useCase);
        return new Cell(
            metric,
            terms is [var only] ? only.Observation.At : new MeasuredAt(useCase.Id, null),
            terms is null ? null : Mixture.Of(terms).ToEstimate(metric.Unit, metric.Scale, _level),
            [.. metric.Parts.Select(part => ToCell(part, observations, useCase))]);
    }

    private List<Term>? MeasuredTerms(Metric metric, Observations observations, UseCase useCase) =>
        Terms(metric, observations, useCase, 1.0) is { } terms
        && !terms.Any(term => term.Observation.Estimate.Basis == Basis.BandOnly) ? terms : null;

    // A metric with parts is their plain mean, and missing where one of them is missing; its own figure, if there is one, goes first.
    private List<Term>? Terms(Metric metric, Observations observations, UseCase useCase, double weight)
    {
        if (observations.Find(metric, metric.FilledBy(method), useCase) is { } observation)
        {
            return [new Term(weight, observation)];
        }

        var parts = metric.Parts
            .Select(part => observations.Find(part, part.FilledBy(method), useCase))
            .OfType<Observation>()
            .Select(part => new Term(weight / metric.Parts.Length, part))
            .ToList();
        return parts.Count > 0 && parts.Count == metric.Parts.Length ? parts : null;
    }

    private Mixture? Average(List<Term>?[] byUseCase)
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

        var terms = new List<Term>();
        for (var i = 0; i < byUseCase.Length; i++)
        {
            var weight = benchmark.WeightOf(useCases[i]) / total;
            terms.AddRange((byUseCase[i] ?? []).Select(term => term with { Weight = weight * term.Weight }));
        }

        return Mixture.Of(terms);
    }

    private static TierSpan? TierOf(Dimension dimension, Estimate? estimate, string? band) => dimension.Tiers switch
    {
        null => null,
        { AsPublished: true } tiers => band is not null && tiers.IndexOf(band) is { } index ? new TierSpan(index, index) : null,
        { } tiers => estimate is null ? null : new TierSpan(tiers.IndexFor(estimate.Value), tiers.IndexFor(estimate.Value)),
    };

    private static TierSpan? TierOf(Dimension dimension, Estimate? estimate, (UseCaseScore Score, List<Term>? Terms)[] byUseCase)
    {
        if (dimension.Tiers is not { AsPublished: true })
        {
            return TierOf(dimension, estimate, band: null);
        }

        var spans = byUseCase.Select(terms => terms.Score.Tier).OfType<TierSpan>().ToArray();
        return spans.Length == 0 ? null : new TierSpan(spans.Min(span => span.Lowest), spans.Max(span => span.Highest));
    }

    private static CallCounts? CountCalls(Submission submission)
    {
        int Count(CallStatus status) => submission.Calls.Count(call => call.Status == status);
        return submission.Calls.IsEmpty ? null : new(Count(CallStatus.Ok), Count(CallStatus.Error), Count(CallStatus.Timeout));
    }
}
