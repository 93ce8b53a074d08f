using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Scores the agreement of a release's raters.</summary>
internal static class AgreementScorer
{
    // Enough replicates for two decimals; fewer where each of them is large, because there the interval is narrow anyway.
    private const int MostReplicates = 1000;
    private const int FewestReplicates = 200;
    private const int RatingsInAllReplicates = 20_000_000;

    /// <summary>Whether a release has single ratings, so that there is a report.</summary>
    public static bool HasRatings(Benchmark benchmark, Release release)
    {
        var metrics = benchmark.AllMetrics.Select(metric => metric.Id).ToHashSet(StringComparer.Ordinal);
        return release.Submissions.Any(submission => submission is { Withdrawn: null, Ratings: { } table }
            && table.Metrics.Zip(table.Values).Any(metric => metrics.Contains(metric.First) && metric.Second.AsSpan().ContainsAnyExcept(RatingTable.Missing)));
    }

    /// <summary>The report on a release that has ratings.</summary>
    public static AgreementReport Score(Catalogue catalogue, Benchmark benchmark, Release release, ItemNumbers items)
    {
        var rated = RatedResponses.Of(release, items);
        var metrics = benchmark.AllMetrics.Where(metric => rated.Keys.Any(key => key.Metric == metric.Id)).ToArray();

        // Each metric has its own seed and its own place, so the threads' order does not show.
        var scored = new MetricAgreement[metrics.Length];
        Parallel.For(0, metrics.Length, i => scored[i] = Score(benchmark, release, metrics[i], rated, items.Count));
        return new AgreementReport([.. scored], SharedProviders(catalogue, release));
    }

    private static MetricAgreement Score(
        Benchmark benchmark, Release release, Metric metric, Dictionary<(string, string), RatedResponses> rated, int itemCount)
    {
        var present = benchmark.Methods.Where(method => rated.ContainsKey((metric.Id, method.Id))).ToArray();
        var between =
            from people in present
            where people.JudgedBy == JudgedBy.People
            from programs in present
            where programs.JudgedBy == JudgedBy.Programs
            select Compare(metric, people, rated[(metric.Id, people.Id)], programs, rated[(metric.Id, programs.Id)], itemCount);
        return new MetricAgreement(
            metric,
            [.. present.Select(method => Within(benchmark, release, metric, method, rated[(metric.Id, method.Id)]))],
            [.. between.OfType<MethodAgreement>()]);
    }

    private static RaterAgreement Within(Benchmark benchmark, Release release, Metric metric, Method method, RatedResponses rated)
    {
        var units = RatedUnits.FromRows(Span(rated.Response), Span(rated.Rating), Span(rated.Item));
        var measurement = metric.Unit == Unit.Grade ? MeasurementLevel.Ordinal : MeasurementLevel.Nominal;
        var random = Xoshiro256.FromText($"{benchmark.Id}/{release.Id}/{metric.Id}/{method.Id}");
        var replicates = Math.Clamp(RatingsInAllReplicates / Math.Max(1, units.RatingCount), FewestReplicates, MostReplicates);
        return new RaterAgreement
        {
            Method = method,
            Alpha = KrippendorffAlpha.Estimate(units, measurement),
            Interval = KrippendorffAlpha.BootstrapInterval(units, measurement, new(benchmark.ConfidenceLevel), random, replicates),
            Measurement = measurement,
            WeightedKappa = KappaOfTwo(rated),
            Raters = rated.Rater.Distinct().Count(),
            Responses = units.Count,
            Ratings = units.RatingCount,
            Items = units.ClusterCount,

            // Only metrics with a scale have a column of ratings, and the reader keeps ratings off the scale out.
            Distribution = RatingDistribution.Of(metric.Scale!, rated.Rating),
        };
    }

    private static double? KappaOfTwo(RatedResponses rated)
    {
        var raters = rated.Rater.Distinct().ToArray();
        if (raters.Length != 2)
        {
            return null;
        }

        var second = new Dictionary<int, double>();
        for (var row = 0; row < rated.Rating.Count; row++)
        {
            if (rated.Rater[row] == raters[1])
            {
                second[rated.Response[row]] = rated.Rating[row];
            }
        }

        var pairs = Enumerable.Range(0, rated.Rating.Count)
            .Where(row => rated.Rater[row] == raters[0] && second.ContainsKey(rated.Response[row]))
            .Select(row => (First: rated.Rating[row], Second: second[rated.Response[row]]))
            .ToArray();
        return WeightedKappa.Quadratic([.. pairs.Select(pair => pair.First)], [.. pairs.Select(pair => pair.Second)]);
    }

    private static MethodAgreement? Compare(
        Metric metric, Method people, RatedResponses ratedByPeople, Method programs, RatedResponses ratedByPrograms, int itemCount)
    {
        var byPrograms = ratedByPrograms.Means();
        var shared = ratedByPeople.Means()
            .Where(response => byPrograms.ContainsKey(response.Key))
            .Select(response => (Response: response.Key, People: response.Value, Programs: byPrograms[response.Key]))
            .ToArray();
        var factor = metric.Unit == Unit.Percent ? 100.0 : 1.0;

        // Several models answer the same item, so the item is the unit that varies.
        var differences = shared
            .GroupBy(pair => pair.Response % itemCount)
            .Select(item => factor * item.Average(pair => pair.Programs - pair.People))
            .ToArray();
        if (ClusteredMean.FromItems(differences) is not { } mean)
        {
            return null;
        }

        var submissions = shared
            .GroupBy(pair => pair.Response / itemCount)
            .Select(pairs => (People: pairs.Average(pair => pair.People), Programs: pairs.Average(pair => pair.Programs)))
            .ToArray();
        double[] peopleMeans = [.. submissions.Select(pair => pair.People)];
        double[] programMeans = [.. submissions.Select(pair => pair.Programs)];
        return new MethodAgreement
        {
            People = people,
            Programs = programs,
            Submissions = submissions.Length,
            Responses = shared.Length,
            Spearman = Spearman.Correlation(peopleMeans, programMeans),
            KendallTauB = KendallTauB.Correlation(peopleMeans, programMeans),
            SpearmanOfResponses = Spearman.Correlation([.. shared.Select(pair => pair.People)], [.. shared.Select(pair => pair.Programs)]),
            MeanDifference = mean,
        };
    }

    private static ImmutableArray<SharedProvider> SharedProviders(Catalogue catalogue, Release release)
    {
        var shared = ImmutableArray.CreateBuilder<SharedProvider>();
        foreach (var submission in release.Submissions.Where(submission => submission.Withdrawn is null))
        {
            var provider = catalogue.Models[submission.Model].Provider;
            foreach (var judge in submission.Judges)
            {
                if (judge.Model is { } model && catalogue.Models[model].Provider == provider
                    && submission.Ratings is { } ratings && ratings.Raters.Contains(judge.Rater))
                {
                    shared.Add(new SharedProvider(submission, judge, catalogue.Providers[provider]));
                }
            }
        }

        return shared.ToImmutable();
    }

    private static ReadOnlySpan<T> Span<T>(List<T> list) => CollectionsMarshal.AsSpan(list);
}
