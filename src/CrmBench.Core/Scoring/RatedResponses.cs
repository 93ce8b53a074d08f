using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>All ratings of one metric by one method in a release, a row each.</summary>
internal sealed class RatedResponses
{
    /// <summary>Per row the number of the response: a submission's answer to an item.</summary>
    public List<int> Response { get; } = [];

    /// <summary>Per row the number of the item.</summary>
    public List<int> Item { get; } = [];

    /// <summary>Per row the number of the submission.</summary>
    public List<int> Submission { get; } = [];

    /// <summary>Per row the rater.</summary>
    public List<string> Rater { get; } = [];

    /// <summary>Per row the rating on the metric's scale.</summary>
    public List<double> Rating { get; } = [];

    /// <summary>The mean rating of each response, with its item and submission, by response.</summary>
    public SortedDictionary<int, (double Mean, int Item, int Submission)> Means()
    {
        var sums = new SortedDictionary<int, (double Sum, int Count, int Item, int Submission)>();
        for (var row = 0; row < Rating.Count; row++)
        {
            var (sum, count, _, _) = sums.GetValueOrDefault(Response[row]);
            sums[Response[row]] = (sum + Rating[row], count + 1, Item[row], Submission[row]);
        }

        var means = new SortedDictionary<int, (double, int, int)>();
        foreach (var (response, (sum, count, item, submission)) in sums)
        {
            means.Add(response, (sum / count, item, submission));
        }

        return means;
    }

    /// <summary>Collects the ratings of a release.</summary>
    /// <returns>By metric and method, both as identifiers.</returns>
    public static Dictionary<(string Metric, string Method), RatedResponses> Of(Release release, ItemNumbers items)
    {
        var all = new Dictionary<(string, string), RatedResponses>();
        var responses = new Dictionary<(int Submission, int Item), int>();
        for (var s = 0; s < release.Submissions.Length; s++)
        {
            if (release.Submissions[s] is { Withdrawn: null, Ratings: { } table } submission)
            {
                Collect(submission, table, s);
            }
        }

        return all;

        void Collect(Submission submission, RatingTable table, int s)
        {
            var methods = submission.Judges.ToDictionary(judge => judge.Rater, judge => judge.Method, StringComparer.Ordinal);
            var numbers = items.Of(table);
            for (var row = 0; row < table.Count; row++)
            {
                var item = numbers(table.UseCase[row], table.Item[row]);
                if (!responses.TryGetValue((s, item), out var response))
                {
                    response = responses.Count;
                    responses.Add((s, item), response);
                }

                var rater = table.Raters[table.Rater[row]];
                var method = methods.GetValueOrDefault(rater, submission.Method);
                for (var m = 0; m < table.Metrics.Length; m++)
                {
                    if (table.Values[m][row] != RatingTable.Missing)
                    {
                        Bucket(table.Metrics[m], method).Add(response, item, s, rater, table.Values[m][row]);
                    }
                }
            }
        }

        RatedResponses Bucket(string metric, string method)
        {
            if (!all.TryGetValue((metric, method), out var bucket))
            {
                bucket = new RatedResponses();
                all.Add((metric, method), bucket);
            }

            return bucket;
        }
    }

    private void Add(int response, int item, int submission, string rater, double rating)
    {
        Response.Add(response);
        Item.Add(item);
        Submission.Add(submission);
        Rater.Add(rater);
        Rating.Add(rating);
    }
}
