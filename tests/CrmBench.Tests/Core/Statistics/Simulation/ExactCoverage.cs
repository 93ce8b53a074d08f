using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics.Simulation;

/// <summary>Coverage of intervals for a share, summed over all outcomes instead of simulated.</summary>
internal static class ExactCoverage
{
    /// <summary>The probability that Wilson's interval holds the true share.</summary>
    public static double OfWilson(double share, int trials, ConfidenceLevel level) =>
        Of(share, trials, counts => counts.WilsonInterval(level));

    /// <summary>The probability that the interval of counted successes holds the true share.</summary>
    public static double OfCounts(double share, int trials, ConfidenceLevel level) =>
        Of(share, trials, counts => Wilson.OfCounts(counts, level));

    private static double Of(double share, int trials, Func<Proportion, Interval> interval)
    {
        var covered = 0.0;
        var logProbability = trials * Math.Log(1 - share);
        for (var successes = 0; successes <= trials; successes++)
        {
            if (interval(new Proportion(successes, trials)).Contains(share))
            {
                covered += Math.Exp(logProbability);
            }

            logProbability += Math.Log((trials - successes) * share / ((successes + 1) * (1 - share)));
        }

        return covered;
    }
}
