namespace CrmBench.Core.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    private const double RootTwoPi = 2.50662827463100050242;

    /// <summary>The probability of a value up to <paramref name="z"/>, to about 13 digits, in the far tails too.</summary>
    /// <param name="z">Any number; the infinities give 0 and 1.</param>
    public static double Cdf(double z)
    {
        ThrowIfNaN(z);
        return z > 0 ? 1 - LowerTail(-z) : LowerTail(z);
    }

    /// <summary>The value below which lies the probability <paramref name="p"/>.</summary>
    /// <param name="p">Greater than 0 and less than 1.</param>
    /// <remarks>
    /// Start: M. Abramowitz and I. Stegun, Handbook of Mathematical Functions (1964), 26.2.23, good to 0.00045;
    /// then Halley's iteration on the distribution function.
    /// </remarks>
    public static double Quantile(double p)
    {
        if (!(p > 0 && p < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1, without either.");
        }

        // 1 - p is exact for p from 0.5 on, so the upper half loses nothing by symmetry.
        return p > 0.5 ? -LowerQuantile(1 - p) : LowerQuantile(p);
    }

    private static double LowerQuantile(double p)
    {
        var t = Math.Sqrt(-2 * Math.Log(p));
        var z = ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308))))))) - t;
        for (var step = 0; step < 3; step++)
        {
            var newton = (LowerTail(z) - p) / Density(z);
            z -= newton / (1 + (newton * z / 2));
        }

        return Math.Min(z, 0);
    }

    /// <summary>The probability up to <paramref name="z"/>, which must not be positive (but for rounding).</summary>
    /// <remarks>Abramowitz and Stegun, 26.2.11 (series, near the centre) and 26.2.14 (continued fraction, in the tail).</remarks>
    private static double LowerTail(double z)
    {
        var distance = Math.Abs(z);
        if (double.IsInfinity(distance))
        {
            return 0;
        }

        if (distance < 3)
        {
            var (term, sum, square) = (z, z, z * z);
            for (var odd = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); odd += 2)
            {
                term *= square / odd;
                sum += term;
            }

            return 0.5 + (Density(z) * sum);
        }

        var fraction = distance;
        for (var level = 60; level > 0; level--)
        {
            fraction = distance + (level / fraction);
        }

        return Density(distance) / fraction;
    }

    private static double Density(double z) => Math.Exp(-z * z / 2) / RootTwoPi;

    private static void ThrowIfNaN(double z)
    {
        if (double.IsNaN(z))
        {
            throw new ArgumentException("A value must be a number.", nameof(z));
        }
    }
}
