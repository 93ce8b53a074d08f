using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;

namespace CrmBench.Data.Sanity;

/// <summary>Looks for raters who give the same grade to everything in a release.</summary>
internal static class RaterCheck
{
    // With fewer responses, the same grade for all may be right.
    private const int FewestResponses = 20;

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
            var columns = new List<ImmutableArray<short>>();
            for (var column = 0; column < table.Metrics.Length; column++)
            {
                if (metrics[table.Metrics[column]].Scale is { } scale && scale.Highest - scale.Lowest >= 2)
                {
                    columns.Add(table.Values[column]);
                }
            }

            for (var row = 0; row < table.Count; row++)
            {
                tallies[table.Rater[row]].Add(columns, row);
            }
        }

        return
            from rater in raters
            where rater.Value is { Count: >= FewestResponses, IsUniform: true }
            select Problems.RaterAlwaysSame(rater.Value.Place, rater.Key, rater.Value.Count, rater.Value.First);
    }

    private sealed class Tally(SourcePlace place)
    {
        public SourcePlace Place { get; } = place;

        public int Count { get; private set; }

        public short First { get; private set; }

        public bool IsUniform { get; private set; } = true;

        public void Add(List<ImmutableArray<short>> columns, int row)
        {
            var isRated = false;
            foreach (var values in columns)
            {
                if (values[row] is not RatingTable.Missing and var rating)
                {
                    First = Count == 0 && !isRated ? rating : First;
                    IsUniform &= rating == First;
                    isRated = true;
                }
            }

            Count += isRated ? 1 : 0;
        }
    }
}
