using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Tests.Core.Statistics;

public class RankRangesTests
{
    private static readonly ConfidenceLevel Level = new(0.95);

    [Fact]
    public void Ranks_run_from_one_more_than_the_better_ones_to_all_but_the_worse_ones()
    {
        // 0 beats 2 and 3, 1 beats 3; the rest is open.
        var ranges = RankRanges.FromVerdicts(4, (a, b) => (a, b) is (0, 2) or (0, 3) or (1, 3) ? 1 : 0);

        Assert.Equal([new(1, 2), new(1, 3), new(2, 4), new(3, 4)], ranges);
    }

    [Fact]
    public void A_board_of_identical_models_shows_1_to_N_for_all()
    {
        double[] items = [3, 4, 2, 4];

        Assert.All(RankRanges.FromVerdicts(7, (_, _) => TwoSamples.Paired(items, items)?.Verdict(Level)), range => Assert.Equal(new RankRange(1, 7), range));
    }

    [Fact]
    public void What_cannot_be_compared_leaves_the_order_open() =>
        Assert.All(RankRanges.FromVerdicts(3, (_, _) => null), range => Assert.Equal(new RankRange(1, 3), range));

    [Fact]
    public void Nothing_has_no_ranks_and_one_is_first()
    {
        Assert.Empty(RankRanges.FromVerdicts(0, (_, _) => null));
        Assert.Equal([new(1, 1)], RankRanges.FromVerdicts(1, (_, _) => null));
    }

    [Fact]
    public void Permuting_models_permutes_their_ranges()
    {
        var random = Xoshiro256.FromText("permutations");
        for (var round = 0; round < 20; round++)
        {
            var models = Models(random, 12);
            var order = Enumerable.Range(0, models.Length).OrderBy(_ => random.NextBits()).ToArray();

            var permuted = RangesOf([.. order.Select(model => models[model])]);

            var ranges = RangesOf(models);
            Assert.Equal(order.Select(model => ranges[model]), permuted);
        }
    }

    [Fact]
    public void Adding_a_far_worse_model_changes_nobodys_range()
    {
        var random = Xoshiro256.FromText("worse");
        for (var round = 0; round < 20; round++)
        {
            var models = Models(random, 10);
            var worst = Enumerable.Range(0, 40).Select(_ => -100 + random.NextNormal()).ToArray();

            var extended = RangesOf([.. models, worst]);

            Assert.Equal(RangesOf(models), extended[..^1]);
            Assert.Equal(new RankRange(11, 11), extended[^1]);
        }
    }

    [Fact]
    public void Ties_are_symmetric()
    {
        var random = Xoshiro256.FromText("ties");
        for (var round = 0; round < 20; round++)
        {
            var models = Models(random, 10);
            models[3] = models[8];

            var ranges = RangesOf(models);

            Assert.Equal(ranges[3], ranges[8]);
        }
    }

    [Fact]
    public void Holm_only_ever_widens_a_range()
    {
        var models = Models(Xoshiro256.FromText("holm"), 15);

        var single = RangesOf(models);
        var together = RankRanges.FromHolm(models.Length, (a, b) => TwoSamples.Paired(models[a], models[b]), Level);

        Assert.All(single.Zip(together), pair => Assert.True(pair.Second.Best <= pair.First.Best && pair.First.Worst <= pair.Second.Worst));
        Assert.NotEqual(single, together);
    }

    private static RankRange[] RangesOf(double[][] models) =>
        [.. RankRanges.FromVerdicts(models.Length, (a, b) => TwoSamples.Paired(models[a], models[b])?.Verdict(Level))];

    /// <summary>Item means of models that differ by about as much as 40 items can tell.</summary>
    private static double[][] Models(Xoshiro256 random, int count)
    {
        var items = Enumerable.Range(0, 40).Select(_ => random.NextNormal()).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var level = random.NextNormal() / 3;
            return items.Select(item => level + item + (random.NextNormal() / 2)).ToArray();
        })];
    }
}
