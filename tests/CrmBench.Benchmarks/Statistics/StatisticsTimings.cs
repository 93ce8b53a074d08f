using System.Diagnostics;
using System.Globalization;
using CrmBench.Core.Statistics;

namespace CrmBench.Benchmarks.Statistics;

/// <summary>How long the costly statistics take at the size of a large board.</summary>
public static class StatisticsTimings
{
    private const int Runs = 5;

    /// <summary>Writes the best of a few runs of each, after one to warm up.</summary>
    public static void Run(TextWriter output)
    {
        var random = Xoshiro256.FromText("timings");
        var units = Ratings(random, items: 2000, raters: 3);
        Write(output, "alpha (ordinal) of 6,000 ratings", () => KrippendorffAlpha.Estimate(units, MeasurementLevel.Ordinal));
        Write(output, "the same with 1,000 bootstrap replicates", () => KrippendorffAlpha.BootstrapInterval(
            units, MeasurementLevel.Ordinal, ConfidenceLevel.NinetyFive, Xoshiro256.FromText("bootstrap")));

        var models = Enumerable.Range(0, 300).Select(_ => Influences(random, items: 300)).ToArray();
        Write(output, "rank ranges of 300 models over 300 shared items", () => RankRanges.From(
            models.Length,
            (a, b) => Difference.Paired(models[a].Value, models[a].Influences, models[b].Value, models[b].Influences),
            ConfidenceLevel.NinetyFive));
        Write(output, "the same with Holm's adjustment", () => RankRanges.FromHolm(
            models.Length,
            (a, b) => Difference.Paired(models[a].Value, models[a].Influences, models[b].Value, models[b].Influences),
            ConfidenceLevel.NinetyFive));

        var (first, second) = (Draws(random, 10_000), Draws(random, 10_000));
        Write(output, "Kendall's tau-b of 10,000 pairs", () => KendallTauB.Correlation(first, second));
        Write(output, "Spearman's rho of 10,000 pairs", () => Spearman.Correlation(first, second));
        Write(output, "10,000 t quantiles", () => Enumerable.Range(0, 10_000).Sum(i => StudentT.Quantile(0.975, 1 + (i / 7.0))));
    }

    private static void Write(TextWriter output, string name, Func<object?> work)
    {
        _ = work();
        var best = Enumerable.Range(0, Runs).Min(run =>
        {
            var start = Stopwatch.GetTimestamp();
            _ = work();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{best,9:F2} ms  {name}"));
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
