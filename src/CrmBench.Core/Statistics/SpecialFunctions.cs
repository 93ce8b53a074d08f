namespace CrmBench.Core.Statistics;

/// <summary>Logarithms the platform lacks.</summary>
internal static class Logarithms
{
    /// <summary>The natural logarithm of 1 + <paramref name="x"/>, exact also where x is too small to change 1.</summary>
    /// <param name="x">Greater than -1.</param>
    /// <remarks>
    /// The platform's own <c>double.LogP1</c> adds first and loses the digits. The quotient below repairs the rounding of the sum:
    /// W. Kahan's device, as in D. Goldberg, ACM Computing Surveys 23 (1991) 5-48, theorem 4.
    /// </remarks>
    public static double OnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}

/// <summary>The logarithm of the gamma function, by Stirling's series.</summary>
/// <remarks>NIST Digital Library of Mathematical Functions, 5.11.1 (series) and 5.5.1 (recurrence).</remarks>
internal static class GammaFunction
{
    /// <summary>From here on Stirling's series below is exact to the last bits.</summary>
    public const double StirlingFrom = 10;

    /// <summary>Half the logarithm of two pi.</summary>
    public const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>The natural logarithm of the gamma function.</summary>
    /// <param name="x">Greater than 0.</param>
    public static double Log(double x)
    {
        var shift = 1.0;
        while (x < StirlingFrom)
        {
            shift *= x;
            x += 1;
        }

        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + StirlingRest(x) - Math.Log(shift);
    }

    /// <summary>What Stirling's formula leaves: 1/(12x) - 1/(360x^3) and so on.</summary>
    /// <param name="x">At least <see cref="StirlingFrom"/>.</param>
    public static double StirlingRest(double x)
    {
        var y = 1 / (x * x);
        var series = (1.0 / 1188) - (y * ((691.0 / 360360) - (y * (1.0 / 156))));
        series = (1.0 / 360) - (y * ((1.0 / 1260) - (y * ((1.0 / 1680) - (y * series)))));
        return ((1.0 / 12) - (y * series)) / x;
    }
}

/// <summary>The regularized incomplete beta function, on which the t and the binomial distributions rest.</summary>
public static class BetaFunction
{
    private const int MostTerms = 100_000;

    /// <summary>
    /// The probability that a beta variable of shapes <paramref name="a"/> and <paramref name="b"/> is at most <paramref name="x"/>.
    /// </summary>
    /// <param name="x">From 0 to 1.</param>
    /// <param name="a">First shape, greater than 0 and finite.</param>
    /// <param name="b">Second shape, greater than 0 and finite.</param>
    /// <returns>From 0 to 1, to about 13 digits.</returns>
    /// <remarks>NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4 (symmetry).</remarks>
    public static double Regularized(double x, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, 1);
        ThrowUnlessShape(a);
        ThrowUnlessShape(b);
        return Regularized(x, 1 - x, a, b);
    }

    /// <summary>As the public function, with 1 - x given apart, for callers who know it without cancellation.</summary>
    internal static double Regularized(double x, double rest, double a, double b)
    {
        if (x <= 0 || rest <= 0)
        {
            return x <= 0 ? 0 : 1;
        }

        // The fraction converges quickly on the near side of the mean only; symmetry serves the far side.
        return x < (a + 1) / (a + b + 2)
            ? NearSide(x, rest, a, b)
            : 1 - NearSide(rest, x, b, a);
    }

    private static double NearSide(double x, double rest, double a, double b) =>
        Math.Exp((a * Math.Log(x)) + (b * Math.Log(rest)) - Log(a, b)) * Fraction(x, a, b) / a;

    /// <summary>The continued fraction, evaluated from the front by Lentz's method as modified by Thompson and Barnett (1986).</summary>
    private static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        var c = 1.0;
        var d = 1 / AwayFromZero(1 - ((a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / AwayFromZero(1 + (even * d));
            c = AwayFromZero(1 + (even / c));
            value *= d * c;

            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / AwayFromZero(1 + (odd * d));
            c = AwayFromZero(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return value;

        static double AwayFromZero(double value) => Math.Abs(value) < tiny ? tiny : value;
    }

    /// <summary>The logarithm of the complete beta function, without the cancellation of three large logarithms of gamma.</summary>
    internal static double Log(double a, double b)
    {
        var (small, large) = a < b ? (a, b) : (b, a);
        if (large < GammaFunction.StirlingFrom)
        {
            return GammaFunction.Log(small) + GammaFunction.Log(large) - GammaFunction.Log(small + large);
        }

        var sum = small + large;
        var rest = GammaFunction.StirlingRest(large) - GammaFunction.StirlingRest(sum);
        var logLargeShare = Logarithms.OnePlus(-small / sum);
        return small < GammaFunction.StirlingFrom
            ? GammaFunction.Log(small) + rest + small - (small * Math.Log(sum)) + ((large - 0.5) * logLargeShare)
            : GammaFunction.HalfLogTwoPi + GammaFunction.StirlingRest(small) + rest
                + ((small - 0.5) * Math.Log(small / sum)) + ((large - 0.5) * logLargeShare) - (0.5 * Math.Log(sum));
    }

    private static void ThrowUnlessShape(double shape)
    {
        if (!(shape > 0 && double.IsFinite(shape)))
        {
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "A shape is a finite number greater than 0.");
        }
    }
}
