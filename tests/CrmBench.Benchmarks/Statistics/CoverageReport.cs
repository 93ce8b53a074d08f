using System.Globalization;
using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Benchmarks.Statistics;

/// <summary>The coverage study of the tests at full size: how often nominal 95 % holds the truth, in percent.</summary>
public static class CoverageReport
{
    private static readonly int[] Sizes = [5, 10, 30, 100];

    /// <summary>Writes one table a question, a line a kind of figure, a column a number of items.</summary>
    public static void Run(TextWriter output, int worlds)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{worlds:N0} worlds an entry; * outside 93 to 97: > covers more, < less."));
        foreach (var (name, coverage) in CoverageStudy.Questions)
        {
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-50}{string.Concat(Sizes.Select(size => $"  n = {size,-4}"))}"));
            var kinds = CoverageKind.All.ToArray();
            var lines = new string[kinds.Length];
            Parallel.For(0, kinds.Length, i => lines[i] = Line(kinds[i], coverage, worlds));
            foreach (var line in lines)
            {
                output.WriteLine(line);
            }
        }

        output.WriteLine();
        WriteExact(output);
    }

    private static string Line(CoverageKind kind, Func<CoverageKind, int, int, double> coverage, int worlds) => string.Create(
        CultureInfo.InvariantCulture, $"  {kind.Name,-48}{string.Concat(Sizes.Select(size => Entry(100 * coverage(kind, size, worlds))))}");

    private static string Entry(double percent) => string.Create(
        CultureInfo.InvariantCulture, $"  {percent,6:F1}{(percent < 93 ? "*<" : percent > 97 ? "*>" : "  ")}");

    private static void WriteExact(TextWriter output)
    {
        output.WriteLine("Counted successes, exact, every n from 10 to 300");
        foreach (var share in (double[])[0.02, 0.1, 0.5, 0.9, 0.98])
        {
            var level = new ConfidenceLevel(0.95);
            var coverage = Enumerable.Range(10, 291).Select(trials => ExactCoverage.OfCounts(share, trials, level)).ToArray();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  p = {share:F2}: mean {100 * coverage.Average():F2} %, least {100 * coverage.Min():F2} %"));
        }
    }
}
