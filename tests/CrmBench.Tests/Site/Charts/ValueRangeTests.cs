using CrmBench.Site.Charts;

namespace CrmBench.Tests.Site.Charts;

public class ValueRangeTests
{
    [Fact]
    public void Nothing_to_cover_is_no_range() => Assert.Null(ValueRange.Covering([double.NaN, double.PositiveInfinity], []));

    [Fact]
    public void Intervals_widen_the_range() =>
        Assert.Equal(new ValueRange(45, 77), ValueRange.Covering([50, 70], [new Whisker(45, 55), new Whisker(63, 77)]));

    [Fact]
    public void One_huge_interval_does_not_press_the_rest_together() =>
        Assert.Equal(new ValueRange(10, 110), ValueRange.Covering([50, 70], [new Whisker(48, 52), new Whisker(-900, 900)]));

    [Fact]
    public void An_endless_interval_is_left_out() =>
        Assert.Equal(new ValueRange(50, 70), ValueRange.Covering([50, 70], [new Whisker(40, double.PositiveInfinity)]));
}
