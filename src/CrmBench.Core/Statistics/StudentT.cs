namespace CrmBench.Core.Statistics;

/// <summary>Student's t distribution, for any real number of degrees of freedom from 1 on, infinity (the normal) included.</summary>
public static class StudentT
{
    /// <summary>
    /// From here on Hill's expansion towards the normal distribution is exact to more than 12 digits, and quicker than the beta function.
    /// </summary>
    private const double ManyDegrees = 1000;

    /// <summary>The probability of a value up to <paramref name="t"/>.</summary>
    /// <param name="t">Any number; the infinities give 0 and 1.</param>
    /// <param name="df">Degrees of freedom, at least 1; need not be whole; may be infinite.</param>
    public static double Cdf(double t, double df)
    {
        ThrowUnlessDegrees(df);
        if (double.IsNaN(t))
        {
            throw new ArgumentException("A value must be a number.", nameof(t));
        }

        return t > 0 ? 1 - UpperTail(t, df) : UpperTail(-t, df);
    }

    /// <summary>The value below which lies the probability <paramref name="p"/>.</summary>
    /// <param name="p">From 1e-100, and less than 1.</param>
    /// <param name="df">Degrees of freedom, at least 1; need not be whole; may be infinite.</param>
    public static double Quantile(double p, double df)
    {
        ThrowUnlessDegrees(df);
        if (!(p >= 1e-100 && p < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1, without either.");
        }

        return p > 0.5 ? UpperQuantile(1 - p, df) : -UpperQuantile(p, df);
    }

    /// <summary>The probability of a value at least as far from 0 as <paramref name="t"/>, on either side: a two-sided p-value.</summary>
    /// <returns>From 0 to 1, exact in its leading digits however small.</returns>
    internal static double TwoSided(double t, double df) => Math.Min(1, 2 * UpperTail(Math.Abs(t), df));

    private static double UpperTail(double t, double df)
    {
        if (double.IsInfinity(t))
        {
            return 0;
        }

        if (df >= ManyDegrees)
        {
            return NormalDistribution.Cdf(-NormalEquivalent(t, df));
        }

        // I_x(df/2, 1/2) / 2 with x = df / (df + t^2); Abramowitz and Stegun, 26.7.1 and 26.5.27.
        var ratio = t / df * t;
        return BetaFunction.Regularized(1 / (1 + ratio), ratio / (1 + ratio), df / 2, 0.5) / 2;
    }

    /// <summary>The normal value with the same tail as <paramref name="t"/>.</summary>
    /// <remarks>G. W. Hill, "Algorithm 395: Student's t-distribution", Comm. ACM 13 (1970) 617-619.</remarks>
    private static double NormalEquivalent(double t, double df)
    {
        if (double.IsInfinity(df))
        {
            return t;
        }

        var a = df - 0.5;
        var b = 48 * a * a;
        var square = a * Logarithms.OnePlus(t / df * t);
        var third = square * ((square * ((0.4 * square) + 3.3)) + 24) + 85.5;
        return (1 + ((square + 3 - (third / (b + 100 + (0.8 * square * square)))) / b)) * Math.Sqrt(square);
    }

    private static double UpperQuantile(double p, double df)
    {
        var normal = -NormalDistribution.Quantile(p);
        if (double.IsInfinity(df) || normal == 0)
        {
            return normal;
        }

        // The logarithm of the tail falls and bends down as the logarithm of t grows, so Newton's method on the two
        // logarithms cannot miss: after its first step it comes down to the solution from above.
        var t = normal;
        var logTarget = Math.Log(p);
        for (var step = 0; step < 100; step++)
        {
            var tail = UpperTail(t, df);
            var change = (Math.Log(tail) - logTarget) * tail / (t * Density(t, df));
            t *= Math.Exp(change);
            if (Math.Abs(change) < 1e-14)
            {
                break;
            }
        }

        return t;
    }

    private static double Density(double t, double df) =>
        Math.Exp((-(df + 1) / 2 * Logarithms.OnePlus(t / df * t)) - BetaFunction.Log(df / 2, 0.5) - (0.5 * Math.Log(df)));

    private static void ThrowUnlessDegrees(double df)
    {
        if (!(df >= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(df), df, "There must be at least one degree of freedom.");
        }
    }
}
