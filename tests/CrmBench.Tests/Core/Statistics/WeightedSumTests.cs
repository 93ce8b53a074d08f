using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class WeightedSumTests
{
    [Fact]
    public void Values_add_by_weight_and_variances_by_its_square()
    {
        var sum = WeightedSum.Combine([(0.5, new(3, 0.3, 9, 10)), (0.5, new(4, 0.4, 9, 10))])!;

        Assert.Equal(3.5, sum.Value);
        Assert.Equal(0.25, sum.StandardError!.Value, 1e-15);
        Assert.Equal(20, sum.Count);
    }

    [Fact]
    public void Equal_parts_have_as_many_degrees_of_freedom_as_all_of_them_together()
    {
        var part = new MeanEstimate(3, 0.1, 9, 10);

        Assert.Equal(27, WeightedSum.Combine([(1, part), (1, part), (1, part)])!.DegreesOfFreedom!.Value, 1e-12);
    }

    [Fact]
    public void A_part_that_dominates_brings_its_own_degrees_of_freedom() =>
        Assert.Equal(4, WeightedSum.Combine([(1, new(3, 1, 4, 5)), (1, new(4, 1e-9, 99, 100))])!.DegreesOfFreedom!.Value, 1e-9);

    [Fact]
    public void Parts_with_known_errors_keep_infinite_degrees_of_freedom() =>
        Assert.Equal(double.PositiveInfinity, WeightedSum.Combine([(1, new(3, 1, double.PositiveInfinity, 5))])!.DegreesOfFreedom);

    [Fact]
    public void A_part_without_an_error_leaves_the_sum_without_one()
    {
        var sum = WeightedSum.Combine([(0.5, new(3, 0.3, 9, 10)), (0.5, new(4, null, null, 1))])!;

        Assert.Equal(3.5, sum.Value);
        Assert.Null(sum.StandardError);
    }

    [Fact]
    public void Parts_that_do_not_vary_add_no_error() =>
        Assert.Equal(0, WeightedSum.Combine([(0.5, new(3, 0, 9, 10)), (0.5, new(4, 0, 4, 5))])!.StandardError);

    [Fact]
    public void Nothing_has_no_sum() => Assert.Null(WeightedSum.Combine([]));
}
