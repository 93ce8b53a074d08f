using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Whether raters agree, judges agree with people, and judges are independent of the judged.</summary>
/// <param name="Metrics">The rated metrics, in the benchmark's order.</param>
/// <param name="SharedProviders">Judges that share a provider with the model they judged, by submission.</param>
public sealed record AgreementReport(ImmutableArray<MetricAgreement> Metrics, ImmutableArray<SharedProvider> SharedProviders);

/// <summary>Agreement on one rated metric of a release.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Raters">Within each method that has ratings, in the benchmark's order of methods.</param>
/// <param name="Methods">Between methods of people and of programs; empty where only one kind rated.</param>
public sealed record MetricAgreement(Metric Metric, ImmutableArray<RaterAgreement> Raters, ImmutableArray<MethodAgreement> Methods)
{
    /// <summary>Those of <see cref="Raters"/> whose method may have several raters; a single judge that is shown apart has nobody to agree with.</summary>
    public IEnumerable<RaterAgreement> AmongRaters => Raters.Where(raters => raters.Method.View is null or { IsAverage: true });
}

/// <summary>A judge that rated a model of its own provider: judges may favour their own.</summary>
/// <param name="Submission">The judged submission.</param>
/// <param name="Judge">The judge.</param>
/// <param name="Provider">The provider both share.</param>
public sealed record SharedProvider(Submission Submission, Judge Judge, Provider Provider);

/// <summary>Two submissions that people's ratings tell apart.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
/// <param name="Alike">Whether the programs' means put them the same way round.</param>
public sealed record ToldPair(Submission First, Submission Second, bool Alike);

/// <summary>What a coefficient of agreement means for a reader.</summary>
/// <remarks>
/// The bounds .800 and .667 are those of K. Krippendorff, Content Analysis (2004), 11.4.2; the rest of the scale is cut by whether the
/// interval leaves chance behind.
/// </remarks>
public enum AgreementVerdict
{
    /// <summary>No coefficient: fewer than two ratings of every response, or all ratings alike.</summary>
    Unknown,

    /// <summary>The raters agree no more than chance would, as far as the interval tells.</summary>
    None,

    /// <summary>More than chance, less than .667: single ratings are noise, only means over many items say something.</summary>
    Weak,

    /// <summary>From .667: good enough for tentative conclusions.</summary>
    Tentative,

    /// <summary>From .800: raters can be exchanged for each other.</summary>
    Reliable,
}

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
        var rated = RatedResponses.Of(benchmark, release, items);
        var metrics = benchmark.AllMetrics.Where(metric => rated.Keys.Any(key => key.Metric == metric.Id)).ToArray();

        // Each metric has its own seed and its own place in the result, so the order of threads changes nothing.
        var scored = new MetricAgreement[metrics.Length];
        Parallel.For(0, metrics.Length, i => scored[i] = Score(benchmark, release, metrics[i], rated, items));
        return new AgreementReport([.. scored], SharedProviders(catalogue, release));
    }

    private static MetricAgreement Score(
        Benchmark benchmark, Release release, Metric metric, Dictionary<(string, string), RatedResponses> rated, ItemNumbers items)
    {
        var present = benchmark.Methods.Where(method => rated.ContainsKey((metric.Id, method.Id))).ToArray();
        var between =
            from people in present
            where people.JudgedBy == JudgedBy.People
            from programs in present
            where programs.JudgedBy == JudgedBy.Programs
            select MethodComparison.Of(
                benchmark, release, metric, (people, rated[(metric.Id, people.Id)]), (programs, rated[(metric.Id, programs.Id)]), items);
        return new MetricAgreement(
            metric,
            [.. present.Select(method => Within(benchmark, release, metric, method, rated[(metric.Id, method.Id)]))],
            [.. between.OfType<MethodAgreement>()]);
    }

    private static RaterAgreement Within(Benchmark benchmark, Release release, Metric metric, Method method, RatedResponses rated)
    {
        var units = RatedUnits.FromRows(Span(rated.Response), Span(rated.Rating), Span(rated.Item));
        var measurement = metric.IsFlag ? MeasurementLevel.Nominal : MeasurementLevel.Ordinal;
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
