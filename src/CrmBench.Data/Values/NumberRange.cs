namespace CrmBench.Data.Values;

/// <summary>The numbers that a value may be.</summary>
/// <param name="Lowest">Lowest number.</param>
/// <param name="Highest">Highest number.</param>
/// <param name="Words">The range in words, as in "a number from 0 to 100".</param>
/// <param name="EndsIncluded">Whether the two ends belong to it.</param>
internal sealed record NumberRange(double Lowest, double Highest, string Words, bool EndsIncluded = true)
{
    /// <summary>No measurement comes near: as seconds it is thirty years. What lies beyond is a slip, and would drown every mean.</summary>
    public const double Most = 1_000_000_000;

    /// <summary>Every number that can be a measurement.</summary>
    public static NumberRange Any { get; } = new(-Most, Most, "from -1000000000 to 1000000000");

    /// <summary>Amounts: 0 or more.</summary>
    public static NumberRange NotNegative { get; } = new(0, Most, "from 0 to 1000000000");

    /// <summary>Weights: above 0.</summary>
    public static NumberRange Positive { get; } = new(0, Most, "above 0 and below 1000000000", EndsIncluded: false);

    /// <summary>From 0 to 100.</summary>
    public static NumberRange Percent { get; } = new(0, 100, "from 0 to 100");

    /// <summary>Shares.</summary>
    public static NumberRange Share { get; } = new(0, 1, "from 0 to 1");

    /// <summary>Levels of intervals. Nearer to 0 or to 1 an interval says nothing, and its quantiles have no digits left.</summary>
    public static NumberRange Level { get; } = new(0.01, 0.999999, "from 0.01 to 0.999999, as in 0.95");

    /// <summary>Correlations.</summary>
    public static NumberRange Correlation { get; } = new(-1, 1, "from -1 to 1");

    /// <summary>Counts that may be 0.</summary>
    public static NumberRange Count { get; } = new(0, int.MaxValue, "a whole number from 0 to 2147483647");

    /// <summary>Counts of something that is there.</summary>
    public static NumberRange AtLeastOne { get; } = new(1, int.MaxValue, "a whole number from 1 to 2147483647");

    /// <summary>Whether a number lies in the range.</summary>
    public bool Contains(double number) =>
        EndsIncluded ? number >= Lowest && number <= Highest : number > Lowest && number < Highest;
}
