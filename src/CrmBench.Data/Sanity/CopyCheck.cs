using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;

namespace CrmBench.Data.Sanity;

/// <summary>Looks for submissions of one release that share figures they could hardly share by chance.</summary>
internal static class CopyCheck
{
    // From this number on, equal figures are hardly chance.
    private const int FewestScores = 5;
    private const int FewestRows = 10;

    // From this share on, a submission consists of another's figures.
    private const double MostlyCopied = 0.8;

    /// <summary>The warnings of one release; withdrawn submissions are left out.</summary>
    public static IEnumerable<Diagnostic> Run(Release release)
    {
        var standing = release.Submissions.Where(submission => submission.Withdrawn is null).ToList();
        return SameName(standing)
            .Concat(SameScores(standing))
            .Concat(SameRatings(standing))
            .Concat(SameSums(standing))
            .Concat(SameCalls(standing));
    }

    private static IEnumerable<Diagnostic> SameName(List<Submission> submissions) =>
        from same in submissions.GroupBy(submission => (submission.Model, submission.Variant, submission.Method))
        from later in same.Skip(1)
        select Problems.CannotBeToldApart(later.Place, later.Model, same.First().Id);

    private static IEnumerable<Diagnostic> SameScores(List<Submission> submissions)
    {
        // By figure, the submissions that have it: only pairs with equal figures are counted.
        var owners = new Dictionary<(MeasuredAt At, string Metric, string Method, double Value), List<Submission>>();
        foreach (var submission in submissions)
        {
            var figures = submission.Scores.Where(IsTelling).ToList();
            var equal = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var score in figures)
            {
                var key = (score.At, score.Metric, score.Method, score.Value);
                if (!owners.TryGetValue(key, out var before))
                {
                    owners[key] = before = [];
                }

                foreach (var owner in before)
                {
                    equal[owner.Id] = equal.GetValueOrDefault(owner.Id) + 1;
                }

                before.Add(submission);
            }

            var (other, count) = equal
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .FirstOrDefault();
            if (count >= FewestScores && count >= MostlyCopied * figures.Count)
            {
                yield return count == figures.Count
                    ? Problems.Copied(submission.Place, "scores.csv", other)
                    : Problems.MostlyCopied(submission.Place, count, figures.Count, other);
            }
        }
    }

    // 0, 100 and whole grades are common, so only figures with decimals count.
    private static bool IsTelling(PublishedScore score) => score.Value != Math.Truncate(score.Value);

    private static IEnumerable<Diagnostic> SameRatings(List<Submission> submissions) =>
        from same in submissions
            .Where(submission => submission.Ratings is { Count: >= FewestRows })
            .GroupBy(submission => RatingsHash(submission.Ratings))
        from later in same.Skip(1)
        where HasVariety(later.Ratings)
        select Problems.Copied(later.Place, "ratings.csv", same.First().Id);

    private static IEnumerable<Diagnostic> SameSums(List<Submission> submissions) =>
        from same in submissions
            .Where(submission => submission.ItemSums is { Rows.Length: >= FewestRows })
            .GroupBy(submission => string.Join(' ', submission.ItemSums!.Rows.Select(row => $"{row.Item}={string.Join(',', row.Sums)}")))
        from later in same.Skip(1)
        where later.ItemSums!.Rows.Select(row => string.Join(',', row.Sums)).Distinct().Skip(1).Any()
        select Problems.Copied(later.Place, "item-sums.csv", same.First().Id);

    // A 64-bit hash of the whole table (FNV-1a); that two different tables of one release share it is next to impossible.
    private static ulong RatingsHash(RatingTable? table)
    {
        var hash = 14695981039346656037UL;
        void Add(int value) => hash = unchecked((hash ^ (uint)value) * 1099511628211UL);
        void AddText(string text)
        {
            foreach (var character in text)
            {
                Add(character);
            }

            Add(-1);
        }

        if (table is not null)
        {
            foreach (var name in table.UseCases.Concat(table.Items).Concat(table.Raters).Concat(table.Metrics).Concat(table.Criteria))
            {
                AddText(name);
            }

            for (var row = 0; row < table.Count; row++)
            {
                Add(table.UseCase[row]);
                Add(table.Item[row]);
                Add(table.Rater[row]);
                Add(table.Criterion.IsEmpty ? -1 : table.Criterion[row]);
                foreach (var values in table.Values)
                {
                    Add(values[row]);
                }
            }
        }

        return hash;
    }

    // Good models of few items may all be given the best grade.
    private static bool HasVariety(RatingTable? table) =>
        table is not null && table.Values.Any(values => values.Where(value => value != RatingTable.Missing).Distinct().Skip(1).Any());

    private static IEnumerable<Diagnostic> SameCalls(List<Submission> submissions) =>
        from same in submissions.Where(submission => submission.Calls.Length >= FewestRows).GroupBy(submission => string.Join(
            ' ', submission.Calls.Select(call => call.Seconds?.ToString("R", System.Globalization.CultureInfo.InvariantCulture))))
        from later in same.Skip(1)
        where later.Calls.Select(call => call.Seconds).Distinct().Count() >= FewestRows / 2
        select Problems.Copied(later.Place, "latencies.csv", same.First().Id);
}
