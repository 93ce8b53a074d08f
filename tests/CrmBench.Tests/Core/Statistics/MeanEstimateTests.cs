using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class MeanEstimateTests
{
    [Fact]
    public void The_interval_is_the_t_quantile_times_the_error_to_both_sides()
    {
        // t at 97.5 % with 9 degrees of freedom is 2.262 (published to three decimals).
        var interval = new MeanEstimate(3, 0.1, 9, 10).ToInterval(new ConfidenceLevel(0.95))!;

        Assert.Equal(3 - 0.2262, interval.Low, 0.0001);
        Assert.Equal(3 + 0.2262, interval.High, 0.0001);
    }

    [Fact]
    public void Without_an_error_there_is_no_interval() =>
        Assert.Null(new MeanEstimate(3, null, null, 1).ToInterval(new ConfidenceLevel(0.95)));

    [Fact]
    public void An_error_of_0_gives_no_interval_rather_than_a_point() =>
        Assert.Null(new MeanEstimate(3, 0, 9, 10).ToInterval(new ConfidenceLevel(0.95)));

    [Fact]
    public void An_interval_too_wide_for_a_double_is_none() =>
        Assert.Null(new MeanEstimate(0, double.MaxValue, 1, 2).ToInterval(new ConfidenceLevel(0.95)));

    [Theory]
    [InlineData(double.NaN, 1.0, 1.0)]
    [InlineData(1.0, -1.0, 1.0)]
    [InlineData(1.0, double.NaN, 1.0)]
    [InlineData(1.0, 1.0, 0.5)]
    [InlineData(1.0, 1.0, null)]
    [InlineData(1.0, null, 1.0)]
    public void An_estimate_that_contradicts_itself_is_refused(double value, double? error, double? degrees) =>
        Assert.ThrowsAny<ArgumentException>(() => new MeanEstimate(value, error, degrees, 5));

    [Fact]
    public void A_published_spread_gives_the_error_of_the_mean()
    {
        var estimate = MeanEstimate.FromStandardDeviation(2.5, 0.8, 16)!;

        Assert.Equal(0.2, estimate.StandardError!.Value, 1e-15);
        Assert.Equal(15, estimate.DegreesOfFreedom);
    }

    [Theory]
    [InlineData(0.8, 1)]
    [InlineData(0.8, 0)]
    [InlineData(-0.8, 9)]
    [InlineData(double.NaN, 9)]
    public void An_unusable_published_spread_gives_no_error(double deviation, int count) =>
        Assert.Null(MeanEstimate.FromStandardDeviation(2.5, deviation, count)!.StandardError);

    [Fact]
    public void A_published_mean_that_is_no_number_gives_no_estimate() =>
        Assert.Null(MeanEstimate.FromStandardDeviation(double.NaN, 0.8, 9));
}
