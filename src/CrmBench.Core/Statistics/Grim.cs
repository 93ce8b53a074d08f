namespace CrmBench.Core.Statistics;

/// <summary>The GRIM test: whether a printed mean of whole-step values is possible at all for its number of values.</summary>
/// <remarks>N. J. L. Brown and J. A. J. Heathers, "The GRIM test", Social Psychological and Personality Science 8 (2017) 363-369.</remarks>
public static class Grim
{
    private const int MostDecimals = 15;

    /// <summary>
    /// Whether some sum of <paramref name="count"/> values, each a multiple of <paramref name="step"/>, has this mean when printed.
    /// </summary>
    /// <param name="printedMean">The mean as printed.</param>
    /// <param name="decimals">Number of decimals printed, 0 or more; a double tells no more than 15 of them.</param>
    /// <param name="count">Number of values, at least 1: items times raters where each rated each.</param>
    /// <param name="step">The step of the values, greater than 0: 1 for ratings 1, 2, 3, 4; 0.5 where halves are allowed.</param>
    /// <returns>
    /// False for a mean that no such values have, or that is not finite. True whenever the means lie closer than the printed digits,
    /// where the test can find nothing. Halves may have been rounded up or down.
    /// </returns>
    public static bool IsPossible(double printedMean, int decimals, long count, double step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        if (!(step > 0 && double.IsFinite(step)))
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "A step is a finite number greater than 0.");
        }

        if (!double.IsFinite(printedMean))
        {
            return false;
        }

        var nearest = Math.Round(printedMean * count / step) * step / count;
        var halfUnit = 0.5 * Math.Pow(10, -Math.Min(decimals, MostDecimals));

        // The printed number and the quotient are binary approximations of decimal ones.
        var slack = 1e-12 * Math.Max(1, Math.Abs(printedMean));
        return Math.Abs(nearest - printedMean) <= halfUnit + slack;
    }
}
