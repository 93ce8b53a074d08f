namespace CrmBench.Core.Statistics;

/// <summary>Sums of independent estimates with fixed weights, such as the mean over use cases.</summary>
public static class WeightedSum
{
    /// <summary>
    /// The sum of weight times value. Variances add with squared weights; the degrees of freedom follow Welch and Satterthwaite:
    /// <c>(sum v)^2 / sum(v^2 / df)</c> with v = weight^2 times squared standard error.
    /// </summary>
    /// <param name="parts">Estimates from different items, with finite weights (1/n each for a plain mean of n).</param>
    /// <returns>
    /// Null for no parts. No standard error if any part lacks one: an unknown error is not an error of 0.
    /// The count is the sum of the parts' counts.
    /// </returns>
    /// <remarks>F. E. Satterthwaite, Biometrics Bulletin 2 (1946) 110-114; B. L. Welch, Biometrika 34 (1947) 28-35.</remarks>
    public static MeanEstimate? Combine(ReadOnlySpan<(double Weight, MeanEstimate Estimate)> parts)
    {
        var (value, variance, count) = (default(NeumaierSum), default(NeumaierSum), 0);
        var (known, fewestDegrees) = (true, double.PositiveInfinity);
        foreach (var (weight, estimate) in parts)
        {
            value.Add(weight * estimate.Value);
            count += estimate.Count;
            known &= estimate.StandardError.HasValue;
            variance.Add(Square(weight * (estimate.StandardError ?? 0)));
            fewestDegrees = Math.Min(fewestDegrees, estimate.DegreesOfFreedom ?? double.PositiveInfinity);
        }

        if (parts.IsEmpty || !double.IsFinite(value.Total))
        {
            return null;
        }

        if (!known || !double.IsFinite(variance.Total))
        {
            return new(value.Total, null, null, count);
        }

        // Rounding may not leave fewer degrees of freedom than the poorest part has.
        var degrees = variance.Total > 0 ? Math.Max(fewestDegrees, Degrees(parts, variance.Total)) : fewestDegrees;
        return new(value.Total, Math.Sqrt(variance.Total), degrees, count);
    }

    /// <summary>
    /// An interval for the sum from intervals of its parts that need not be symmetric, such as Wilson's: the distances from estimate
    /// to end add in squares, each end with the end of the part that pulls the same way.
    /// </summary>
    /// <param name="parts">Independent estimates within their intervals, all of one level; weights 1 and -1 give a difference.</param>
    /// <returns>Null for no parts or when an end is not finite; else an interval at the parts' level.</returns>
    /// <remarks>
    /// For two proportions this is method 10 of R. G. Newcombe, Stat. Med. 17 (1998) 873-890; in general the "method of variance
    /// estimates recovery" of G. Y. Zou and A. Donner, Stat. Med. 27 (2008) 1693-1702.
    /// </remarks>
    public static Interval? CombineIntervals(ReadOnlySpan<(double Weight, double Estimate, Interval Interval)> parts)
    {
        var (value, below, above) = (default(NeumaierSum), default(NeumaierSum), default(NeumaierSum));
        foreach (var (weight, estimate, interval) in parts)
        {
            if (!interval.Contains(estimate))
            {
                throw new ArgumentException($"The estimate {estimate} lies outside its interval.", nameof(parts));
            }

            value.Add(weight * estimate);
            below.Add(Square(weight * (estimate - (weight > 0 ? interval.Low : interval.High))));
            above.Add(Square(weight * (estimate - (weight > 0 ? interval.High : interval.Low))));
        }

        var (low, high) = (value.Total - Math.Sqrt(below.Total), value.Total + Math.Sqrt(above.Total));
        return !parts.IsEmpty && double.IsFinite(low) && double.IsFinite(high) ? new(low, high) : null;
    }

    private static double Degrees(ReadOnlySpan<(double Weight, MeanEstimate Estimate)> parts, double variance)
    {
        var sum = default(NeumaierSum);
        foreach (var (weight, estimate) in parts)
        {
            // Shares of the variance, not the variances themselves: fourth powers of small errors would vanish.
            var share = Square(weight * (estimate.StandardError ?? 0)) / variance;
            sum.Add(share * share / (estimate.DegreesOfFreedom ?? double.PositiveInfinity));
        }

        return 1 / sum.Total;
    }

    private static double Square(double value) => value * value;
}
