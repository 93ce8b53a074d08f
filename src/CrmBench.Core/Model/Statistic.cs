namespace CrmBench.Core.Model;

/// <summary>Which statistic of measured calls or runs a metric states.</summary>
public enum Statistic
{
    /// <summary>The mean.</summary>
    Mean,

    /// <summary>The median (percentile 50, definition 7 of Hyndman and Fan).</summary>
    P50,

    /// <summary>Percentile 95, definition 7 of Hyndman and Fan.</summary>
    P95,

    /// <summary>Percentile 99, definition 7 of Hyndman and Fan.</summary>
    P99,
}
