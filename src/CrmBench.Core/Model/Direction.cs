namespace CrmBench.Core.Model;

/// <summary>Which way a metric is better.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}
