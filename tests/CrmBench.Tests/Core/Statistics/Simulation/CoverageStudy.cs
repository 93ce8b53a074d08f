using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics.Simulation;

/// <summary>How often intervals hold the truth over many worlds; the same worlds for the same name.</summary>
internal static class CoverageStudy
{
    private static readonly ConfidenceLevel Level = ConfidenceLevel.NinetyFive;

    /// <summary>Share of worlds in which the clustered t interval of a model's mean rating holds the truth.</summary>
    public static double OfMean(int items, int worlds) =>
        Share($"mean/{items}", worlds, random =>
        {
            var level = DrawLevel(random);
            var ratings = new RatingWorld(random).Rate(items, level)[0];
            return Holds(ClusteredMean.FromItems(RatingWorld.ItemMeans(ratings)), RatingWorld.TrueMean(level));
        });

    /// <summary>The same with the naive interval, which takes every rating for independent evidence.</summary>
    public static double OfNaiveMean(int items, int worlds) =>
        Share($"mean/{items}", worlds, random =>
        {
            var level = DrawLevel(random);
            var ratings = new RatingWorld(random).Rate(items, level)[0];
            return Holds(ClusteredMean.FromItems(ratings), RatingWorld.TrueMean(level));
        });

    /// <summary>Share of worlds in which the paired interval of the difference of two models holds the truth.</summary>
    public static double OfPairedDifference(int items, int worlds) =>
        Share($"difference/{items}", worlds, random =>
        {
            var (a, b) = (DrawLevel(random), DrawLevel(random));
            var ratings = new RatingWorld(random).Rate(items, a, b);
            var comparison = Difference.Paired(RatingWorld.ItemMeans(ratings[0]), RatingWorld.ItemMeans(ratings[1]))!;
            return comparison.ToInterval(Level)?.Contains(RatingWorld.TrueMean(a) - RatingWorld.TrueMean(b)) ?? false;
        });

    /// <summary>Share of worlds with two equal models in which the paired test calls one of them better.</summary>
    public static double OfFalseAlarm(int items, int worlds) =>
        Share($"equal/{items}", worlds, random =>
        {
            var level = DrawLevel(random);
            var ratings = new RatingWorld(random).Rate(items, level, level);
            return Difference.Paired(RatingWorld.ItemMeans(ratings[0]), RatingWorld.ItemMeans(ratings[1]))!.Verdict(Level) is 1 or -1;
        });

    /// <summary>Share of worlds in which the mean of two use cases of unlike size has an interval that holds the truth.</summary>
    public static double OfMeanOverUseCases(int items, int worlds) =>
        Share($"use-cases/{items}", worlds, random =>
        {
            var (a, b) = (DrawLevel(random), DrawLevel(random));
            var small = ClusteredMean.FromItems(RatingWorld.ItemMeans(new RatingWorld(random).Rate(items, a)[0]))!;
            var large = ClusteredMean.FromItems(RatingWorld.ItemMeans(new RatingWorld(random).Rate(3 * items, b)[0]))!;
            var truth = (RatingWorld.TrueMean(a) + RatingWorld.TrueMean(b)) / 2;
            return Holds(WeightedSum.Combine([(0.5, small), (0.5, large)]), truth);
        });

    /// <summary>
    /// Share of worlds in which the clustered Wilson interval holds the true share, with 4 trials of tasks of unlike difficulty.
    /// </summary>
    public static double OfClusteredShare(int tasks, int worlds) =>
        Share($"share/{tasks}", worlds, random =>
        {
            // Difficulties spread evenly over a range as wide as 0 and 1 allow: the true share is its middle.
            var truth = 0.15 + (0.7 * random.NextDouble());
            var reach = Math.Min(truth, 1 - truth);
            var shares = new double[tasks];
            for (var task = 0; task < tasks; task++)
            {
                var chance = truth + (reach * ((2 * random.NextDouble()) - 1));
                shares[task] = Enumerable.Range(0, 4).Count(_ => random.NextDouble() < chance) / 4.0;
            }

            return Wilson.Clustered(ClusteredMean.FromItems(shares)!, Level, 4 * tasks)!.Contains(truth);
        });

    private static bool Holds(MeanEstimate? estimate, double truth) => estimate?.ToInterval(Level)?.Contains(truth) ?? false;

    private static double DrawLevel(Xoshiro256 random) => 2 + random.NextDouble();

    private static double Share(string name, int worlds, Func<Xoshiro256, bool> holds)
    {
        var random = Xoshiro256.FromText(name);
        return Enumerable.Range(0, worlds).Count(_ => holds(random)) / (double)worlds;
    }
}
