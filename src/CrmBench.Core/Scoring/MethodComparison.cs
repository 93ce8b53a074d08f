using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>How far two methods agree on one metric, over what both rated.</summary>
public sealed record MethodAgreement
{
    /// <summary>The method judged by people.</summary>
    public required Method People { get; init; }

    /// <summary>The method judged by programs.</summary>
    public required Method Programs { get; init; }

    /// <summary>Number of submissions both rated.</summary>
    public required int Submissions { get; init; }

    /// <summary>Number of responses both rated; where responses were judged point by point, of those points.</summary>
    public required int Responses { get; init; }

    /// <summary>Number of items behind them.</summary>
    public required int Items { get; init; }

    /// <summary>Spearman's rank correlation of the submissions' means, or null with fewer than two or without variation.</summary>
    public required double? Spearman { get; init; }

    /// <summary>Bootstrap interval of <see cref="Spearman"/> over items at the benchmark's level; null where it is not defined.</summary>
    public required Interval? SpearmanInterval { get; init; }

    /// <summary>Kendall's tau-b of the submissions' means; null with fewer than two or without variation.</summary>
    public required double? KendallTauB { get; init; }

    /// <summary>Spearman's rank correlation of single responses (means over raters); null with fewer than two or without variation.</summary>
    public required double? SpearmanOfResponses { get; init; }

    /// <summary>The pairs of submissions that people's ratings tell apart at the benchmark's level, each for itself.</summary>
    public required ImmutableArray<ToldPair> ToldPairs { get; init; }

    /// <summary>Number of all pairs of submissions.</summary>
    public int Pairs => Submissions * (Submissions - 1) / 2;

    /// <summary>Programs minus people, mean over responses in the metric's unit, clustered by item.</summary>
    public required MeanEstimate MeanDifference { get; init; }
}

/// <summary>Compares what people and programs gave to the same responses on one metric.</summary>
internal sealed class MethodComparison
{
    private const int MostReplicates = 1000;
    private const int FewestReplicates = 200;
    private const int ResponsesInAllReplicates = 20_000_000;

    private readonly Release _release;
    private readonly ConfidenceLevel _level;
    private readonly double _factor;
    private readonly Shared[] _shared;
    private readonly int[] _submissions;

    private MethodComparison(
        Release release, Metric metric, ConfidenceLevel level, RatedResponses ratedByPeople, RatedResponses ratedByPrograms, ItemNumbers items)
    {
        var byPrograms = ratedByPrograms.Means();
        (_release, _level, _factor) = (release, level, metric.UnitOfRating);
        _shared =
        [
            .. ratedByPeople.Means()
                .Where(response => byPrograms.ContainsKey(response.Key))
                .Select(response => new Shared(
                    response.Key / items.PointCount,
                    items.ItemOfPoint(response.Key % items.PointCount),
                    response.Value,
                    byPrograms[response.Key])),
        ];
        _submissions = [.. _shared.Select(response => response.Submission).Distinct()];
    }

    /// <summary>The comparison, or null where no response was rated by both.</summary>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="release">The release.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="people">The people with their ratings.</param>
    /// <param name="programs">The programs with their ratings.</param>
    /// <param name="items">The numbers of the release's items.</param>
    public static MethodAgreement? Of(
        Benchmark benchmark,
        Release release,
        Metric metric,
        (Method Method, RatedResponses Rated) people,
        (Method Method, RatedResponses Rated) programs,
        ItemNumbers items)
    {
        var comparison = new MethodComparison(release, metric, new(benchmark.ConfidenceLevel), people.Rated, programs.Rated, items);
        var random = Xoshiro256.FromText($"{benchmark.Id}/{release.Id}/{metric.Id}/{people.Method.Id}/{programs.Method.Id}");
        return comparison.Compare(people.Method, programs.Method, random);
    }

    private MethodAgreement? Compare(Method people, Method programs, Xoshiro256 random)
    {
        // Several models answer the same item, so the item is the unit that varies.
        var differences = _shared
            .GroupBy(response => response.Item)
            .Select(item => _factor * item.Average(response => response.Programs - response.People))
            .ToArray();
        if (ClusteredMean.FromItems(differences) is not { } mean)
        {
            return null;
        }

        var means = _shared
            .GroupBy(response => response.Submission)
            .Select(responses => (People: responses.Average(response => response.People), Programs: responses.Average(response => response.Programs)))
            .ToArray();
        double[] peopleMeans = [.. means.Select(pair => Rounded(pair.People))];
        double[] programMeans = [.. means.Select(pair => Rounded(pair.Programs))];
        var spearman = Spearman.Correlation(peopleMeans, programMeans);
        return new MethodAgreement
        {
            People = people,
            Programs = programs,
            Submissions = means.Length,
            Responses = _shared.Length,
            Items = differences.Length,
            Spearman = spearman,
            SpearmanInterval = spearman is { } estimate ? Bootstrap(estimate, random) : null,
            KendallTauB = KendallTauB.Correlation(peopleMeans, programMeans),
            SpearmanOfResponses = Spearman.Correlation(
                [.. _shared.Select(response => Rounded(response.People))], [.. _shared.Select(response => Rounded(response.Programs))]),
            MeanDifference = mean,
            ToldPairs = ToldPairs(peopleMeans, programMeans),
        };
    }

