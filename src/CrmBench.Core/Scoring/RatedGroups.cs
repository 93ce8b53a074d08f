using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Sorts the ratings of a submission into groups by use case and method.</summary>
internal static class RatedGroups
{
    /// <summary>Groups the ratings.</summary>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="submission">A submission; without ratings there are no groups.</param>
    /// <param name="items">Numbers of the release's items.</param>
    /// <param name="metrics">The metrics by identifier.</param>
    /// <param name="level">The level of intervals.</param>
    /// <returns>Groups of single ratings in the order of the file's use cases, then by method (ordinal); then those of sums by item.</returns>
    public static IEnumerable<RatedGroup> Of(
        Benchmark benchmark, Submission submission, ItemNumbers items, IReadOnlyDictionary<string, Metric> metrics, ConfidenceLevel level) =>
        OfRatings(benchmark, submission, items, metrics, level).Concat(
            submission.ItemSums is { } sums ? SummedGroups.Of(sums, items, metrics, level) : []);

    /// <summary>The lowest and highest value of a rated metric in its unit: a flag becomes percent.</summary>
    public static Interval ScaleOf(Metric metric) =>
        new(metric.UnitOfRating * metric.Scale!.Lowest, metric.UnitOfRating * metric.Scale.Highest);

    private static IEnumerable<RatedGroup> OfRatings(
        Benchmark benchmark, Submission submission, ItemNumbers items, IReadOnlyDictionary<string, Metric> metrics, ConfidenceLevel level)
    {
        if (submission.Ratings is not { } table)
        {
            yield break;
        }

        var methods = new RaterMethods(benchmark, submission, table);
        var buckets = RowsByGroup(table, methods);
        for (var useCase = 0; useCase < table.UseCases.Length; useCase++)
        {
            for (var method = 0; method < methods.Methods.Length; method++)
            {
                if (buckets[(useCase * methods.Methods.Length) + method] is { } rows)
                {
                    yield return Group(table, table.UseCases[useCase], methods.Methods[method], rows, items.OfRows(table), metrics, level);
                }
            }
        }
    }

    private static List<int>?[] RowsByGroup(RatingTable table, RaterMethods methods)
    {
        var buckets = new List<int>?[table.UseCases.Length * methods.Methods.Length];
        for (var row = 0; row < table.Count; row++)
        {
            foreach (var method in methods.Of(table.Rater[row]))
            {
                ref var bucket = ref buckets[(table.UseCase[row] * methods.Methods.Length) + method];
                (bucket ??= []).Add(row);
            }
        }

        return buckets;
    }

    private static RatedGroup Group(
        RatingTable table, string useCase, string method, List<int> rows, ReadOnlySpan<int> numbers,
        IReadOnlyDictionary<string, Metric> metrics, ConfidenceLevel level)
    {
        var positions = new int[rows.Count];
        for (var r = 0; r < positions.Length; r++)
        {
            positions[r] = numbers[rows[r]];
        }

        int[] items = [.. positions.Distinct().Order()];
        for (var r = 0; r < positions.Length; r++)
        {
            positions[r] = Array.BinarySearch(items, positions[r]);
        }

        var itemMeans = new double[table.Metrics.Length][];
        var ratingCounts = new int[table.Metrics.Length];
        for (var m = 0; m < itemMeans.Length; m++)
        {
            (itemMeans[m], ratingCounts[m]) = table.Criteria.IsEmpty
                ? ItemMeans(table.Values[m], rows, positions, items.Length, metrics[table.Metrics[m]].UnitOfRating)
                : ItemMeansOverCriteria(table, m, rows, positions, items.Length, metrics[table.Metrics[m]].UnitOfRating);
        }

        ImmutableArray<Interval> scales = [.. table.Metrics.Select(metric => ScaleOf(metrics[metric]))];
        return new RatedGroup(useCase, method, items, table.Metrics, itemMeans, ratingCounts, scales, level);
    }

