using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class ClusteredMeanTests
{
    [Fact]
    public void The_error_of_item_means_is_their_deviation_over_the_root_of_their_number()
    {
        var estimate = ClusteredMean.FromItems([2, 4, 4, 4, 5, 5, 7, 9])!;

        Assert.Equal(5, estimate.Value);
        Assert.Equal(Math.Sqrt(32.0 / 7 / 8), estimate.StandardError!.Value, 1e-15);
        Assert.Equal(7, estimate.DegreesOfFreedom);
        Assert.Equal(8, estimate.Count);
    }

    [Fact]
    public void No_items_have_no_mean() => Assert.Null(ClusteredMean.FromItems([]));

    [Fact]
    public void One_item_has_a_mean_but_no_error()
    {
        var estimate = ClusteredMean.FromItems([3])!;

        Assert.Equal(3, estimate.Value);
        Assert.Null(estimate.StandardError);
        Assert.Null(estimate.ToInterval(ConfidenceLevel.NinetyFive));
    }

    [Fact]
    public void Items_all_alike_have_an_error_of_0_also_where_rounding_makes_them_differ()
    {
        var estimate = ClusteredMean.FromItems([0.1 + 0.2, 0.3, 0.3, 0.3])!;

        Assert.Equal(0, estimate.StandardError);
        Assert.Null(estimate.ToInterval(ConfidenceLevel.NinetyFive));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.MaxValue)]
    public void A_value_that_is_not_finite_or_too_large_gives_no_mean(double value)
    {
        Assert.Null(ClusteredMean.FromItems([value, value, 1]));
        Assert.Null(ClusteredMean.FromInfluences(value * 2, [0.1, -0.1]));
    }

    [Fact]
    public void Values_whose_squares_are_too_large_have_a_mean_without_an_error() =>
        Assert.Null(ClusteredMean.FromItems([1e200, -1e200])!.StandardError);

    [Fact]
    public void Influences_of_one_complete_metric_give_what_item_means_give()
    {
        double[] items = [3, 4, 2, 4, 3.5];
        var influences = new double[items.Length];
        var mean = ClusteredMean.AddInfluences(items, 1, influences)!.Value;

        var linear = ClusteredMean.FromInfluences(mean, influences)!;

        var plain = ClusteredMean.FromItems(items)!;
        Assert.Equal(plain.Value, linear.Value, 1e-15);
        Assert.Equal(plain.StandardError!.Value, linear.StandardError!.Value, 1e-15);
    }

    [Fact]
    public void Influences_of_complete_metrics_give_what_the_mean_of_each_items_metrics_gives()
    {
        double[] first = [3, 4, 2, 4, 3.5];
        double[] second = [1, 4, 3, 3, 2];
        var influences = new double[5];
        var firstMean = ClusteredMean.AddInfluences(first, 0.5, influences)!.Value;
        var secondMean = ClusteredMean.AddInfluences(second, 0.5, influences)!.Value;

        var linear = ClusteredMean.FromInfluences((firstMean + secondMean) / 2, influences)!;

        var plain = ClusteredMean.FromItems([.. first.Zip(second, (a, b) => (a + b) / 2)])!;
        Assert.Equal(plain.Value, linear.Value, 1e-15);
        Assert.Equal(plain.StandardError!.Value, linear.StandardError!.Value, 1e-15);
    }

    [Fact]
    public void A_missing_metric_has_no_influence_and_the_rest_weigh_by_how_many_there_are()
    {
        var influences = new double[3];

        var mean = ClusteredMean.AddInfluences([1, double.NaN, 4], 0.5, influences);

        Assert.Equal(2.5, mean);
        Assert.Equal([-0.375, 0, 0.375], influences);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_metric_that_nothing_has_or_that_is_infinite_has_no_mean_and_no_influence(double value)
    {
        double[] influences = [0.5, -0.5];

        Assert.Null(ClusteredMean.AddInfluences([value, value], 1, influences));
        Assert.Equal([0.5, -0.5], influences);
    }

    [Fact]
    public void Fewer_than_two_influences_give_no_error()
    {
        Assert.Null(ClusteredMean.FromInfluences(3, [])!.StandardError);
        Assert.Null(ClusteredMean.FromInfluences(3, [0])!.StandardError);
    }

    [Fact]
    public void Two_statistics_that_only_rounding_tells_apart_differ_by_0()
    {
        double[] influences = [0.1, -0.3, 0.2];
        double[] rounded = [0.1 + 1e-17, -0.3, 0.2 - 3e-17];

        var difference = ClusteredMean.PairedDifference(3.1, influences, 3.1 + 4e-16, rounded)!;

        Assert.Equal(0, difference.Value);
        Assert.Equal(0, difference.StandardError);
    }
}
