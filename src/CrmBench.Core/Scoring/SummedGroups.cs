using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

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
