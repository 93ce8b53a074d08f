using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class RankCorrelationTests
{
    // M. Hollander and D. A. Wolfe, Nonparametric Statistical Methods (1973), p. 187: lightness and panel scores of nine lots of tuna.
    private static readonly double[] Lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
    private static readonly double[] Panel = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];

    [Fact]
    public void The_textbook_example_has_a_tau_of_16_in_36_and_a_rho_of_6_in_10()
    {
        Assert.Equal(16.0 / 36, KendallTauB.Correlation(Lightness, Panel)!.Value, 1e-12);
        Assert.Equal(0.6, Spearman.Correlation(Lightness, Panel)!.Value, 1e-12);
    }

    // The example of SciPy's documentation of kendalltau; its rho from spearmanr of SciPy 1.10.
    [Fact]
    public void A_published_example_with_ties_comes_back()
    {
        double[] first = [12, 2, 1, 12, 2];
        double[] second = [1, 4, 7, 1, 0];

        Assert.Equal(-0.47140452079103173, KendallTauB.Correlation(first, second)!.Value, 1e-12);
        Assert.Equal(-0.5407380704358752, Spearman.Correlation(first, second)!.Value, 1e-12);
    }

    [Fact]
    public void Tau_equals_the_count_of_all_pairs()
    {
        var random = Xoshiro256.FromText("tau");
        for (var round = 0; round < 200; round++)
        {
            var count = 2 + random.NextInt(30);
            var first = Enumerable.Range(0, count).Select(_ => (double)random.NextInt(8)).ToArray();
            var second = Enumerable.Range(0, count).Select(_ => (double)random.NextInt(8)).ToArray();

            var (counted, tau) = (ByCounting(first, second), KendallTauB.Correlation(first, second));
            Assert.Equal(counted is null, tau is null);
            Assert.Equal(counted ?? 0, tau ?? 0, 1e-12);
        }
    }

    [Fact]
    public void Rho_agrees_with_MathNet()
    {
        var random = Xoshiro256.FromText("rho");
        for (var round = 0; round < 50; round++)
        {
            var first = Enumerable.Range(0, 25).Select(_ => (double)random.NextInt(9)).ToArray();
            var second = Enumerable.Range(0, 25).Select(_ => (double)random.NextInt(9)).ToArray();

            var oracle = MathNet.Numerics.Statistics.Correlation.Spearman(first, second);
            Assert.Equal(oracle, Spearman.Correlation(first, second)!.Value, 1e-12);
        }
    }

    [Fact]
    public void Equal_values_share_the_mean_of_their_ranks() => Assert.Equal([1, 3, 3, 3, 5], Spearman.MeanRanks([1, 2, 2, 2, 9]));

    [Fact]
    public void The_same_order_is_1_and_the_reverse_order_minus_1()
    {
        double[] reverse = [.. Lightness.Select(value => -value)];

        Assert.Equal(1, KendallTauB.Correlation(Lightness, Lightness)!.Value, 1e-15);
        Assert.Equal(-1, KendallTauB.Correlation(Lightness, reverse)!.Value, 1e-15);
        Assert.Equal(1, Spearman.Correlation(Lightness, Lightness)!.Value, 1e-15);
        Assert.Equal(-1, Spearman.Correlation(Lightness, reverse)!.Value, 1e-15);
    }

    [Theory]
    [InlineData(new double[0], new double[0])]
    [InlineData(new double[] { 1 }, new double[] { 2 })]
    [InlineData(new double[] { 1, 1, 1 }, new double[] { 1, 2, 3 })]
    [InlineData(new double[] { 1, 2, double.NaN }, new double[] { 1, 2, 3 })]
    [InlineData(new double[] { 1, 2, double.PositiveInfinity }, new double[] { 1, 2, 3 })]
    public void Too_little_no_variety_and_no_numbers_have_no_correlation(double[] first, double[] second)
    {
        Assert.Null(KendallTauB.Correlation(first, second));
        Assert.Null(Spearman.Correlation(first, second));
    }

    private static double? ByCounting(double[] first, double[] second)
    {
        double agreement = 0, untiedFirst = 0, untiedSecond = 0;
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (Math.Sign(first[i] - first[j]), Math.Sign(second[i] - second[j]));
                agreement += a * b;
                untiedFirst += a * a;
                untiedSecond += b * b;
            }
        }

        return untiedFirst > 0 && untiedSecond > 0 ? agreement / Math.Sqrt(untiedFirst * untiedSecond) : null;
    }
}
