using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class IntervalTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    public void Ends_out_of_order_or_not_finite_are_refused(double low, double high) =>
        Assert.ThrowsAny<ArgumentException>(() => new Interval(low, high));

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(0.999, false)]
    [InlineData(double.NaN, false)]
    public void Both_ends_belong_to_it_and_no_number_is_not_in_it(double value, bool contained) =>
        Assert.Equal(contained, new Interval(1, 3).Contains(value));

    [Fact]
    public void Half_width_is_the_plus_or_minus() => Assert.Equal(0.5, new Interval(3, 4).HalfWidth);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_level_must_lie_between_0_and_1(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfidenceLevel(level));
}
