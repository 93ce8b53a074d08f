namespace CrmBench.Core.Statistics;

/// <summary>
/// Means whose independent units are items: what varies within an item is averaged first and does not count as more evidence.
/// </summary>
/// <remarks>
/// E. Miller, "Adding error bars to evals", arXiv 2411.00640 (2024), for clustered errors and paired differences;
/// the influences linearize ratios as W. G. Cochran, Sampling Techniques (3rd edition, 1977), chapter 6, does.
/// </remarks>
public static class ClusteredMean
{
    /// <summary>A spread this small, relative to the values, is left by rounding and means none.</summary>
    internal const double RoundingNoise = 1e-12;

    /// <summary>The plain mean of item means, with the t interval's standard error over items.</summary>
    /// <param name="itemMeans">One value an item: the mean of its ratings.</param>
    /// <returns>
    /// Null for no items and for a value that is not finite; no standard error for one item; 0 where all items are alike.
    /// </returns>
    public static MeanEstimate? FromItems(ReadOnlySpan<double> itemMeans)
    {
        if (Sums.Mean(itemMeans) is not { } mean)
        {
            return null;
        }

        var count = itemMeans.Length;
        var deviation = Math.Sqrt(Sums.SquaredDistances(itemMeans, mean) / (count - 1));
        if (deviation <= RoundingNoise * Sums.LargestMagnitude(itemMeans))
        {
            deviation = 0;
        }

        return MeanEstimate.WithError(mean, deviation / Math.Sqrt(count), count - 1, count);
    }

    /// <summary>
    /// A statistic with the influence of each item on it: the squared standard error is n/(n-1) times the sum of squared influences.
    /// </summary>
    /// <param name="value">The statistic, such as the mean of several metric means.</param>
    /// <param name="influences">
    /// One an item that has any value, summing to 0: each metric adds weight times (value - mean) / (number of items that have it).
    /// </param>
    /// <returns>Null where a number is not finite; no standard error for fewer than two items; 0 where nothing varies.</returns>
    public static MeanEstimate? FromInfluences(double value, ReadOnlySpan<double> influences)
    {
        if (!double.IsFinite(value) || !Sums.AllFinite(influences))
        {
            return null;
        }

        return FromSquares(value, Sums.SquaredDistances(influences, 0), influences.Length, Math.Abs(value));
    }

    /// <summary>The difference of two statistics over the same items: what makes an item hard for both cancels.</summary>
    /// <param name="valueA">The statistic of A over the shared items.</param>
    /// <param name="influencesA">A's influences, one a shared item.</param>
    /// <param name="valueB">The statistic of B over the shared items.</param>
    /// <param name="influencesB">B's influences, in the order of A's.</param>
    /// <returns>A minus B, as <see cref="FromInfluences"/> gives it; exactly 0 where only rounding tells the two apart.</returns>
    public static MeanEstimate? PairedDifference(
        double valueA,
        ReadOnlySpan<double> influencesA,
        double valueB,
        ReadOnlySpan<double> influencesB)
    {
        ThrowUnlessSameLength(influencesA.Length, influencesB.Length);

        // Terms of one sign cannot cancel, so a plain sum is exact enough, and every pair of a board comes through here.
        var squares = 0.0;
        for (var item = 0; item < influencesA.Length; item++)
        {
            var influence = influencesA[item] - influencesB[item];
            squares += influence * influence;
        }

        var scale = Math.Max(Math.Abs(valueA), Math.Abs(valueB));
        var difference = valueA - valueB;
        if (!double.IsFinite(difference) || !double.IsFinite(squares))
        {
            return null;
        }

        return FromSquares(Math.Abs(difference) <= RoundingNoise * scale ? 0 : difference, squares, influencesA.Length, scale);
    }

    private static MeanEstimate FromSquares(double value, double squares, int count, double scale)
    {
        var error = Math.Sqrt((double)count / (count - 1) * squares);
        return MeanEstimate.WithError(value, error <= RoundingNoise * scale ? 0 : error, count - 1, count);
    }

    private static void ThrowUnlessSameLength(int first, int second)
    {
        if (first != second)
        {
            throw new ArgumentException($"Both must have one number an item, but have {first} and {second}.");
        }
    }
}
