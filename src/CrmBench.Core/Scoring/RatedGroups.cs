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
