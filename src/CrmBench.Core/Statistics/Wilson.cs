namespace CrmBench.Core.Statistics;

/// <summary>Wilson's score interval for shares, also where trials are clustered or where only a bounded mean is known.</summary>
/// <remarks>
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", J. Amer. Stat. Assoc. 22 (1927) 209-212;
/// formula as in R. G. Newcombe, Stat. Med. 17 (1998) 857-872, method 3.
/// </remarks>
public static class Wilson
{
    /// <summary>
    /// The interval for a share seen in <paramref name="effectiveTrials"/> independent trials, which need not be a whole number.
    /// </summary>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="effectiveTrials">Greater than 0: trials divided by the design effect.</param>
    /// <param name="level">The level of the interval.</param>
    /// <returns>An interval within [0, 1]; null when an argument is out of range or not a number.</returns>
    public static Interval? Interval(double share, double effectiveTrials, ConfidenceLevel level) =>
        IsUsable(share, effectiveTrials) ? ScoreInterval(share, effectiveTrials, level.NormalQuantile) : null;

    /// <summary>
    /// The interval for a share whose trials are clustered by item: as many effective trials as would give the clustered standard error,
    /// <c>p (1 - p) / SE^2</c>, with the t quantile in place of the normal one because that error is itself estimated.
    /// </summary>
    /// <param name="share">The mean over items of each item's share of successes, from 0 to 1, with its error over items.</param>
    /// <param name="level">The level of the interval.</param>
    /// <param name="trials">
    /// Number of all trials, if known: an upper limit of the effective number, because trials of one item never tell more than as many
    /// independent ones.
    /// </param>
    /// <returns>
    /// Null for a value outside [0, 1] or no items. Where the error is 0 or unknown, each item counts as one trial: repeated trials that
    /// all agree are taken as one.
    /// </returns>
    /// <remarks>
    /// Effective sample size: L. Kish, Survey Sampling (1965), 8.2; its use in Wilson's interval: N. Dean and M. Pagano,
    /// J. Surv. Stat. Methodol. 3 (2015) 484-503; t in place of z: E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998) 193-201.
    /// </remarks>
    public static Interval? Clustered(MeanEstimate share, ConfidenceLevel level, double? trials = null)
    {
        var p = share.Value;
        if (!IsUsable(p, share.Count))
        {
            return null;
        }

        if (share.StandardError is not { } error || share.DegreesOfFreedom is not { } degrees || !(error > 0) || p is 0 or 1)
        {
            return ScoreInterval(p, share.Count, level.NormalQuantile);
        }

        var effective = Math.Min(p * (1 - p) / (error * error), trials ?? double.MaxValue);
        return ScoreInterval(p, effective, -StudentT.Quantile(level.TailProbability, degrees));
    }

    /// <summary>
    /// A conservative interval for a mean of values from 0 to 1 whose spread is unknown: such values vary at most as much as a share of
    /// the same mean does (variance at most p (1 - p)), so the share's interval is wide enough.
    /// </summary>
    /// <param name="mean">From 0 to 1.</param>
    /// <param name="count">Number of independent values, greater than 0.</param>
    /// <param name="level">The level that the interval reaches at least, but for Wilson's own dips.</param>
    /// <returns>An interval within [0, 1]; null when an argument is out of range or not a number.</returns>
    public static Interval? Bounded(double mean, double count, ConfidenceLevel level) => Interval(mean, count, level);

    /// <summary>
    /// As <see cref="Bounded(double, double, ConfidenceLevel)"/>, for values on another scale, such as ratings from 1 to 4.
    /// </summary>
    /// <param name="mean">A value on the scale.</param>
    /// <param name="count">Number of independent values, greater than 0.</param>
    /// <param name="scale">The lowest and highest possible value, which must differ.</param>
    /// <param name="level">The level that the interval reaches at least, but for Wilson's own dips.</param>
    /// <returns>An interval within the scale; null when an argument is out of range or not a number.</returns>
    public static Interval? Bounded(double mean, double count, Interval scale, ConfidenceLevel level)
    {
        var width = scale.High - scale.Low;
        return Interval((mean - scale.Low) / width, count, level) is { } share
            ? new Interval(scale.Low + (share.Low * width), scale.Low + (share.High * width)).Within(scale)
            : null;
    }

    /// <summary>The formula itself, for arguments known to be in range.</summary>
    /// <param name="p">From 0 to 1.</param>
    /// <param name="n">Greater than 0 and finite.</param>
    /// <param name="quantile">How many standard errors the interval reaches to each side.</param>
    internal static Interval ScoreInterval(double p, double n, double quantile)
    {
        var square = quantile * quantile;
        var center = ((n * p) + (square / 2)) / (n + square);
        var margin = quantile * Math.Sqrt((n * p * (1 - p)) + (square / 4)) / (n + square);

        // At 0 and at 1 the end is exact; rounding would leave it a hair off.
        return new Interval(p == 0 ? 0 : Math.Clamp(center - margin, 0, p), p == 1 ? 1 : Math.Clamp(center + margin, p, 1));
    }

    private static bool IsUsable(double share, double trials) => share is >= 0 and <= 1 && trials > 0 && double.IsFinite(trials);
}
