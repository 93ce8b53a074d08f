namespace CrmBench.Data.Sanity;

/// <summary>Whether a printed mean can be the mean of whole numbers at all.</summary>
/// <remarks>
/// N. J. L. Brown and J. A. J. Heathers, "The GRIM test", Social Psychological and Personality Science 8 (2017) 363-369.
/// </remarks>
internal static class Grim
{
    /// <summary>
    /// Whether some whole sum of <paramref name="count"/> numbers gives the mean, rounded to the decimals printed; halves may have
    /// been rounded either way.
    /// </summary>
    /// <param name="mean">The printed mean.</param>
    /// <param name="decimals">Its digits after the point.</param>
    /// <param name="count">How many whole numbers, at least 1.</param>
    public static bool IsPossible(double mean, int decimals, int count)
    {
        // Half a unit of the last digit, a hair wider than it is, so that binary fractions cannot turn a yes into a no.
        var half = (0.5 * Math.Pow(10, -decimals)) + (1e-12 * Math.Max(1, Math.Abs(mean)));
        return Math.Floor((mean + half) * count) >= Math.Ceiling((mean - half) * count);
    }
}
