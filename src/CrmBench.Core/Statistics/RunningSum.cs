namespace CrmBench.Core.Statistics;

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
