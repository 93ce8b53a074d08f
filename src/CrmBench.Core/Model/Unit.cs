namespace CrmBench.Core.Model;

/// <summary>What a metric's numbers are.</summary>
public enum Unit
{
    /// <summary>A grade on the metric's rating scale.</summary>
    Grade,

    /// <summary>Percent, from 0 to 100.</summary>
    Percent,

    /// <summary>Seconds, 0 or more.</summary>
    Seconds,

    /// <summary>US dollars per call, 0 or more.</summary>
    Usd,
}
