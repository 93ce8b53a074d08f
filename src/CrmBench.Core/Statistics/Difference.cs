namespace CrmBench.Core.Statistics;

/// <summary>Comparisons of two estimates.</summary>
public static class Difference
{
    /// <summary>A paired comparison over shared items, as <see cref="ClusteredMean.PairedDifference"/> computes it.</summary>
    /// <param name="valueA">The statistic of A over the shared items.</param>
    /// <param name="influencesA">A's influences, one a shared item.</param>
    /// <param name="valueB">The statistic of B over the shared items.</param>
    /// <param name="influencesB">B's influences, in the order of A's.</param>
    /// <returns>Null where a number is not finite.</returns>
    public static Comparison? Paired(
        double valueA,
        ReadOnlySpan<double> influencesA,
        double valueB,
        ReadOnlySpan<double> influencesB) =>
        ClusteredMean.PairedDifference(valueA, influencesA, valueB, influencesB) is { } difference ? new(difference) : null;

    /// <summary>A paired comparison of two means over the same items.</summary>
    /// <param name="itemsA">A's values, one an item.</param>
    /// <param name="itemsB">B's values of the same items, in the same order.</param>
    /// <returns>Null for no items or where a number is not finite.</returns>
    public static Comparison? Paired(ReadOnlySpan<double> itemsA, ReadOnlySpan<double> itemsB)
    {
        var influencesA = new double[itemsA.Length];
        var influencesB = new double[itemsB.Length];
        return Sums.AllFinite(itemsA) && Sums.AllFinite(itemsB)
            && ClusteredMean.AddInfluences(itemsA, 1, influencesA) is { } meanA
            && ClusteredMean.AddInfluences(itemsB, 1, influencesB) is { } meanB
                ? Paired(meanA, influencesA, meanB, influencesB)
                : null;
    }

    /// <summary>A comparison of estimates from different items: variances add, degrees of freedom after Welch.</summary>
    /// <returns>Null where the difference is too large for a double.</returns>
    /// <remarks>B. L. Welch, "The generalization of Student's problem ...", Biometrika 34 (1947) 28-35.</remarks>
    public static Comparison? Unpaired(MeanEstimate a, MeanEstimate b) =>
        WeightedSum.Combine([(1, a), (-1, b)]) is { } difference ? new(difference) : null;
}
