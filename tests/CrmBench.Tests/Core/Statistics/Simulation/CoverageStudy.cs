using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics.Simulation;

/// <summary>How often intervals hold the truth over many worlds; the same worlds for the same name.</summary>
internal static class CoverageStudy
{
    private const int Parts = 4;
    private const int Rows = 5;
    private static readonly ConfidenceLevel Level = new(0.95);

    /// <summary>The questions of the table: a name, and the share of worlds in which the answer holds the truth.</summary>
    public static IReadOnlyList<(string Name, Func<CoverageKind, int, int, double> Coverage)> Questions { get; } =
    [
        ("cell", OfCell),
        ("average over four metrics of the same items", OfMetrics),
        ("average over four use cases", OfUseCases),
        ("difference of two rows", OfDifference),
        ("rank range of five equal rows, each comparison", OfComparison),
        ("rank range of five equal rows, Holm", OfHolm),
    ];

    /// <summary>A single figure.</summary>
    public static double OfCell(CoverageKind kind, int items, int worlds) => Share($"cell/{kind.Name}/{items}", worlds, random =>
        kind.CellInterval(Draw(kind, items, random))!.Contains(kind.Truth));

    /// <summary>
    /// Four metrics of the same answers, alike by two thirds: of ratings their items tell how they vary together, of published counts
    /// nothing does.
    /// </summary>
    public static double OfMetrics(CoverageKind kind, int items, int worlds) => Share($"metrics/{kind.Name}/{items}", worlds, random =>
    {
        var metrics = SameItems(kind, items, random);
        if (kind.IsCounted)
        {
            var dependent = WeightedSum.CombineDependent([.. metrics.Select(metric => (1.0 / Parts, kind.Estimate(metric)))])!;
            return BoundedMean.IntervalOf(dependent, kind.Scale, Level)!.Contains(kind.Truth);
        }

        var together = Enumerable.Range(0, items).Select(item => metrics.Average(metric => metric[item])).ToArray();
        return kind.IntervalOf(together)!.Contains(kind.Truth);
    });

    /// <summary>The same four metrics with their errors combined as if they came from different items.</summary>
    public static double OfMetricsAsIndependent(CoverageKind kind, int items, int worlds) =>
        Share($"metrics/{kind.Name}/{items}", worlds, random =>
        {
            var metrics = SameItems(kind, items, random);
            var independent = WeightedSum.Combine([.. metrics.Select(metric => (1.0 / Parts, kind.Estimate(metric)))])!;
            return BoundedMean.IntervalOf(independent, kind.Scale, Level)!.Contains(kind.Truth);
        });

    /// <summary>Four use cases with items of their own.</summary>
    public static double OfUseCases(CoverageKind kind, int items, int worlds) => Share($"use-cases/{kind.Name}/{items}", worlds, random =>
    {
        var useCases = Enumerable.Range(0, Parts).Select(_ => (1.0 / Parts, kind.Estimate(Draw(kind, items, random)))).ToArray();
        return BoundedMean.IntervalOf(WeightedSum.Combine(useCases)!, kind.Scale, Level)!.Contains(kind.Truth);
    });

    /// <summary>Two rows of the same truth, from different items.</summary>
    public static double OfDifference(CoverageKind kind, int items, int worlds) => Share($"difference/{kind.Name}/{items}", worlds, random =>
        TwoSamples.Unpaired(kind.Estimate(Draw(kind, items, random)), kind.Estimate(Draw(kind, items, random)))!.Value
            .ToInterval(Level)?.Contains(0) ?? true);

    /// <summary>How often two of five equal rows are not told apart: rank ranges hold for each comparison.</summary>
    public static double OfComparison(CoverageKind kind, int items, int worlds) => Share($"ranks/{kind.Name}/{items}", worlds, random =>
    {
        var rows = FiveRows(kind, items, random);
        return RankRanges.FromVerdicts(Rows, (a, b) => TwoSamples.Unpaired(rows[a], rows[b])?.Verdict(Level))
            .Average(range => (range.Worst - range.Best) / (Rows - 1.0));
    });

    /// <summary>How often none of five equal rows is told apart from another, where Holm's adjustment guards them all.</summary>
    public static double OfHolm(CoverageKind kind, int items, int worlds) => Share($"ranks/{kind.Name}/{items}", worlds, random =>
    {
        var rows = FiveRows(kind, items, random);
        return RankRanges.FromHolm(Rows, (a, b) => TwoSamples.Unpaired(rows[a], rows[b]), Level).All(range => range == new RankRange(1, Rows));
    });

    /// <summary>Share of worlds in which the paired interval of the difference of two models holds the truth.</summary>
    public static double OfPairedDifference(int items, int worlds) => Share($"difference/{items}", worlds, random =>
    {
        var (a, b) = (DrawLevel(random), DrawLevel(random));
        var ratings = new RatingWorld(random).Rate(items, a, b);
        var comparison = TwoSamples.Paired(RatingWorld.ItemMeans(ratings[0]), RatingWorld.ItemMeans(ratings[1]))!.Value;
        return comparison.ToInterval(Level)?.Contains(RatingWorld.TrueMean(a) - RatingWorld.TrueMean(b)) ?? false;
    });

    /// <summary>Share of worlds with two equal models in which the paired test calls one of them better.</summary>
    public static double OfFalseAlarm(int items, int worlds) => Share($"equal/{items}", worlds, random =>
    {
        var level = DrawLevel(random);
        var ratings = new RatingWorld(random).Rate(items, level, level);
        return TwoSamples.Paired(RatingWorld.ItemMeans(ratings[0]), RatingWorld.ItemMeans(ratings[1]))!.Value.Verdict(Level) is 1 or -1;
    });

    /// <summary>Share of worlds in which an interval that takes every rating for independent evidence holds the truth.</summary>
    public static double OfNaiveMean(int items, int worlds) => Share($"mean/{items}", worlds, random =>
    {
        var level = DrawLevel(random);
        var ratings = new RatingWorld(random).Rate(items, level)[0];
        return ClusteredMean.FromItems(ratings)!.ToInterval(Level)?.Contains(RatingWorld.TrueMean(level)) ?? false;
    });

    private static double[] Draw(CoverageKind kind, int items, Xoshiro256 random)
    {
        var values = new double[items];
        for (var item = 0; item < items; item++)
        {
            values[item] = kind.Draw(random);
        }

        return values;
    }

    // An item is the same for all four metrics with a chance of two thirds, else each has its own.
    private static double[][] SameItems(CoverageKind kind, int items, Xoshiro256 random)
    {
        var metrics = Enumerable.Range(0, Parts).Select(_ => Draw(kind, items, random)).ToArray();
        for (var item = 0; item < items; item++)
        {
            if (random.NextDouble() < 2.0 / 3)
            {
                foreach (var metric in metrics)
                {
                    metric[item] = metrics[0][item];
                }
            }
        }

        return metrics;
    }

    private static MeanEstimate[] FiveRows(CoverageKind kind, int items, Xoshiro256 random) =>
        [.. Enumerable.Range(0, Rows).Select(_ => kind.Estimate(Draw(kind, items, random)))];

    private static double DrawLevel(Xoshiro256 random) => 2 + random.NextDouble();

    private static double Share(string name, int worlds, Func<Xoshiro256, bool> holds) =>
        Share(name, worlds, random => holds(random) ? 1.0 : 0.0);

    private static double Share(string name, int worlds, Func<Xoshiro256, double> held)
    {
        var random = Xoshiro256.FromText(name);
        return Enumerable.Range(0, worlds).Sum(_ => held(random)) / worlds;
    }
}
