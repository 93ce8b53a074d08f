using System.Collections.Immutable;

namespace CrmBench.Core.Statistics;

/// <summary>Independent estimates with their weights and their sum, which is computed once because many comparisons begin with it.</summary>
internal sealed class WeightedParts
{
    /// <summary>Adds up at least one part.</summary>
    public WeightedParts(ImmutableArray<(double Weight, MeanEstimate Estimate)> parts)
    {
        Parts = parts;
        var sum = new RunningSum();
        foreach (var (weight, estimate) in parts)
        {
            sum.Add(weight, estimate);
        }

        Sum = sum;
    }

    /// <summary>The parts.</summary>
    public ImmutableArray<(double Weight, MeanEstimate Estimate)> Parts { get; }

    /// <summary>Their sum.</summary>
    public RunningSum Sum { get; }
}

/// <summary>Sums of estimates with fixed weights, such as the mean over use cases or over metrics.</summary>
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
        var sum = new RunningSum();
        foreach (var (weight, estimate) in parts)
        {
            sum.Add(weight, estimate);
        }

        if (parts.IsEmpty || !double.IsFinite(sum.Value))
        {
            return null;
        }

        var (error, degrees) = ErrorOf(sum, parts, []);
        return new(sum.Value, error, degrees, sum.Count);
    }

    /// <summary>
    /// The sum of estimates that may come from the same items: their errors add, weight by weight, as they do at the most, where they
    /// all move together; with correlations r the variance is <c>sum_i sum_j r_ij e_i e_j</c>, e = |weight| times standard error. Degrees of freedom are the fewest of the parts, and the count is the largest, for the same items count once.
    /// </summary>
    /// <param name="parts">At least one estimate, with finite weights of one sign.</param>
    /// <param name="correlation">
    /// The correlation of the errors of two parts by their positions, from -1 to 1; null where all move together. Correlations that
    /// would make the variance negative make it 0.
    /// </param>
    /// <returns>No standard error if any part lacks one; null where the sum is not finite.</returns>
    public static MeanEstimate? CombineDependent(
        ReadOnlySpan<(double Weight, MeanEstimate Estimate)> parts, Func<int, int, double>? correlation = null)
    {
        var (value, error) = (default(NeumaierSum), default(NeumaierSum));
        var (degrees, count) = (double.PositiveInfinity, 0L);
        foreach (var (weight, estimate) in parts)
        {
            value.Add(weight * estimate.Value);
            error.Add(Math.Abs(weight) * (estimate.StandardError ?? double.NaN));
            degrees = Math.Min(degrees, estimate.DegreesOfFreedom ?? double.PositiveInfinity);
            count = Math.Max(count, estimate.Count);
        }

        var joined = correlation is null || !double.IsFinite(error.Total) ? error.Total : CorrelatedError(parts, correlation);
        return double.IsFinite(value.Total) ? MeanEstimate.WithError(value.Total, joined, degrees, count) : null;
    }

    private static double CorrelatedError(
        ReadOnlySpan<(double Weight, MeanEstimate Estimate)> parts, Func<int, int, double> correlation)
    {
        var variance = default(NeumaierSum);
        for (var i = 0; i < parts.Length; i++)
        {
            var error = ErrorOf(parts[i]);
            for (var j = 0; j < i; j++)
            {
                variance.Add(error * ErrorOf(parts[j]) * (2 * correlation(i, j)));
            }

            variance.Add(error * error);
        }

        return Math.Sqrt(Math.Max(0, variance.Total));

        static double ErrorOf((double Weight, MeanEstimate Estimate) part) => Math.Abs(part.Weight) * part.Estimate.StandardError!.Value;
    }

    /// <summary>Compares two sums: <see cref="Combine"/> of the first's parts, then the second's with their weights negated.</summary>
    /// <returns>The first minus the second; null where that is too large for a double.</returns>
    internal static Comparison? Compare(WeightedParts first, WeightedParts second)
    {
        var sum = first.Sum;
        foreach (var (weight, estimate) in second.Parts)
        {
            sum.Add(-weight, estimate);
        }

        if (!double.IsFinite(sum.Value))
        {
            return null;
        }

        var (error, degrees) = ErrorOf(sum, first.Parts.AsSpan(), second.Parts.AsSpan());
        return new(sum.Value, error, degrees, sum.Count);
    }

    // Standard error and degrees of freedom; none where a part lacks an error, or the squares are too large for a double.
    private static (double? Error, double? Degrees) ErrorOf(
        in RunningSum sum,
        ReadOnlySpan<(double Weight, MeanEstimate Estimate)> first,
        ReadOnlySpan<(double Weight, MeanEstimate Estimate)> second)
    {
        if (sum.Variance is not { } variance)
        {
            return (null, null);
        }

        // Rounding may not leave fewer degrees of freedom than the poorest part has; where that is infinite, so are they.
        var degrees = variance > 0 && double.IsFinite(sum.FewestDegrees)
            ? Math.Max(sum.FewestDegrees, Degrees(first, second, variance))
            : sum.FewestDegrees;
        return (Math.Sqrt(variance), degrees);
    }

    private static double Degrees(
        ReadOnlySpan<(double Weight, MeanEstimate Estimate)> first,
        ReadOnlySpan<(double Weight, MeanEstimate Estimate)> second,
        double variance)
    {
        var sum = default(NeumaierSum);
        AddShares(first, variance, ref sum);
        AddShares(second, variance, ref sum);
        return 1 / sum.Total;
    }

    private static void AddShares(ReadOnlySpan<(double Weight, MeanEstimate Estimate)> parts, double variance, ref NeumaierSum sum)
    {
        foreach (var (weight, estimate) in parts)
        {
            // Shares of the variance, not the variances themselves: fourth powers of small errors would vanish.
            var share = Square(weight * (estimate.StandardError ?? 0)) / variance;
            sum.Add(share * share / (estimate.DegreesOfFreedom ?? double.PositiveInfinity));
        }
    }

    private static double Square(double value) => value * value;
}
