using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Data.Sanity;

/// <summary>Looks at the published scores of one submission.</summary>
internal static class ScoreCheck
{
    // With fewer values, small percentages are nothing unusual.
    private const int FewestShares = 3;

    /// <summary>The warnings of one submission.</summary>
    public static IEnumerable<Diagnostic> Run(Submission submission, IReadOnlyDictionary<string, Metric> metrics)
    {
        foreach (var score in submission.Scores)
        {
            var metric = metrics[score.Metric];
            if (score.Count is { } count && !IsPossibleMean(score, metric, count))
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

    // Only of what is a mean of whole numbers by its definition: grades, and flags shown as percentages.
    private static bool IsPossibleMean(PublishedScore score, Metric metric, int count) => metric switch
    {
        { Parts.IsEmpty: false } or { PassPower: not null } => true,
        { Unit: Unit.Grade } => Grim.IsPossible(score.Value, score.Decimals, count),
        { Unit: Unit.Percent, Scale: not null } => Grim.IsPossible(score.Value / 100, score.Decimals + 2, count),
        _ => true,
    };

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
