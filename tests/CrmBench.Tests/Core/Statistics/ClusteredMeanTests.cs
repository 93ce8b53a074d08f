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
        Assert.Null(estimate.ToInterval(new ConfidenceLevel(0.95)));
    }

    [Fact]
    public void Items_all_alike_have_an_error_of_0_also_where_rounding_makes_them_differ()
    {
        var estimate = ClusteredMean.FromItems([0.1 + 0.2, 0.3, 0.3, 0.3])!;

        Assert.Equal(0, estimate.StandardError);
        Assert.Null(estimate.ToInterval(new ConfidenceLevel(0.95)));
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
