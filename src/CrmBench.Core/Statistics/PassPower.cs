namespace CrmBench.Core.Statistics;

/// <summary>pass^k: the chance that a task is solved in all of k independent trials.</summary>
/// <remarks>
/// S. Yao and others, "tau-bench", arXiv 2406.12045 (2024): C(c,k) / C(n,k) estimates it without bias from n trials of which
/// c succeed. The error is taken over tasks, since trials of one task are no independent evidence.
/// </remarks>
public static class PassPower
{
    /// <summary>
    /// pass^1 with its standard error over tasks, from two published means alone. With c of T trials solved a task,
    /// <c>mean(c^2) = T (T - 1) pass^2 + T pass^1</c>; the variance over tasks is <c>(mean(c^2) / T^2 - (pass^1)^2) n / (n - 1)</c>,
    /// and the squared error is that divided by the number of tasks n.
    /// </summary>
    /// <param name="pass1">Published pass^1, from 0 to 1.</param>
    /// <param name="pass2">Published pass^2, from 0 to 1.</param>
    /// <param name="trials">T, the same for each task, at least 2.</param>
    /// <param name="tasks">n, at least 1.</param>
    /// <returns>
    /// Null if pass^1 is not between 0 and 1. Without a standard error if pass^1 and pass^2 contradict each other, or if there is one task.
    /// </returns>
    public static MeanEstimate? FirstFromMoments(double pass1, double pass2, int trials, int tasks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(tasks, 1);
        if (pass1 is not (>= 0 and <= 1))
        {
            return null;
        }

        var meanSquare = (((trials - 1) * pass2) + pass1) / trials;
        var variance = (meanSquare - (pass1 * pass1)) * tasks / (tasks - 1);
        var consistent = pass2 >= 0 && pass2 <= pass1 && variance >= 0;
        return MeanEstimate.WithError(pass1, consistent ? Math.Sqrt(variance / tasks) : double.NaN, tasks - 1, tasks);
    }

    /// <summary>C(successes, k) / C(trials, k), as a product of ratios, which neither overflows nor loses digits.</summary>
    internal static double SolvedSubsets(int successes, int trials, int k)
    {
        var share = 1.0;
        for (var i = 0; i < k && share > 0; i++)
        {
            share *= Math.Max(successes - i, 0) / (double)(trials - i);
        }

        return share;
    }
}
