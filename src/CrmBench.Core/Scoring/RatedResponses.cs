using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

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
