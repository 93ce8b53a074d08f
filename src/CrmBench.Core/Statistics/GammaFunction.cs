namespace CrmBench.Core.Statistics;

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
