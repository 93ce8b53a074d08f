using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Scores submissions in single use cases by one method.</summary>
internal sealed class UseCaseBuilder
{
    private readonly Benchmark _benchmark;
    private readonly ConfidenceLevel _level;
    private readonly Method _method;
    private readonly ImmutableArray<(UseCase UseCase, UseCasePlaces Places)> _useCases;
    private readonly ImmutableArray<(Dimension Dimension, ImmutableArray<MetricColumn> Metrics)> _dimensions;

    /// <param name="benchmark">The benchmark.</param>
    /// <param name="method">The method.</param>
    /// <param name="useCases">The use cases of the release.</param>
    /// <param name="cells">Numbers of the benchmark's cells.</param>
    public UseCaseBuilder(Benchmark benchmark, Method method, ImmutableArray<UseCase> useCases, CellNumbers cells)
    {
        _benchmark = benchmark;
        _level = new ConfidenceLevel(benchmark.ConfidenceLevel);
        _method = method;
        _useCases = [.. useCases.Select(useCase => (useCase, cells.PlacesOf(useCase)))];
        _dimensions =
        [
            .. benchmark.Dimensions.Select(dimension =>
                (dimension, dimension.Metrics.Select(metric => MetricColumn.Of(metric, method, cells)).ToImmutableArray())),
        ];
    }

    /// <summary>Scores one submission: per dimension of the benchmark, in every use case.</summary>
    public ImmutableArray<ImmutableArray<UseCaseScore>> Build(Submission submission, Observations observations)
    {
        ImmutableArray<UseCase> useCases = [.. _useCases.Select(entry => entry.UseCase)];
        return
        [
            .. _dimensions.Select(entry => _useCases
                .Zip(GradeCounts.Of(_benchmark, submission, _method, entry.Dimension, useCases))
                .Select(pair => Build(entry.Dimension, entry.Metrics, observations, pair.First.UseCase, pair.First.Places, pair.Second))
                .ToImmutableArray()),
        ];
    }

    private bool IsOnlyUseCase => _useCases.Length == 1;

    private UseCaseScore Build(
        Dimension dimension,
        ImmutableArray<MetricColumn> metrics,
        Observations observations,
        UseCase useCase,
        UseCasePlaces places,
        RatingDistribution? grades)
    {
        var found = ImmutableArray.CreateBuilder<Term>(metrics.Length);
        var (counted, complete) = (metrics.Count(metric => metric.Metric.Counted), true);
        foreach (var metric in metrics)
        {
            if (metric.Metric.Counted)
            {
                var ofMetric = Terms(metric, observations, places, 1.0 / counted);
                complete &= ofMetric is not null;
                found.AddRange(ofMetric ?? []);
            }
        }

        // A band without money gives a tier, but no mean.
        var terms = found.DrainToImmutable();
        var band = BandOf(dimension, terms);
        complete &= !HasBandOnly(terms);
        var mixture = complete ? Mixture.Of(terms) : null;
        var belonging = Belongings.Of(terms, IsOnlyUseCase);
        var estimate = mixture?.ToEstimate(dimension.Unit, dimension.Scale, _level).Of(belonging);
        return new UseCaseScore(
            useCase,
            estimate,
            Cells(metrics, observations, useCase, places),
            belonging == Belonging.Row ? TierOf(dimension, estimate, band) : null,
            dimension.Unit == Unit.Usd && useCase.CallsPerYear is { } calls ? estimate?.Value * calls : null)
        {
            Grades = grades,
            Mixture = mixture,
            Band = band,
            BandBelonging = band is null ? Belonging.Row : Belongings.Of(terms, areAll: false),
        };
    }

    // Once a use case, metric and submission: no closures here.
    private ImmutableArray<Cell> Cells(
        ImmutableArray<MetricColumn> metrics, Observations observations, UseCase useCase, UseCasePlaces places)
    {
        if (metrics.IsEmpty)
        {
            return [];
        }

        var cells = ImmutableArray.CreateBuilder<Cell>(metrics.Length);
        foreach (var metric in metrics)
        {
            cells.Add(CellOf(metric, observations, useCase, places));
        }

        return cells.MoveToImmutable();
    }

    private Cell CellOf(MetricColumn metric, Observations observations, UseCase useCase, UseCasePlaces places)
    {
        var terms = Terms(metric, observations, places, 1.0) is { } found && !HasBandOnly(found) ? found : (ImmutableArray<Term>?)null;
        return new Cell(
            metric.Metric,
            terms is [var only] ? only.Observation.At : new MeasuredAt(useCase.Id, null),
            terms is { } measured
                ? Mixture.Of(measured).ToEstimate(metric.Metric.Unit, metric.Metric.Scale, _level).Of(Belongings.Of(measured, IsOnlyUseCase))
                : null,
            Cells(metric.Parts, observations, useCase, places))
        {
            Terms = terms,
        };
    }

    // A metric with parts is their plain mean, and missing where one of them is missing; its own figure, if there is one, goes first.
    private static ImmutableArray<Term>? Terms(MetricColumn metric, Observations observations, UseCasePlaces places, double weight)
    {
        if (observations.Find(metric, places) is { } observation)
        {
            return [new Term(weight, observation)];
        }

        var parts = ImmutableArray.CreateBuilder<Term>(metric.Parts.Length);
        foreach (var part in metric.Parts)
        {
            if (observations.Find(part, places) is not { } found)
            {
                return null;
            }

            parts.Add(new Term(weight / metric.Parts.Length, found));
        }

        return parts.Count > 0 ? parts.MoveToImmutable() : null;
    }

    private static TierSpan? BandOf(Dimension dimension, ImmutableArray<Term> terms)
    {
        foreach (var term in terms)
        {
            if (term.Observation.Band is { } band)
            {
                return dimension.Tiers?.IndexOf(band) is { } index ? new TierSpan(index, index) : null;
            }
        }

        return null;
    }

    private static bool HasBandOnly(ImmutableArray<Term> terms) =>
        terms.Any(term => term.Observation.Estimate.Basis == Basis.BandOnly);

    private static TierSpan? TierOf(Dimension dimension, Estimate? estimate, TierSpan? band) =>
        dimension.Tiers is { AsPublished: true } ? band : TierSpan.ByBounds(dimension.Tiers, estimate);
}
