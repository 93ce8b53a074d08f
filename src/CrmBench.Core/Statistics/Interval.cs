namespace CrmBench.Core.Statistics;

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
