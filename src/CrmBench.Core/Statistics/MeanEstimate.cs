namespace CrmBench.Core.Statistics;

/// <summary>An estimated mean, or weighted sum of means, with what is known of its error.</summary>
public sealed record MeanEstimate
{
    /// <summary>
    /// Creates an estimate; <paramref name="standardError"/> and <paramref name="degreesOfFreedom"/> are both given or both null.
    /// </summary>
    /// <param name="value">The estimate, finite.</param>
    /// <param name="standardError">Standard deviation of the estimate, finite, at least 0; null when it cannot be estimated.</param>
    /// <param name="degreesOfFreedom">
    /// Degrees of freedom of the standard error, at least 1; infinite when it is known rather than estimated.
    /// </param>
    /// <param name="count">Number of independent units, such as items, that the estimate rests on; at least 0.</param>
    public MeanEstimate(double value, double? standardError, double? degreesOfFreedom, long count)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("An estimate must be finite.", nameof(value));
        }

        if (standardError is { } error && !(error >= 0 && double.IsFinite(error)))
        {
            throw new ArgumentOutOfRangeException(nameof(standardError), error, "A standard error is finite and not negative.");
        }

        if (degreesOfFreedom is { } degrees && !(degrees >= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degrees, "There must be at least one degree of freedom.");
        }

        if (standardError.HasValue != degreesOfFreedom.HasValue)
        {
            throw new ArgumentException("A standard error and its degrees of freedom come together.", nameof(degreesOfFreedom));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(count);
        (Value, StandardError, DegreesOfFreedom, Count) = (value, standardError, degreesOfFreedom, count);
    }

    /// <summary>The estimate itself.</summary>
    public double Value { get; }

    /// <summary>
    /// Standard deviation of the estimate, in its unit. Null when one unit or none was seen; 0 when all units were alike,
    /// which tells that the spread is small, not that there is none.
    /// </summary>
    public double? StandardError { get; }

    /// <summary>
    /// Degrees of freedom of <see cref="StandardError"/>: at least 1, need not be whole, may be infinite; null where there is no standard
    /// error.
    /// </summary>
    public double? DegreesOfFreedom { get; }

    /// <summary>Number of independent units, such as items, that the estimate rests on.</summary>
    public long Count { get; }

    /// <summary>
    /// The estimate of a mean from its published standard deviation: error <c>sd / sqrt(n)</c>, n - 1 degrees of freedom.
    /// </summary>
    /// <param name="mean">The published mean.</param>
    /// <param name="standardDeviation">Spread of the single values (not of the mean).</param>
    /// <param name="count">Number of independent values.</param>
    /// <returns>
    /// Null when the mean is not finite; no standard error when the spread is not usable or <paramref name="count"/> is below 2.
    /// </returns>
    public static MeanEstimate? FromStandardDeviation(double mean, double standardDeviation, long count) =>
        double.IsFinite(mean) && count >= 0
            ? WithError(mean, standardDeviation / Math.Sqrt(count), count - 1, count)
            : null;

    /// <summary>Student's t interval: the value plus and minus the t quantile times the standard error.</summary>
    /// <returns>
    /// Null when the error cannot be estimated, and when it is 0: units that happen to be alike must not yield an interval of no width
    /// (<see cref="BoundedMean"/> serves there).
    /// </returns>
    public Interval? ToInterval(ConfidenceLevel level) =>
        StandardError is { } error and > 0 && DegreesOfFreedom is { } degrees
            ? Interval.Around(Value, -StudentT.Quantile(level.TailProbability, degrees) * error)
            : null;

    /// <summary>An estimate that has no standard error where the given one is negative or not finite, or has no degree of freedom.</summary>
    internal static MeanEstimate WithError(double value, double error, double degrees, long count) =>
        error >= 0 && double.IsFinite(error) && degrees >= 1
            ? new(value, error, degrees, count)
            : new(value, null, null, count);
}
