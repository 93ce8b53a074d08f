using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Turns a submission's files into observations: ratings before timed calls before published figures before price tables.</summary>
internal sealed class ObservationBuilder(
    Benchmark benchmark, ImmutableArray<TokenPrice> prices, DateOnly priceDay, ItemNumbers items, CellNumbers cells)
{
    private readonly ConfidenceLevel _level = new(benchmark.ConfidenceLevel);
    private readonly Dictionary<string, Metric> _metrics = benchmark.AllMetrics.ToDictionary(metric => metric.Id, StringComparer.Ordinal);

    private readonly SortedDictionary<int, PublishedScore> _noPassPowers = [];

    public Observations Build(Submission submission)
    {
        var observations = new Observations(cells);
        AddRatings(observations, submission);
        AddCalls(observations, submission);
        var foreign = new ForeignFigures(submission);
        AddScores(observations, submission, foreign);
        AddCosts(observations, submission, foreign);
        AddPrices(observations, submission);
        return observations;
    }

    private void AddRatings(Observations observations, Submission submission)
    {
        foreach (var group in RatedGroups.Of(benchmark, submission, items, _metrics, _level))
        {
            var at = new MeasuredAt(group.UseCase, null);
            for (var m = 0; m < group.Metrics.Length; m++)
            {
                if (group.ItemCounts[m] > 0)
                {
                    ImmutableArray<Evidence> evidence = group.HasSizes
                        ? SummedGroups.EvidenceOf(submission.ItemSums!, group, m)
                        : [new(submission.Sources[0], submission.Ratings!.Place)];
                    var estimate = Mixture.OfRatings(group, m, _metrics[group.Metrics[m]], _level, evidence);
                    observations.Add(new Observation(at, group.Metrics[m], group.Method, estimate) { Group = group, MetricInGroup = m });
                }
            }
        }
    }

    private void AddCalls(Observations observations, Submission submission)
    {
        var timed = benchmark.AllMetrics.Where(metric => metric.Unit == Unit.Seconds && metric.Parts.IsEmpty).ToArray();
        foreach (var calls in submission.Calls.Where(call => call.Seconds is not null).GroupBy(call => call.At))
        {
            var seconds = calls.Select(call => call.Seconds!.Value).Order().ToArray();
            foreach (var metric in timed)
            {
                var estimate = CallEstimates.Of(metric.Statistic, seconds, _level, CallEstimates.EvidenceOf(submission));
                observations.Add(new Observation(calls.Key, metric.Id, metric.Methods[0], estimate));
            }
        }
    }

    private void AddScores(Observations observations, Submission submission, ForeignFigures foreign)
    {
        var correlations = StatedCorrelations.Of(submission);
        foreach (var score in submission.Scores)
        {
            var estimate = ScoreEstimates.Of(score, _metrics[score.Metric], PassPowersBeside(score, submission), _level);
            observations.Add(new Observation(score.At, score.Metric, score.Method, estimate)
            {
                Sample = score.Sample,
                Correlations = correlations,
                IsElsewhere = foreign.Has(score.At, score.Source),
            });
        }
    }

    // All pass^k of the same tasks and trials, by k: together they tell how solved trials spread over tasks.
    private SortedDictionary<int, PublishedScore> PassPowersBeside(PublishedScore score, Submission submission)
    {
        if (_metrics[score.Metric].PassPower is null)
        {
            return _noPassPowers;
        }

        var powers = new SortedDictionary<int, PublishedScore>();
        foreach (var other in submission.Scores)
        {
            if (_metrics[other.Metric].PassPower is { } k && other.At == score.At && other.Method == score.Method
                && other.Count == score.Count && other.Trials == score.Trials)
            {
                powers[k] = other;
            }
        }

        return powers;
    }

    private void AddCosts(Observations observations, Submission submission, ForeignFigures foreign)
    {
        if (CostMetric is not { } metric)
        {
            return;
        }

        foreach (var cost in submission.Costs)
        {
            // A band without money has no value; it is kept as 0 and marked, and UseCaseBuilder keeps it out of means.
            var estimate = new Estimate
            {
                Value = cost.UsdPerCall ?? 0,
                Basis = cost.UsdPerCall is null ? Basis.BandOnly : Basis.ValueOnly,
                Evidence = [new(cost.Source, cost.Place)],
            };
            observations.Add(new Observation(cost.At, metric.Id, metric.Methods[0], estimate)
            {
                Band = cost.Band,
                IsElsewhere = foreign.Has(cost.At, cost.Source),
            });
        }
    }

    private void AddPrices(Observations observations, Submission submission)
    {
        var price = prices.FirstOrDefault(candidate => candidate.Model == submission.Model && candidate.IsValidOn(priceDay));
        if (CostMetric is not { } metric || price is null)
        {
            return;
        }

        foreach (var profile in benchmark.Profiles)
        {
            Add(new MeasuredAt(null, profile.Id), profile.InputTokens, profile.OutputTokens);
        }

        foreach (var useCase in benchmark.UseCases)
        {
            if (useCase is { InputTokens: { } input, OutputTokens: { } output })
            {
                Add(new MeasuredAt(useCase.Id, null), input, output);
            }
        }

        void Add(MeasuredAt at, int input, int output) => observations.AddPrice(new Observation(at, metric.Id, metric.Methods[0], new Estimate
        {
            Value = price.UsdPerCall(input, output),
            Basis = Basis.PriceTable,
            Evidence = [new(PriceSource(price), new SourcePlace("data/prices.csv"))],
        }));
    }

    private static Source PriceSource(TokenPrice price) =>
        new("price-table", "Price table", price.Source, "list prices are facts", price.ValidFrom, "");

    private Metric? CostMetric => benchmark.AllMetrics.FirstOrDefault(metric => metric.Unit == Unit.Usd && metric.Parts.IsEmpty);
}

/// <summary>Tells which figures of a submission were measured elsewhere: on its model, but not in its own run.</summary>
/// <remarks>
/// A source may say so itself. If it does not, a figure for the model as a whole counts as measured elsewhere where its source gives no
/// figure of a use case or profile while other sources of the submission do: then those measured the run.
/// </remarks>
public sealed class ForeignFigures
{
    private readonly HashSet<string> _ofTheRun = new(StringComparer.Ordinal);

    /// <summary>Looks at the sources of a submission.</summary>
    public ForeignFigures(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var particular = submission.Scores.Where(score => score.At != MeasuredAt.Whole).Select(score => score.Source)
            .Concat(submission.Costs.Where(cost => cost.At != MeasuredAt.Whole).Select(cost => cost.Source));
        foreach (var source in particular.Where(source => source.Elsewhere != true))
        {
            _ofTheRun.Add(source.Url);
        }

        // Ratings and timed calls name no source: they are the submission's own.
        if (submission.Ratings is not null || !submission.Calls.IsEmpty)
        {
            _ofTheRun.Add(submission.Sources[0].Url);
        }
    }

    /// <summary>Whether a figure was measured elsewhere.</summary>
    /// <param name="at">What it was measured on.</param>
    /// <param name="source">Where it comes from.</param>
    public bool Has(MeasuredAt at, Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Elsewhere ?? (at == MeasuredAt.Whole && _ofTheRun.Count > 0 && !_ofTheRun.Contains(source.Url));
    }
}
