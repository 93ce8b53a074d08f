namespace CrmBench.Core.Statistics;

/// <summary>Kendall's tau-b: pairs ordered alike minus pairs ordered against each other, with allowance for ties.</summary>
public static class KendallTauB
{
    /// <summary>
    /// The coefficient: <c>(C - D) / sqrt((n0 - n1)(n0 - n2))</c> with n0 pairs, of which n1 and n2 are tied in either measure.
    /// </summary>
    /// <param name="first">One value a thing.</param>
    /// <param name="second">The other measure of the same things, in the same order.</param>
    /// <returns>From -1 to 1; null for fewer than two things, a value that is not finite, or a measure that is the same for all.</returns>
    /// <remarks>
    /// M. G. Kendall, Biometrika 33 (1945) 239-251. Computed in n log n steps, the discordant pairs being the exchanges of a merge sort:
    /// W. R. Knight, J. Amer. Stat. Assoc. 61 (1966) 436-439.
    /// </remarks>
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

        var pairs = new (double First, double Second)[first.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (first[i], second[i]);
        }

        Array.Sort(pairs);
        var tiedFirst = TiedPairs(pairs, (a, b) => a.First == b.First);
        var tiedBoth = TiedPairs(pairs, (a, b) => a == b);
        var discordant = SortBySecond(pairs, new (double, double)[pairs.Length]);
        var tiedSecond = TiedPairs(pairs, (a, b) => a.Second == b.Second);

        var all = PairsAmong(pairs.Length);
        var difference = all - tiedFirst - tiedSecond + tiedBoth - (2 * discordant);
        var scale = Math.Sqrt(all - tiedFirst) * Math.Sqrt(all - tiedSecond);
        return scale > 0 ? Math.Clamp(difference / scale, -1, 1) : null;
    }

    /// <summary>Sorts by the second value, and counts how many pairs had to change places.</summary>
    private static long SortBySecond(Span<(double First, double Second)> pairs, Span<(double First, double Second)> buffer)
    {
        if (pairs.Length < 2)
        {
            return 0;
        }

        var middle = pairs.Length / 2;
        var exchanges = SortBySecond(pairs[..middle], buffer[..middle]) + SortBySecond(pairs[middle..], buffer[middle..]);
        var (left, right) = (0, middle);
        for (var i = 0; i < pairs.Length; i++)
        {
            if (right == pairs.Length || (left < middle && pairs[left].Second <= pairs[right].Second))
            {
                buffer[i] = pairs[left++];
            }
            else
            {
                exchanges += middle - left;
                buffer[i] = pairs[right++];
            }
        }

        buffer.CopyTo(pairs);
        return exchanges;
    }

    private static long TiedPairs(
        ReadOnlySpan<(double First, double Second)> sorted,
        Func<(double First, double Second), (double First, double Second), bool> tied)
    {
        long pairs = 0, run = 0;
        for (var i = 1; i < sorted.Length; i++)
        {
            run = tied(sorted[i], sorted[i - 1]) ? run + 1 : 0;
            pairs += run;
        }

        return pairs;
    }

    private static long PairsAmong(long count) => count * (count - 1) / 2;
}

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
