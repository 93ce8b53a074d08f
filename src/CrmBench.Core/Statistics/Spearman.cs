namespace CrmBench.Core.Statistics;

/// <summary>Spearman's rank correlation: how far two measures put the same things in the same order.</summary>
public static class Spearman
{
    /// <summary>The product-moment correlation of the ranks; equal values share the mean of their ranks.</summary>
    /// <param name="first">One value a thing.</param>
    /// <param name="second">The other measure of the same things, in the same order.</param>
    /// <returns>From -1 to 1; null for fewer than two things, a value that is not finite, or a measure that is the same for all.</returns>
    /// <remarks>M. G. Kendall, Rank Correlation Methods (4th edition, 1970), chapters 1 and 3.</remarks>
    public static double? Correlation(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"Both measure the same things, but there are {first.Length} and {second.Length} values.");
        }

        if (!Sums.AllFinite(first) || !Sums.AllFinite(second))
        {
            return null;
        }

        var (ranksA, ranksB) = (MeanRanks(first), MeanRanks(second));

        // Ranks from 1 to n have this mean, ties or not.
        var mean = (first.Length + 1) / 2.0;
        double products = 0, squaresA = 0, squaresB = 0;
        for (var i = 0; i < ranksA.Length; i++)
        {
            products += (ranksA[i] - mean) * (ranksB[i] - mean);
            squaresA += (ranksA[i] - mean) * (ranksA[i] - mean);
            squaresB += (ranksB[i] - mean) * (ranksB[i] - mean);
        }

        return squaresA > 0 && squaresB > 0
            ? Math.Clamp(products / (Math.Sqrt(squaresA) * Math.Sqrt(squaresB)), -1, 1)
            : null;
    }

    /// <summary>Ranks from 1 (least) on; equal values share the mean of the ranks they take up.</summary>
    internal static double[] MeanRanks(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            foreach (var position in order.AsSpan(start..end))
            {
                ranks[position] = (start + 1 + end) / 2.0;
            }

            start = end;
        }

        return ranks;
    }
}
