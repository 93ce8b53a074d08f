namespace CrmBench.Core.Statistics;

/// <summary>A running sum that also carries what rounding lost, so that its error does not grow with the number of terms.</summary>
/// <remarks>
/// A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974) 39-51.
/// The default value is the empty sum, 0.
/// </remarks>
internal struct NeumaierSum
{
    private double _sum;
    private double _lost;

    /// <summary>The sum of all terms so far; not finite when a term was not, or when the terms are too large to add.</summary>
    public readonly double Total => _sum + _lost;

    public void Add(double term)
    {
        var sum = _sum + term;
        _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - sum + term : term - sum + _sum;
        _sum = sum;
    }
}

/// <summary>Sums and means that come out the same on every machine: scalar, compensated, always from first to last.</summary>
/// <remarks>Vector registers differ in width between machines and would add in another order, which changes the last bits.</remarks>
public static class Sums
{
    /// <summary>Adds all values.</summary>
    /// <returns>0 for no values; null when a value is not finite or the sum exceeds what a double holds.</returns>
    public static double? Total(ReadOnlySpan<double> values)
    {
        var sum = new NeumaierSum();
        foreach (var value in values)
        {
            sum.Add(value);
        }

        return double.IsFinite(sum.Total) ? sum.Total : null;
    }

    /// <summary>The arithmetic mean.</summary>
    /// <returns>Null for no values, and as <see cref="Total"/> is.</returns>
    public static double? Mean(ReadOnlySpan<double> values) => values.IsEmpty ? null : Total(values) / values.Length;

    /// <summary>The sum of squared distances from <paramref name="center"/>.</summary>
    /// <returns>Not finite when a square is too large for a double.</returns>
    internal static double SquaredDistances(ReadOnlySpan<double> values, double center)
    {
        var sum = new NeumaierSum();
        foreach (var value in values)
        {
            sum.Add((value - center) * (value - center));
        }

        return sum.Total;
    }

    /// <summary>The largest absolute value; 0 for no values.</summary>
    internal static double LargestMagnitude(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    internal static bool AllFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>
/// The part of a weighted sum of independent estimates that one pass over them gives; degrees of freedom need a second pass:
/// <see cref="WeightedSum"/>.
/// </summary>
internal struct RunningSum
{
    private NeumaierSum _value;
    private NeumaierSum _variance;
    private bool _lacksError;

    /// <summary>The empty sum.</summary>
    public RunningSum()
    {
    }

    /// <summary>The sum of weight times value; not finite where it is too large for a double.</summary>
    public readonly double Value => _value.Total;

    /// <summary>The sum's variance, or null where a part lacks an error or the squares are too large for a double.</summary>
    public readonly double? Variance => !_lacksError && double.IsFinite(_variance.Total) ? _variance.Total : null;

    /// <summary>The degrees of freedom of the poorest part; infinite where all errors are known rather than estimated.</summary>
    public double FewestDegrees { get; private set; } = double.PositiveInfinity;

    /// <summary>The sum of the parts' counts.</summary>
    public long Count { get; private set; }

    /// <summary>Adds an estimate times a finite weight.</summary>
    public void Add(double weight, MeanEstimate estimate)
    {
        _value.Add(weight * estimate.Value);
        Count += estimate.Count;
        var error = weight * (estimate.StandardError ?? 0);
        _lacksError |= !estimate.StandardError.HasValue;
        _variance.Add(error * error);
        FewestDegrees = Math.Min(FewestDegrees, estimate.DegreesOfFreedom ?? double.PositiveInfinity);
    }
}