    private static (double[] Means, int Ratings) ItemMeans(
        ImmutableArray<short> values, List<int> rows, int[] positions, int itemCount, double factor)
    {
        var sums = new double[itemCount];
        var counts = new int[itemCount];
        for (var r = 0; r < positions.Length; r++)
        {
            var value = values[rows[r]];
            if (value != RatingTable.Missing)
            {
                sums[positions[r]] += value;
                counts[positions[r]]++;
            }
        }

        for (var i = 0; i < itemCount; i++)
        {
            sums[i] = counts[i] == 0 ? double.NaN : factor * sums[i] / counts[i];
        }

        return (sums, counts.Sum());
    }

    // Raters within a criterion first, then the criteria of the response: a criterion that more people judged weighs no more.
    private static (double[] Means, int Ratings) ItemMeansOverCriteria(
        RatingTable table, int metric, List<int> rows, int[] positions, int itemCount, double factor)
    {
        var ofCriterion = new SortedDictionary<(int Item, int Criterion), (double Sum, int Count)>();
        for (var r = 0; r < positions.Length; r++)
        {
            var value = table.Values[metric][rows[r]];
            if (value != RatingTable.Missing)
            {
                var at = (positions[r], table.Criterion[rows[r]]);
                var (sum, count) = ofCriterion.GetValueOrDefault(at);
                ofCriterion[at] = (sum + value, count + 1);
            }
        }

        var means = new double[itemCount];
        var counts = new int[itemCount];
        foreach (var (at, (sum, count)) in ofCriterion)
        {
            means[at.Item] += sum / count;
            counts[at.Item]++;
        }

        for (var i = 0; i < itemCount; i++)
        {
            means[i] = counts[i] == 0 ? double.NaN : factor * means[i] / counts[i];
        }

        return (means, ofCriterion.Values.Sum(one => one.Count));
    }
}

/// <summary>Sorts ratings that were added up by item into groups by use case and method.</summary>
internal static class SummedGroups
{
    /// <summary>The groups, in the order in which use cases and methods first occur.</summary>
    /// <param name="table">The sums.</param>
    /// <param name="items">Numbers of the release's items.</param>
    /// <param name="metrics">The metrics by identifier.</param>
    /// <param name="level">The level of intervals.</param>
    public static IEnumerable<RatedGroup> Of(
        ItemSumTable table, ItemNumbers items, IReadOnlyDictionary<string, Metric> metrics, ConfidenceLevel level) =>
        table.Rows.GroupBy(row => (row.UseCase, row.Method)).Select(rows => Group(table, [.. rows], items, metrics, level));

    /// <summary>Where the sums of a group's metric come from.</summary>
    public static ImmutableArray<Evidence> EvidenceOf(ItemSumTable table, RatedGroup group, int metric) =>
    [
        .. table.Rows
            .Where(row => row.UseCase == group.UseCase && row.Method == group.Method && row.Sums[metric] is not null)
            .Select(row => row.Source)
            .Distinct()
            .Select(source => new Evidence(source, table.Place)),
    ];

    private static RatedGroup Group(
        ItemSumTable table, ItemSums[] rows, ItemNumbers items, IReadOnlyDictionary<string, Metric> metrics, ConfidenceLevel level)
    {
        int[] numbers = [.. rows.Select(items.Of).Distinct().Order()];
        var means = Empty(table.Metrics.Length, numbers.Length, double.NaN);
        var sizes = Empty(table.Metrics.Length, numbers.Length, 0);
        foreach (var row in rows)
        {
            var at = Array.BinarySearch(numbers, items.Of(row));
            for (var m = 0; m < row.Sums.Length; m++)
            {
                if (row.Sums[m] is { } sum)
                {
                    means[m][at] = metrics[table.Metrics[m]].UnitOfRating * sum / row.Ratings;
                    sizes[m][at] = row.Ratings;
                }
            }
        }

        return new RatedGroup(
            rows[0].UseCase,
            rows[0].Method,
            numbers,
            table.Metrics,
            means,
            [.. sizes.Select(ofMetric => (int)ofMetric.Sum())],
            [.. table.Metrics.Select(metric => RatedGroups.ScaleOf(metrics[metric]))],
            level,
            sizes);
    }

