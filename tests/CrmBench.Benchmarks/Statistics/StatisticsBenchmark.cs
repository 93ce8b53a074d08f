using System.Collections.Immutable;
using CrmBench.Core.Statistics;

namespace CrmBench.Benchmarks.Statistics;

/// <summary>How long the costly statistics take at the size of a large board.</summary>
internal static class StatisticsBenchmark
{
    private const int Runs = 5;

    /// <summary>Runs each, prints a line for it, and returns the times.</summary>
    public static ImmutableArray<(string Name, TimeSpan Time)> Run()
    {
        var random = Xoshiro256.FromText("timings");
        var units = Ratings(random, items: 2000, raters: 3);
        var models = Enumerable.Range(0, 300).Select(_ => Influences(random, items: 300)).ToArray();
        var (first, second) = (Draws(random, 10_000), Draws(random, 10_000));
        return
        [
            Time("ordinal alpha of 6000 ratings with 1000 bootstrap replicates", () => KrippendorffAlpha.BootstrapInterval(
                units, MeasurementLevel.Ordinal, ConfidenceLevel.NinetyFive, Xoshiro256.FromText("bootstrap"))),
            Time("rank ranges of 300 models over 300 shared items", () => RankRanges.From(
                models.Length,
                (a, b) => Difference.Paired(models[a].Value, models[a].Influences, models[b].Value, models[b].Influences),
                ConfidenceLevel.NinetyFive)),
            Time("the same ranges with Holm's adjustment", () => RankRanges.FromHolm(
                models.Length,
                (a, b) => Difference.Paired(models[a].Value, models[a].Influences, models[b].Value, models[b].Influences),
                ConfidenceLevel.NinetyFive)),
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

        return RatedUnits.FromTable(table, raters);
    }

    private static (double Value, double[] Influences) Influences(Xoshiro256 random, int items)
    {
        var level = random.NextNormal() / 5;
        double[] values = [.. Draws(random, items).Select(draw => level + draw)];
        var influences = new double[items];
        return (ClusteredMean.AddInfluences(values, 1, influences)!.Value, influences);
    }

    private static double[] Draws(Xoshiro256 random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
}
