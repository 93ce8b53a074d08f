namespace CrmBench.Core.Statistics;

/// <summary>How often, over many repetitions, an interval of this level holds the true value.</summary>
public sealed record ConfidenceLevel
{
    /// <summary>Creates the level <paramref name="value"/>.</summary>
    /// <param name="value">A share greater than 0 and less than 1: 0.95 for 95 %.</param>
    public ConfidenceLevel(double value)
    {
        if (!(value > 0 && value < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence level lies between 0 and 1, without either.");
        }

        Value = value;
        NormalQuantile = -NormalDistribution.Quantile(TailProbability);
    }

    /// <summary>The level as a share between 0 and 1.</summary>
    public double Value { get; }

    /// <summary>The probability left outside both ends together: 0.05 at 95 %.</summary>
    public double Outside => 1 - Value;

    /// <summary>The probability left outside each end of a two-sided interval: 0.025 at 95 %.</summary>
    public double TailProbability => Outside / 2;

    /// <summary>How many standard errors a normal interval reaches to each side: 1.959964 at 95 %.</summary>
    public double NormalQuantile { get; }
}

/// <summary>A closed range of finite numbers, such as a confidence interval; both ends belong to it.</summary>
public sealed record Interval
{
    /// <summary>Creates the range from <paramref name="low"/> to <paramref name="high"/>.</summary>
    /// <param name="low">Lower end, finite.</param>
    /// <param name="high">Upper end, finite, at least <paramref name="low"/>.</param>
    public Interval(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high))
        {
            throw new ArgumentException("The ends of an interval must be finite.");
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, high);
        (Low, High) = (low, high);
    }

    /// <summary>Lower end, part of the range.</summary>
    public double Low { get; }

    /// <summary>Upper end, part of the range.</summary>
    public double High { get; }

    /// <summary>Half the distance between the ends: the "plus or minus" of a symmetric interval.</summary>
    public double HalfWidth => (High - Low) / 2;

    /// <summary>Whether <paramref name="value"/> lies between the ends or on one of them.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>The range of <paramref name="margin"/> to both sides of <paramref name="value"/>.</summary>
    /// <returns>Null when an end would not be a finite number.</returns>
    internal static Interval? Around(double value, double margin) =>
        double.IsFinite(value - margin) && double.IsFinite(value + margin) ? new(value - margin, value + margin) : null;
}