    private static double[][] Empty(int metrics, int items, double value)
    {
        var all = new double[metrics][];
        for (var m = 0; m < metrics; m++)
        {
            all[m] = new double[items];
            Array.Fill(all[m], value);
        }

        return all;
    }
}

/// <summary>All ratings of one metric by one method in a release, a row each.</summary>
internal sealed class RatedResponses
{
    /// <summary>Per row the number of the response: a submission's answer to an item, or what one criterion asks of that answer.</summary>
    public List<int> Response { get; } = [];

    /// <summary>Per row the number of the item.</summary>
    public List<int> Item { get; } = [];

    /// <summary>Per row the number of the rater.</summary>
    public List<int> Rater { get; } = [];

    /// <summary>Per row the rating on the metric's scale.</summary>
    public List<double> Rating { get; } = [];

    /// <summary>The mean rating of each response, by the response's number.</summary>
    public SortedDictionary<int, double> Means()
    {
        var sums = new SortedDictionary<int, (double Sum, int Count)>();
        for (var row = 0; row < Rating.Count; row++)
        {
            var (sum, count) = sums.GetValueOrDefault(Response[row]);
            sums[Response[row]] = (sum + Rating[row], count + 1);
        }

        return new SortedDictionary<int, double>(sums.ToDictionary(pair => pair.Key, pair => pair.Value.Sum / pair.Value.Count));
    }

    /// <summary>Collects the ratings of a release; a response's number is its submission's times the number of points plus its point's.</summary>
    /// <returns>By metric and method, both as identifiers.</returns>
    public static Dictionary<(string Metric, string Method), RatedResponses> Of(Benchmark benchmark, Release release, ItemNumbers items)
    {
        var all = new Dictionary<(string, string), RatedResponses>();
        var raters = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var s = 0; s < release.Submissions.Length; s++)
        {
            if (release.Submissions[s] is { Withdrawn: null, Ratings: { } table } submission)
            {
                var methods = new RaterMethods(benchmark, submission, table);
                int[] numbers = [.. table.Raters.Select(rater => NumberOf(raters, rater))];
                for (var m = 0; m < table.Metrics.Length; m++)
                {
                    var metric = table.Metrics[m];
                    RatedResponses[] buckets = [.. methods.Methods.Select(method => Bucket(all, (metric, method)))];
                    Collect(table, m, s * items.PointCount, items, numbers, methods, buckets);
                }
            }
        }

        return all.Where(pair => pair.Value.Rating.Count > 0).ToDictionary();
    }

    private static void Collect(
        RatingTable table, int metric, int firstResponse, ItemNumbers items, int[] raters, RaterMethods methods,
        RatedResponses[] buckets)
    {
        var itemOf = items.OfRows(table);
        var pointOf = items.PointsOfRows(table);
        for (var row = 0; row < table.Count; row++)
        {
            if (table.Values[metric][row] != RatingTable.Missing)
            {
                var rater = table.Rater[row];
                foreach (var method in methods.Of(rater))
                {
                    var bucket = buckets[method];
                    bucket.Response.Add(firstResponse + pointOf[row]);
                    bucket.Item.Add(itemOf[row]);
                    bucket.Rater.Add(raters[rater]);
                    bucket.Rating.Add(table.Values[metric][row]);
                }
            }
        }
    }

    private static int NumberOf(Dictionary<string, int> raters, string rater)
    {
        if (!raters.TryGetValue(rater, out var number))
        {
            number = raters.Count;
            raters.Add(rater, number);
        }

        return number;
    }

    private static RatedResponses Bucket(Dictionary<(string, string), RatedResponses> all, (string, string) key)
    {
        if (!all.TryGetValue(key, out var bucket))
        {
            bucket = new RatedResponses();
            all.Add(key, bucket);
        }

        return bucket;
    }
}
