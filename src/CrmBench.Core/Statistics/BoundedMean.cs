namespace CrmBench.Core.Statistics;

/// <summary>
/// Means of values that lie on a bounded scale, such as grades from 1 to 4, flags or shares: their intervals stay on the scale, lean
/// away from its ends as the distribution of such means does, and exist where no spread was seen.
/// </summary>
/// <remarks>
/// Wilson's score interval with as many effective trials as give the standard error, and with the t quantile because that error is
/// itself estimated. Effective sample size: L. Kish, Survey Sampling (1965), 8.2; its use in Wilson's interval: N. Dean and M. Pagano,
/// J. Surv. Stat. Methodol. 3 (2015) 484-503; t in place of z: E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998) 193-201.
/// Among values on a scale of a given mean, those at its two ends vary most, so the formula for shares bounds all others.
/// </remarks>
public static class BoundedMean
{
    /// <summary>With at most this many items away from an end of the scale, the spread says too little about items that may lie further away.</summary>
    public const int FewItems = 5;

    // A share of the scale's width. A smaller error gives an interval too narrow for a double, and its square may be 0.
    private const double LeastShareOfWidth = 1e-18;

    /// <summary>The interval of a mean.</summary>
    /// <param name="mean">A mean on the scale, with its error.</param>
    /// <param name="scale">The lowest and highest possible value, which must differ.</param>
    /// <param name="level">The level of the interval.</param>
    /// <param name="nearlyAlike">
    /// Number of the items where all but <see cref="FewItems"/> at most lie at one end of the scale, else 0. One small deviation must not
    /// make the interval narrower than no deviation does: the interval reaches at least as far from that end as if all items were at it.
    /// </param>
    /// <returns>
    /// An interval within the scale that holds the mean; null where the error is unknown or 0, or the mean is off the scale.
    /// </returns>
    public static Interval? IntervalOf(MeanEstimate mean, Interval scale, ConfidenceLevel level, int nearlyAlike = 0)
    {
        var width = scale.High - scale.Low;
        var share = ShareOf(mean.Value, scale);
        if (mean is not { StandardError: { } error and > 0, DegreesOfFreedom: { } degrees } || share is not (>= 0 and <= 1))
        {
            return null;
        }

        var quantile = -StudentT.Quantile(level.TailProbability, degrees);
        var interval = Wilson.ScoreInterval(share, EffectiveTrials(share, Math.Max(LeastShareOfWidth, error / width), quantile), quantile);
        var (low, high) = (interval.Low, interval.High);
        if (nearlyAlike > 0)
        {
            var square = level.NormalQuantile * level.NormalQuantile;
            var reach = square / (nearlyAlike + square);
            (low, high) = share < 0.5 ? (low, Math.Max(high, reach)) : (Math.Min(low, 1 - reach), high);
        }

        return new Interval(
            Math.Min(mean.Value, scale.Low + (low * width)),
            Math.Max(mean.Value, Math.Min(scale.High, scale.Low + (high * width))));
    }

    /// <summary>
    /// The mean with an error that is neither unknown nor 0. Where all units are alike, or there is only one, it takes Wilson's interval for
    /// the same share with one trial a unit, and gives the mean the error that leads to that interval.
    /// </summary>
    /// <param name="mean">A mean on the scale.</param>
    /// <param name="scale">The lowest and highest possible value, which must differ.</param>
    /// <param name="level">The level that intervals will have.</param>
    /// <returns>The same mean where it has an error above 0, no units, or lies off the scale.</returns>
    public static MeanEstimate WithLeastError(MeanEstimate mean, Interval scale, ConfidenceLevel level)
    {
        var width = scale.High - scale.Low;
        var share = ShareOf(mean.Value, scale);
        return mean.StandardError > 0 || mean.Count == 0 || share is not (>= 0 and <= 1)
            ? mean
            : new MeanEstimate(mean.Value, width * LeastError(share, mean.Count, level.NormalQuantile), double.PositiveInfinity, mean.Count);
    }

    /// <summary>
    /// The mean of values whose spread is not known. It gets the spread of a share with the same mean, which is the widest that values on the
    /// scale can have, with one degree of freedom less than there are values.
    /// </summary>
    /// <param name="mean">A value on the scale.</param>
    /// <param name="count">Number of independent values, at least 1.</param>
    /// <param name="scale">The lowest and highest possible value, which must differ.</param>
    /// <param name="level">The level that intervals will have.</param>
    /// <returns>Null for a mean off the scale.</returns>
    /// <remarks>
    /// For shares themselves this is the t test on values 0 and 1, which R. B. D'Agostino, W. Chase and A. Belanger,
    /// The American Statistician 42 (1988) 198-202, find right also at small numbers.
    /// </remarks>
    public static MeanEstimate? OfWidestSpread(double mean, long count, Interval scale, ConfidenceLevel level)
    {
        var width = scale.High - scale.Low;
        var share = ShareOf(mean, scale);
        return share is >= 0 and <= 1 && count >= 1
            ? WithLeastError(
                MeanEstimate.WithError(mean, width * Math.Sqrt(share * (1 - share) / (count - 1)), count - 1, count), scale, level)
            : null;
    }

    // With weights such as thirds, the mean of values that are all highest differs from the end by a rounding.
    private static double ShareOf(double value, Interval scale) =>
        (value - scale.Low) / (scale.High - scale.Low) is var share && Math.Abs(share - Math.Round(share)) < 1e-12 ? Math.Round(share) : share;

    // Near an end the share alone tells too little: there the error stands for an interval of that width.
    private static double EffectiveTrials(double share, double error, double quantile) =>
        Math.Max(0, Math.Max(share * (1 - share) / (error * error), (quantile / (2 * error)) - (quantile * quantile)));

    private static double LeastError(double share, long count, double quantile) => share is 0 or 1
        ? quantile / (2 * (count + (quantile * quantile)))
        : Math.Sqrt(share * (1 - share) / count);
}
