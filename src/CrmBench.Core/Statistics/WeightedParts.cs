using System.Collections.Immutable;

namespace CrmBench.Core.Statistics;

/// <summary>Independent estimates with their weights and their sum, which is computed once because many comparisons begin with it.</summary>
internal sealed class WeightedParts
{
    /// <summary>Adds up at least one part.</summary>
    public WeightedParts(ImmutableArray<(double Weight, MeanEstimate Estimate)> parts)
    {
        Parts = parts;
        var sum = new RunningSum();
        foreach (var (weight, estimate) in parts)
        {
            sum.Add(weight, estimate);
        }

        Sum = sum;
    }

    /// <summary>The parts.</summary>
    public ImmutableArray<(double Weight, MeanEstimate Estimate)> Parts { get; }

    /// <summary>Their sum.</summary>
    public RunningSum Sum { get; }
}
