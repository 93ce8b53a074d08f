using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics.Simulation;

/// <summary>pass^k from the single runs of each task, by its definition: published boards tell no more than its means.</summary>
internal static class TrialRuns
{
    /// <summary>The share of k-subsets of a task's trials in which all succeed: C(c, k) / C(n, k).</summary>
    public static double PassPower(Proportion runs, int k) => Enumerable.Range(0, k)
        .Aggregate(1.0, (share, i) => share * Math.Max(runs.Successes - i, 0) / (runs.Trials - i));

    /// <summary>The mean over tasks, with its standard error over tasks.</summary>
    public static MeanEstimate PassPower(IEnumerable<Proportion> tasks, int k) =>
        ClusteredMean.FromItems([.. tasks.Select(task => PassPower(task, k))])!;
}
