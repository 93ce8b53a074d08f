namespace CrmBench.Core.Statistics;

/// <summary>The ranks that the comparisons leave open, 1 being best.</summary>
public sealed record RankRange
{
    /// <summary>Creates the range of ranks from <paramref name="best"/> to <paramref name="worst"/>.</summary>
    /// <param name="best">At least 1.</param>
    /// <param name="worst">At least <paramref name="best"/>.</param>
    public RankRange(int best, int worst)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(best, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(worst, best);
        (Best, Worst) = (best, worst);
    }

    /// <summary>1 + the number of others that are significantly better.</summary>
    public int Best { get; }

    /// <summary>The number of all minus the number of others that are significantly worse.</summary>
    public int Worst { get; }
}
