using System.Globalization;
using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Benchmarks.Statistics;

/// <summary>The coverage study of the tests at full size: how often 95 % intervals hold the truth.</summary>
public static class CoverageReport
{
    private const int Worlds = 40_000;
    private static readonly int[] Sizes = [5, 10, 30, 100, 300];

    /// <summary>Runs the study, some minutes long, and writes one table a question.</summary>
    public static void Run(TextWriter output)
    {
        WriteSimulated(output, "Mean rating, three raters, clustered by item (93-97 %)", CoverageStudy.OfMean);
        WriteSimulated(output, "The same, every rating taken for independent (must fail)", CoverageStudy.OfNaiveMean);
        WriteSimulated(output, "Difference of two models on shared items (93-97 %)", CoverageStudy.OfPairedDifference);
        WriteSimulated(output, "Equal models told apart (3-7 %)", CoverageStudy.OfFalseAlarm);
        WriteSimulated(output, "Mean over two use cases of n and 3 n items (93-97 %)", CoverageStudy.OfMeanOverUseCases);
        WriteSimulated(output, "Share of successes, four trials a task (93-97 %)", CoverageStudy.OfClusteredShare);
        WriteExact(output);
    }

    private static void WriteSimulated(TextWriter output, string title, Func<int, int, double> coverage)
    {
        output.WriteLine(title);
        foreach (var size in Sizes)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  n = {size,3}: {100 * coverage(size, Worlds),6:F2} %"));
        }
    }

    private static void WriteExact(TextWriter output)
    {
        output.WriteLine("Wilson's interval, exact, every n from 10 to 300 (mean 94-97 %, least at least 88 %)");
        foreach (var share in (double[])[0.02, 0.1, 0.5, 0.9, 0.98])
        {
            var level = ConfidenceLevel.NinetyFive;
            var coverage = Enumerable.Range(10, 291).Select(trials => ExactCoverage.OfWilson(share, trials, level)).ToArray();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  p = {share:F2}: mean {100 * coverage.Average():F2} %, least {100 * coverage.Min():F2} %"));
        }
    }
}
