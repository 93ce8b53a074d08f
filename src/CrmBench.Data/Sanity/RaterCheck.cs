using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;

namespace CrmBench.Data.Sanity;

/// <summary>Looks for raters who give the same grade to everything in a release.</summary>
internal static class RaterCheck
{
    // Fewer ratings may well all be the same.
    private const int FewestRatings = 10;

    /// <summary>The warnings of one release.</summary>
    /// <remarks>Only scales with three grades or more count: most answers pass a yes-or-no question, whoever asks it.</remarks>
    public static IEnumerable<Diagnostic> Run(Release release, IReadOnlyDictionary<string, Metric> metrics)
    {
        var raters = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var table in release.Submissions.Select(submission => submission.Ratings).OfType<RatingTable>())
        {
            var tallies = table.Raters
                .Select(rater => raters.TryGetValue(rater, out var tally) ? tally : raters[rater] = new Tally(table.Place))
                .ToList();
            for (var column = 0; column < table.Metrics.Length; column++)
            {
                if (metrics[table.Metrics[column]].Scale is not { } scale || scale.Highest - scale.Lowest < 2)
                {
                    continue;
                }

                var values = table.Values[column];
                for (var row = 0; row < values.Length; row++)
                {
                    if (values[row] != RatingTable.Missing)
                    {
                        tallies[table.Rater[row]].Add(values[row]);
                    }
                }
            }
        }

        return
            from rater in raters
            where rater.Value is { Count: >= FewestRatings, IsUniform: true }
            select Problems.RaterAlwaysSame(rater.Value.Place, rater.Key, rater.Value.Count, rater.Value.First);
    }

    private sealed class Tally(SourcePlace place)
    {
        public SourcePlace Place { get; } = place;

        public int Count { get; private set; }

        public short First { get; private set; }

        public bool IsUniform { get; private set; } = true;

        public void Add(short rating)
        {
            First = Count == 0 ? rating : First;
            IsUniform &= rating == First;
            Count++;
        }
    }
}
