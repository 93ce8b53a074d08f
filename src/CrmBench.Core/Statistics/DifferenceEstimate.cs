namespace CrmBench.Core.Statistics;

/// <summary>
/// A <see cref="MeanEstimate"/> that needs no object of its own: a board of a thousand rows has half a million differences.
/// The default value is a difference of 0 without an error.
/// </summary>
/// <param name="Value">The difference, finite.</param>
/// <param name="StandardError">Its standard deviation, or null when it cannot be estimated.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of the error, or null as it is.</param>
/// <param name="Count">Number of independent units behind it.</param>
internal readonly record struct DifferenceEstimate(double Value, double? StandardError, double? DegreesOfFreedom, long Count)
{
    /// <summary>The same as an object.</summary>
    public MeanEstimate ToMean() => new(Value, StandardError, DegreesOfFreedom, Count);

    /// <summary>An estimate as a value.</summary>
    public static DifferenceEstimate Of(MeanEstimate estimate) =>
        new(estimate.Value, estimate.StandardError, estimate.DegreesOfFreedom, estimate.Count);
}
