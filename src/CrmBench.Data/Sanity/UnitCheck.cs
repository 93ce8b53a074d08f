using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;

namespace CrmBench.Data.Sanity;

/// <summary>Looks for shares from 0 to 1 among the percentages of a board: 0.86 beside 71.5 and 70.</summary>
/// <remarks>
/// The percentage of a rare event is below 1 too. A figure is reported as a share only if the other figures are far away from it and close to
/// a hundred times its value.
/// </remarks>
internal static class UnitCheck
{
    private const double Far = 10, Near = 2.5;

    /// <summary>The warnings of one release; withdrawn submissions are left out.</summary>
    public static IEnumerable<Diagnostic> Run(Release release, IReadOnlyDictionary<string, Metric> metrics)
    {
        var figures =
            from submission in release.Submissions
            where submission.Withdrawn is null
            from score in submission.Scores
            where score.Value > 0 && metrics[score.Metric].Unit == Unit.Percent
            group score by (score.Metric, score.Method);
        return figures.SelectMany(metric => Run([.. metric]));
    }

    private static IEnumerable<Diagnostic> Run(ImmutableArray<PublishedScore> figures)
    {
        // Figures of one use case are compared first; only if none is odd among them, those of all use cases.
        var alike = figures.GroupBy(figure => figure.At).SelectMany(at => Odd([.. at])).ToList();
        return (alike.Count > 0 ? alike : Odd(figures))
            .OrderBy(pair => pair.Odd.Place.Path, StringComparer.Ordinal)
            .ThenBy(pair => pair.Odd.Place.Line)
            .Select(pair => Problems.ShareAmongPercentages(pair.Odd, pair.Beside));
    }

    private static IEnumerable<(PublishedScore Odd, PublishedScore Beside)> Odd(ImmutableArray<PublishedScore> figures)
    {
        var small = figures.Where(figure => figure.Value <= 1).ToList();
        var others = figures.Where(figure => figure.Value > 1).OrderBy(figure => figure.Value).ToList();
        if (small.Count == 0 || others.Count == 0 || others[0].Value < Far * small.Max(score => score.Value))
        {
            return [];
        }

        return
            from score in small
            let percent = 100 * score.Value
            where percent >= others[0].Value / Near && percent <= others[^1].Value * Near
            select (score, others.MinBy(other => Math.Abs(other.Value - percent))!);
    }
}
