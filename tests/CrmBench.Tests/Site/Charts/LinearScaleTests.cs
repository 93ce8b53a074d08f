using CrmBench.Site.Charts;
using CsCheck;

namespace CrmBench.Tests.Site.Charts;

public class LinearScaleTests
{
    private static readonly Gen<(double, double)> Ranges = Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[0, 1e6]);

    [Fact]
    public void Ends_are_round_and_enclose_the_range() => Ranges.Sample(range =>
    {
        var (low, span) = range;

        var scale = LinearScale.Around(new ValueRange(low, low + span), null, null, 0, 300);

        // To a hair's breadth: rounding in the last digits must not add a whole step.
        var hair = 1e-8 * (scale.High - scale.Low);
        Assert.InRange(scale.Low, double.NegativeInfinity, low + hair);
        Assert.InRange(scale.High, low + span - hair, double.PositiveInfinity);
    });

    [Fact]
    public void Ticks_lie_on_the_scale_in_rising_order_with_different_labels() => Ranges.Sample(range =>
    {
        var (low, span) = range;
        var scale = LinearScale.Around(new ValueRange(low, low + span), null, null, 40, 300);

        var ticks = scale.HorizontalTicks(Samples.Plain.TickText, 340);

        Assert.InRange(ticks.Length, 1, 14);
        Assert.All(ticks, tick => Assert.InRange(tick.Position, 40, 300));
        Assert.Equal(ticks.OrderBy(tick => tick.Position), ticks);
        Assert.Equal(ticks.Length, ticks.Select(tick => tick.Text).Distinct().Count());
    });

    [Fact]
    public void Tick_labels_keep_apart_and_within_the_chart() => Gen.Select(Ranges, Gen.Double[60, 600]).Sample((range, end) =>
    {
        var (low, span) = range;
        var scale = LinearScale.Around(new ValueRange(low, low + span), null, null, 40, end);

        var ticks = scale.HorizontalTicks(Samples.Plain.TickText, end + 20);

        Labels.KeepApart(ticks);
    });

    [Theory]
    [InlineData(49.3, 71.6, 45, 75)]
    [InlineData(0, 1, 0, 1)]
    [InlineData(1, 4, 1, 4)]
    [InlineData(0.0012, 0.0019, 0.0012, 0.002)]
    public void Well_known_ranges_get_the_ends_a_person_would_choose(double low, double high, double start, double end)
    {
        var scale = LinearScale.Around(new ValueRange(low, high), null, null, 0, 300);

        Assert.Equal(start, scale.Low, 9);
        Assert.Equal(end, scale.High, 9);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    [InlineData(37.5)]
    public void A_single_value_gets_room_within_the_bounds(double value)
    {
        var scale = LinearScale.Around(new ValueRange(value, value), 0, 100, 0, 300);

        Assert.True(scale.Low < scale.High);
        Assert.InRange(scale.Low, 0, value);
        Assert.InRange(scale.High, value, 100);
    }

    [Fact]
    public void What_lies_beyond_the_bounds_does_not_widen_the_scale()
    {
        var scale = LinearScale.Around(new ValueRange(-20, 140), 0, 100, 0, 300);

        Assert.Equal((0, 100), (scale.Low, scale.High));
    }

    [Fact]
    public void Values_beyond_the_scale_are_put_at_its_ends()
    {
        var scale = new LinearScale(0, 10, 300, 100);

        Assert.Equal([300, 300, 200, 100, 100], new[] { double.NegativeInfinity, 0, 5, 10, 1e300 }.Select(scale.At));
    }

    [Fact]
    public void A_scale_without_extent_is_a_broken_promise() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearScale(1, 1, 0, 300));
}
