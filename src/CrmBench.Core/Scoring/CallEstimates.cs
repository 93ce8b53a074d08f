using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Estimates from timed calls.</summary>
internal static class CallEstimates
{
    /// <summary>Where the timed calls of a submission stand.</summary>
    public static ImmutableArray<Evidence> EvidenceOf(Submission submission) =>
    [
        new(
            submission.Sources[0],
            new SourcePlace(submission.Place.Path.Replace("submission.json", "latencies.csv", StringComparison.Ordinal))),
    ];

    /// <summary>A statistic of the seconds of calls that ended well.</summary>
    /// <param name="statistic">Which one.</param>
    /// <param name="sorted">Seconds, rising, at least one.</param>
    /// <param name="level">Level of the interval.</param>
    /// <param name="evidence">Where they come from.</param>
    public static Estimate Of(Statistic statistic, double[] sorted, ConfidenceLevel level, ImmutableArray<Evidence> evidence)
    {
        if (statistic == Statistic.Mean)
        {
            // At least one call, all finite: there is a mean.
            var mean = ClusteredMean.FromItems(sorted)!;
            return Estimates.From(mean, Basis.Calls, Unit.Seconds, null, level, evidence) with
            {
                Count = sorted.Length,
                CountOf = CountOf.Calls,
            };
        }

        var share = statistic switch
        {
            Statistic.P50 => 0.50,
            Statistic.P95 => 0.95,
            _ => 0.99,
        };
        var interval = Percentile.Interval(sorted, share, level);
        return new Estimate
        {
            Value = Percentile.Type7(sorted, share)!.Value,
            Interval = interval,
            Level = interval is null ? null : level.Value,
            Count = sorted.Length,
            CountOf = CountOf.Calls,
            Basis = Basis.Calls,
            Evidence = evidence,
        };
    }
}