    // Two equal means may differ in their last bits (thirds do), and then would get different ranks.
    private static double Rounded(double mean) => Math.Round(mean, 9);

    /// <summary>
    /// The pairs of submissions that people tell apart, paired over shared items where they have any.
    /// </summary>
    private ImmutableArray<ToldPair> ToldPairs(double[] people, double[] programs)
    {
        var items = _submissions
            .Select(submission => _shared
                .Where(response => response.Submission == submission)
                .GroupBy(response => response.Item)
                .ToDictionary(item => item.Key, item => item.Average(response => response.People)))
            .ToArray();
        var told = ImmutableArray.CreateBuilder<ToldPair>();
        for (var first = 0; first < items.Length; first++)
        {
            for (var second = first + 1; second < items.Length; second++)
            {
                if (Difference(items[first], items[second]) is { } difference
                    && new Comparison(difference).Verdict(_level) is 1 or -1)
                {
                    told.Add(new ToldPair(
                        _release.Submissions[_submissions[first]],
                        _release.Submissions[_submissions[second]],
                        Math.Sign(people[first] - people[second]) == Math.Sign(programs[first] - programs[second])));
                }
            }
        }

        return told.ToImmutable();
    }

    private static MeanEstimate? Difference(Dictionary<int, double> first, Dictionary<int, double> second)
    {
        double[] paired = [.. first.Keys.Where(second.ContainsKey).Order().Select(item => first[item] - second[item])];
        if (paired.Length > 1)
        {
            return ClusteredMean.FromItems(paired);
        }

        return ClusteredMean.FromItems([.. first.OrderBy(item => item.Key).Select(item => item.Value)]) is { } a
            && ClusteredMean.FromItems([.. second.OrderBy(item => item.Key).Select(item => item.Value)]) is { } b
            ? WeightedSum.Combine([(1, a), (-1, b)])
            : null;
    }

    /// <summary>Percentile bootstrap of the correlation over items: responses to one item are drawn together.</summary>
    private Interval? Bootstrap(double estimate, Xoshiro256 random)
    {
        var position = _submissions.Select((submission, i) => (submission, i)).ToDictionary(pair => pair.submission, pair => pair.i);
        var byItem = _shared
            .GroupBy(response => response.Item)
            .Select(item => item
                .GroupBy(response => position[response.Submission])
                .Select(responses => new ResponseSums(
                    responses.Key, responses.Sum(response => response.People), responses.Sum(response => response.Programs), responses.Count()))
                .ToArray())
            .ToArray();
        var replicates = Math.Clamp(ResponsesInAllReplicates / _shared.Length, FewestReplicates, MostReplicates);
        var correlations = new List<double>(replicates);
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            if (Draw(byItem, random) is { } correlation)
            {
                correlations.Add(correlation);
            }
        }

        // If more than one draw in twenty has no correlation, the others are no fair sample of all.
        double[] sorted = [.. correlations.Order()];
        return correlations.Count >= 0.95 * replicates
            && Percentile.Type7(sorted, _level.TailProbability) is { } low
            && Percentile.Type7(sorted, 1 - _level.TailProbability) is { } high
            ? new Interval(Math.Min(low, estimate), Math.Max(high, estimate))
            : null;
    }

    private double? Draw(ResponseSums[][] byItem, Xoshiro256 random)
    {
        var (people, programs, counts) = (new double[_submissions.Length], new double[_submissions.Length], new int[_submissions.Length]);
        for (var i = 0; i < byItem.Length; i++)
        {
            foreach (var sums in byItem[random.NextInt(byItem.Length)])
            {
                people[sums.Submission] += sums.People;
                programs[sums.Submission] += sums.Programs;
                counts[sums.Submission] += sums.Count;
            }
        }

        int[] drawn = [.. Enumerable.Range(0, counts.Length).Where(submission => counts[submission] > 0)];
        return Spearman.Correlation(
            [.. drawn.Select(submission => Rounded(people[submission] / counts[submission]))],
            [.. drawn.Select(submission => Rounded(programs[submission] / counts[submission]))]);
    }

    /// <summary>A response, or one criterion of it, that both rated.</summary>
    private readonly record struct Shared(int Submission, int Item, double People, double Programs);

    /// <summary>The responses of one submission to an item, added up.</summary>
    private readonly record struct ResponseSums(int Submission, double People, double Programs, int Count);
}
