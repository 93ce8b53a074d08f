using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics.Simulation;

/// <summary>Draws from the standard normal distribution.</summary>
internal static class NormalDraws
{
    // The middle of one of the 2^53 steps that NextDouble draws from: it is never 0 or 1.
    private const double HalfStep = 1.0 / (1L << 54);

    public static double NextNormal(this Xoshiro256 random) => NormalDistribution.Quantile(Math.Min(random.NextDouble() + HalfStep, Math.BitDecrement(1)));
}
