using System.Collections.Immutable;
using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Benchmarks.Statistics;

/// <summary>How long the costly statistics take at the size of a large board.</summary>
internal static class StatisticsBenchmark
{
    private const int Runs = 5;

    /// <summary>Runs each, prints a line for it, and returns the times.</summary>
    public static ImmutableArray<(string Name, TimeSpan Time)> Run()
    {
        var level = new ConfidenceLevel(0.95);
        var random = Xoshiro256.FromText("timings");
        var units = Ratings(random, items: 2000, raters: 3);
        var models = Enumerable.Range(0, 300).Select(_ => Influences(random, items: 300)).ToArray();
        var (first, second) = (Draws(random, 10_000), Draws(random, 10_000));
        return
        [
            Time("ordinal alpha of 6000 ratings with 1000 bootstrap replicates", () => KrippendorffAlpha.BootstrapInterval(
                units, MeasurementLevel.Ordinal, level, Xoshiro256.FromText("bootstrap"))),
            Time("rank ranges of 300 models over 300 shared items", () => RankRanges.FromVerdicts(
                models.Length,
                (a, b) => Compare(models[a], models[b]).Verdict(level))),
            Time("the same ranges with Holm's adjustment", () => RankRanges.FromHolm(
                models.Length,
                (a, b) => Compare(models[a], models[b]),
                level)),
            Time("Kendall's tau-b of 10000 pairs", () => KendallTauB.Correlation(first, second)),
            Time("Spearman's rho of 10000 pairs", () => Spearman.Correlation(first, second)),
            Time("10000 t quantiles", () => Enumerable.Range(0, 10_000).Sum(i => StudentT.Quantile(0.975, 1 + (i / 7.0)))),
        ];
    }

    private static (string Name, TimeSpan Time) Time(string name, Func<object?> work)
    {
        // Once before it counts, for the compiler.
        GC.KeepAlive(work());
        var time = Timing.Median(Runs, () => GC.KeepAlive(work()));
        Console.WriteLine($"{Timing.Seconds(time),9}  {name}");
        return (name, time);
    }

    private static RatedUnits Ratings(Xoshiro256 random, int items, int raters)
    {
        var table = new double[items * raters];
        for (var item = 0; item < items; item++)
        {
            var quality = 2.5 + random.NextNormal();
            foreach (ref var rating in table.AsSpan(item * raters, raters))
            {
                rating = Math.Clamp(Math.Round(quality + (random.NextNormal() / 2)), 1, 4);
            }
        }

        return RatedUnits.FromRows([.. Enumerable.Range(0, table.Length).Select(i => i / raters)], table);
    }

    private static (double Value, double[] Influences) Influences(Xoshiro256 random, int items)
    {
        var level = random.NextNormal() / 5;
        double[] values = [.. Draws(random, items).Select(draw => level + draw)];
        var mean = values.Average();
        return (mean, TwoSamples.Influences(values, mean));
    }

    private static Comparison Compare((double Value, double[] Influences) a, (double Value, double[] Influences) b) =>
        new(ClusteredMean.PairedDifference(a.Value, a.Influences, b.Value, b.Influences)!);

    private static double[] Draws(Xoshiro256 random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
}
