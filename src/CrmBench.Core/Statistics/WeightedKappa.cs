namespace CrmBench.Core.Statistics;

/// <summary>Cohen's weighted kappa: agreement of two raters beyond chance, where near misses count less than far ones.</summary>
public static class WeightedKappa
{
    /// <summary>Kappa with quadratic weights: one minus the mean squared difference over the one that chance would give.</summary>
    /// <param name="first">The first rater's ratings as numbers on the scale, one a unit.</param>
    /// <param name="second">The second rater's ratings of the same units, in the same order.</param>
    /// <returns>
    /// At most 1; null for no units, a rating that is not finite, or when both raters gave one and the same rating throughout.
    /// </returns>
    /// <remarks>
    /// J. Cohen, Psychological Bulletin 70 (1968) 213-220. With quadratic weights no table of categories is needed: the expected square is
    /// the sum of both variances and the squared difference of the means (J. L. Fleiss and J. Cohen, Educ. Psychol. Meas. 33 (1973)
    /// 613-619).
    /// </remarks>
    public static double? Quadratic(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"Both rate the same units, but there are {first.Length} and {second.Length} ratings.");
        }

        if (Sums.Mean(first) is not { } firstMean || Sums.Mean(second) is not { } secondMean)
        {
            return null;
        }

        var observed = default(NeumaierSum);
        for (var i = 0; i < first.Length; i++)
        {
            observed.Add((first[i] - second[i]) * (first[i] - second[i]));
        }

        var expected = Sums.SquaredDistances(first, firstMean) + Sums.SquaredDistances(second, secondMean)
            + (first.Length * (firstMean - secondMean) * (firstMean - secondMean));
        var kappa = 1 - (observed.Total / expected);
        return expected > 0 && double.IsFinite(kappa) ? kappa : null;
    }
}
