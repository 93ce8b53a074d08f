using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;
using CrmBench.Data.Diagnostics;

namespace CrmBench.Data.Sanity;

/// <summary>Looks at the published scores of one submission.</summary>
internal static class ScoreCheck
{
    // With fewer values, small percentages are nothing unusual.
    private const int FewestShares = 3;

    private const int MostRatersTried = 5;

    /// <summary>The warnings of one submission.</summary>
    public static IEnumerable<Diagnostic> Run(Submission submission, IReadOnlyDictionary<string, Metric> metrics)
    {
        foreach (var score in submission.Scores)
        {
            var metric = metrics[score.Metric];
            if (!IsPossibleMean(score, metric))
            {
                yield return Problems.MeanImpossible(score);
            }

            if (score.Value < score.Low || score.Value > score.High)
            {
                yield return Problems.IntervalWithoutEstimate(score);
            }

            if (metric is { Unit: Unit.Percent, PassPower: null } && !CountsAgree(score))
            {
                yield return Problems.CountsDisagree(score);
            }
        }

        foreach (var warning in AgainstSums(submission, metrics))
        {
            yield return warning;
        }

        var free = submission.Costs.Where(cost => cost.UsdPerCall == 0).Select(cost => cost.Place)
            .Concat(submission.Scores.Where(score => score.Value == 0 && metrics[score.Metric].Unit == Unit.Usd).Select(score => score.Place));
        foreach (var place in free)
        {
            yield return Problems.CostOfZero(place);
        }

        foreach (var ofMetric in submission.Scores.GroupBy(score => score.Metric))
        {
            var values = ofMetric.Where(score => score.Value != 0).ToList();
            if (metrics[ofMetric.Key].Unit == Unit.Percent && values.Count >= FewestShares && values.TrueForAll(score => score.Value <= 1))
            {
                yield return Problems.PercentLooksLikeShare(values[0].Place, ofMetric.Key);
            }
        }

        foreach (var warning in RisingPassPowers(submission, metrics))
        {
            yield return warning;
        }
    }

    // Only for metrics that are means of whole numbers: grades, and flags shown as percentages.
    private static bool IsPossibleMean(PublishedScore score, Metric metric) => metric switch
    {
        { Parts.IsEmpty: false } or { PassPower: not null } => true,
        { Unit: Unit.Grade } => IsPossible(score, score.Value, score.Decimals),
        { IsFlag: true } => IsPossible(score, score.Value / 100, score.Decimals + 2),
        _ => true,
    };

    private static bool IsPossible(PublishedScore score, double mean, int decimals)
    {
        long[] counts = [.. NumbersOfRatings(score)];
        return counts.Length == 0 || counts.Any(count => Grim.IsPossible(mean, decimals, count));
    }

    // The test says nothing about items with different numbers of raters, because their means have many denominators. A bare n may
    // count items, so it is also tried as a number of items with a few raters each.
    private static IEnumerable<long> NumbersOfRatings(PublishedScore score) => score switch
    {
        { Values: { } ratings, Raters: not null } => [ratings],
        { Count: { } n, Items: { } items } => n == items ? [n] : [],
        { Count: { } n } => Enumerable.Range(1, MostRatersTried).Select(raters => (long)n * raters),
        _ => [],
    };

    private static IEnumerable<Diagnostic> AgainstSums(Submission submission, IReadOnlyDictionary<string, Metric> metrics)
    {
        if (submission.ItemSums is not { } table)
        {
            yield break;
        }

        foreach (var score in submission.Scores)
        {
            var position = table.Metrics.IndexOf(score.Metric);
            var rows = table.Rows
                .Where(row => position >= 0 && row.UseCase == score.At.UseCase && row.Method == score.Method && row.Sums[position] is not null)
                .ToList();
            var mean = metrics[score.Metric].UnitOfRating
                * rows.Sum(row => (long)row.Sums[position]!.Value) / rows.Sum(row => (long)row.Ratings);
            if (rows.Count > 0 && Math.Abs(mean - score.Value) > Math.Pow(10, -score.Decimals) + 1e-9)
            {
                yield return Problems.SumsDisagree(score, mean);
            }
        }
    }

    private static bool CountsAgree(PublishedScore score)
    {
        if (score is not { Successes: { } successes, Trials: { } trials })
        {
            return true;
        }

        // One unit of the last digit, because sources cut digits off as often as they round.
        var exact = 100.0 * successes / trials;
        return Math.Abs(exact - score.Value) <= Math.Pow(10, -score.Decimals) + 1e-9;
    }

    private static IEnumerable<Diagnostic> RisingPassPowers(Submission submission, IReadOnlyDictionary<string, Metric> metrics)
    {
        var powers = submission.Scores
            .Where(score => metrics[score.Metric].PassPower is not null)
            .GroupBy(score => (score.At, score.Method, Source: score.Source.Id, score.Count, score.Trials));
        foreach (var group in powers)
        {
            var byPower = group.OrderBy(score => metrics[score.Metric].PassPower).ToList();
            foreach (var (lesser, greater) in byPower.Zip(byPower.Skip(1)))
            {
                var rounding = Math.Pow(10, -Math.Min(lesser.Decimals, greater.Decimals));
                if (metrics[lesser.Metric].PassPower < metrics[greater.Metric].PassPower && greater.Value > lesser.Value + rounding)
                {
                    yield return Problems.PassPowerRises(greater, lesser.Metric);
                }
            }
        }
    }
}

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
