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
