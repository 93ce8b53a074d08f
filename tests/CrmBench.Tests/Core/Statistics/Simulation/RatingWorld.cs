using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics.Simulation;

/// <summary>
/// A world whose truth is known: items differ in difficulty, two models differ from item to item, three raters lean their own way, and all
/// of it is rounded to ratings 1, 2, 3 and 4.
/// </summary>
internal sealed class RatingWorld(Xoshiro256 random)
{
    private const double ItemSpread = 0.7;
    private const double ModelSpread = 0.4;
    private const double RaterNoise = 0.6;
    private static readonly double[] Leanings = [-0.25, 0, 0.25];
    private static readonly double[] Cuts = [1.5, 2.5, 3.5];

    public static int Raters => Leanings.Length;

    /// <summary>The mean rating, over all items there could be, of a model at this level on the hidden scale, by this panel.</summary>
    public static double TrueMean(double level)
    {
        var spread = Math.Sqrt((ItemSpread * ItemSpread) + (ModelSpread * ModelSpread) + (RaterNoise * RaterNoise));
        return 1 + Leanings.Average(leaning => Cuts.Sum(cut => NormalDistribution.Cdf((level + leaning - cut) / spread)));
    }

    /// <summary>Ratings of several models over the same items: [model][item * raters + rater].</summary>
    public double[][] Rate(int items, params ReadOnlySpan<double> levels)
    {
        var ratings = new double[levels.Length][];
        for (var model = 0; model < levels.Length; model++)
        {
            ratings[model] = new double[items * Raters];
        }

        for (var item = 0; item < items; item++)
        {
            var difficulty = ItemSpread * random.NextNormal();
            for (var model = 0; model < levels.Length; model++)
            {
                var quality = levels[model] + difficulty + (ModelSpread * random.NextNormal());
                for (var rater = 0; rater < Raters; rater++)
                {
                    var impression = quality + Leanings[rater] + (RaterNoise * random.NextNormal());
                    ratings[model][(item * Raters) + rater] = 1 + Cuts.Count(cut => impression > cut);
                }
            }
        }

        return ratings;
    }

    /// <summary>Each item's mean over raters.</summary>
    public static double[] ItemMeans(double[] ratings) => [.. ratings.Chunk(Raters).Select(item => item.Average())];
}
