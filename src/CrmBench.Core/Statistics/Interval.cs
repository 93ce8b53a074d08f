namespace CrmBench.Core.Statistics;

/// <summary>A closed range of numbers; both ends belong to it.</summary>
public sealed record Interval
{
    /// <summary>Creates the range from <paramref name="low"/> to <paramref name="high"/>.</summary>
    /// <param name="low">Lower end, finite.</param>
    /// <param name="high">Upper end, finite, not below <paramref name="low"/>.</param>
    public Interval(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || high < low)
        {
            throw new ArgumentOutOfRangeException(nameof(high), $"[{low}, {high}] is no range.");
        }

        (Low, High) = (low, high);
    }

    /// <summary>Lower end.</summary>
    public double Low { get; }

    /// <summary>Upper end.</summary>
    public double High { get; }

    /// <summary>Half the width.</summary>
    public double HalfWidth => (High - Low) / 2;

    /// <summary>Whether a value lies in the range.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
