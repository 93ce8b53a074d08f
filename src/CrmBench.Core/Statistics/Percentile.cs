namespace CrmBench.Core.Statistics;

/// <summary>Percentiles of a sample, such as the 95th percentile of seconds.</summary>
public static class Percentile
{
    /// <summary>Hyndman and Fan's definition 7: linear interpolation at position (n - 1) p, as spreadsheets, NumPy and R do.</summary>
    /// <param name="sorted">The sample in ascending order.</param>
    /// <param name="p">From 0 (least value) to 1 (greatest).</param>
    /// <returns>Null for no values, or one that is not finite.</returns>
    /// <remarks>
    /// R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996) 361-365.
    /// </remarks>
    public static double? Type7(ReadOnlySpan<double> sorted, double p)
    {
        ThrowUnlessShare(p);
        if (!IsUsable(sorted))
        {
            return null;
        }

        var position = (sorted.Length - 1) * p;
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>
    /// An interval between two values of the sample that holds the true percentile whatever the distribution: the narrowest pair of ranks
    /// that leaves at most half of what the level leaves outside to each side.
    /// </summary>
    /// <param name="sorted">The sample in ascending order, of independent values.</param>
    /// <param name="p">Greater than 0 and less than 1.</param>
    /// <param name="level">The level that the interval reaches or exceeds.</param>
    /// <returns>Null for a sample that is empty, not finite, or too small to reach the level.</returns>
    /// <remarks>
    /// H. A. David and H. N. Nagaraja, Order Statistics (3rd edition, 2003), 7.1: the number of values below the true percentile is
    /// binomial with n and p.
    /// </remarks>
    public static Interval? Interval(ReadOnlySpan<double> sorted, double p, ConfidenceLevel level)
    {
        ThrowUnlessShare(p);
        if (!IsUsable(sorted) || p is 0 or 1)
        {
            return null;
        }

        var count = sorted.Length;

        // The lower rank is the highest that is almost surely at or below the percentile, the upper rank the lowest that is almost surely above.
        var lower = LastRank(count, rank => rank == 0 || AtLeast(rank, count, p) >= 1 - level.TailProbability);
        var upper = LastRank(count + 1, rank => rank == 0 || AtLeast(rank, count, p) > level.TailProbability) + 1;
        return lower >= 1 && upper <= count ? new Interval(sorted[lower - 1], sorted[upper - 1]) : null;
    }

    /// <summary>The probability of at least <paramref name="successes"/> (1 or more) of <paramref name="trials"/>.</summary>
    private static double AtLeast(int successes, int trials, double p) =>
        successes > trials ? 0 : BetaFunction.Regularized(p, 1 - p, successes, trials - successes + 1);

    /// <summary>
    /// The last rank from 0 to <paramref name="highest"/> for which a condition holds. It holds for 0, and where it fails it fails for all
    /// higher ranks.
    /// </summary>
    private static int LastRank(int highest, Func<int, bool> holds)
    {
        var (good, bad) = (0, highest + 1);
        while (bad - good > 1)
        {
            var middle = good + ((bad - good) / 2);
            (good, bad) = holds(middle) ? (middle, bad) : (good, middle);
        }

        return good;
    }

    private static bool IsUsable(ReadOnlySpan<double> sorted)
    {
        if (!Sums.AllFinite(sorted))
        {
            return false;
        }

        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] < sorted[i - 1])
            {
                throw new ArgumentException("The sample must be in ascending order.", nameof(sorted));
            }
        }

        return !sorted.IsEmpty;
    }

    private static void ThrowUnlessShare(double p)
    {
        if (p is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A percentile is given as a share from 0 to 1.");
        }
    }
}
