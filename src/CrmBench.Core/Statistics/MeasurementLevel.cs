namespace CrmBench.Core.Statistics;

/// <summary>What the distance between two ratings means, after S. S. Stevens (1946).</summary>
public enum MeasurementLevel
{
    /// <summary>Ratings are names, such as flags: two are alike or not.</summary>
    Nominal,

    /// <summary>Ratings are ordered, such as marks: only how many ratings lie between two of them counts.</summary>
    Ordinal,

    /// <summary>Ratings are quantities: their differences can be compared.</summary>
    Interval,
}
