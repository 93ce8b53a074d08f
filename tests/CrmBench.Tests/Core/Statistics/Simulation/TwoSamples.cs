using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics.Simulation;

/// <summary>Comparisons of two samples, as the rows of a board are compared.</summary>
internal static class TwoSamples
{
    /// <summary>Values of the same items, in the same order.</summary>
    public static Comparison? Paired(double[] a, double[] b)
    {
        var (meanA, meanB) = (Mean(a), Mean(b));
        return ClusteredMean.PairedDifference(meanA, Influences(a, meanA), meanB, Influences(b, meanB)) is { } difference ? new(difference) : null;
    }

    /// <summary>Estimates from different items.</summary>
    public static Comparison? Unpaired(MeanEstimate a, MeanEstimate b) =>
        WeightedSum.Combine([(1, a), (-1, b)]) is { } difference ? new(difference) : null;

    /// <summary>What each item adds to the mean.</summary>
    public static double[] Influences(double[] values, double mean) => Array.ConvertAll(values, value => (value - mean) / values.Length);

    private static double Mean(double[] values) => values.Sum() / values.Length;
}
