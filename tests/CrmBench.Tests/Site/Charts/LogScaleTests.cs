using CrmBench.Site.Charts;
using CsCheck;

namespace CrmBench.Tests.Site.Charts;

public class LogScaleTests
{
    // Exponents, so that money from fractions of a cent to millions comes up alike often.
    private static readonly Gen<(double, double)> Exponents = Gen.Select(Gen.Double[-5, 3], Gen.Double[0, 5]);

    [Theory]
    [InlineData(0.09, 1.84, 0.05, 2)]
    [InlineData(1, 10, 1, 10)]
    [InlineData(0.2, 0.2, 0.1, 0.5)]
    [InlineData(3, 4, 1, 10)]
    [InlineData(0.00021, 0.0009, 0.0002, 0.001)]
    public void Ends_are_1_2_or_5_times_a_power_of_ten(double low, double high, double start, double end)
    {
        var scale = LogScale.Around(new ValueRange(low, high), 0, 300);

        Assert.Equal(start, scale.Low, 12);
        Assert.Equal(end, scale.High, 12);
    }

    [Fact]
    public void Range_lies_within_the_ends() => Exponents.Sample(exponents =>
    {
        var low = Math.Pow(10, exponents.Item1);
        var high = low * Math.Pow(10, exponents.Item2);

        var scale = LogScale.Around(new ValueRange(low, high), 0, 300);

        Assert.InRange(low, scale.Low * (1 - 1e-6), scale.High);
        Assert.InRange(high, scale.Low, scale.High * (1 + 1e-6));
    });

    [Fact]
    public void Labels_keep_apart_and_say_1_2_or_5() => Gen.Select(Exponents, Gen.Double[100, 600]).Sample((exponents, end) =>
    {
        var low = Math.Pow(10, exponents.Item1);
        var scale = LogScale.Around(new ValueRange(low, low * Math.Pow(10, exponents.Item2)), 40, end);

        var ticks = scale.HorizontalTicks(Samples.Money.TickText, end + 20);

        Assert.NotEmpty(ticks);
        Assert.All(ticks, tick => Assert.Matches("^\\$(0\\.0*|[0,]*)?[125][0,]*(\\.00|0)?$", tick.Text));
        Labels.KeepApart(ticks);
    });

    [Fact]
    public void A_wide_axis_shows_1_2_and_5_of_every_decade()
    {
        var scale = LogScale.Around(new ValueRange(0.05, 2), 0, 600);

        var ticks = scale.HorizontalTicks(Samples.Money.TickText, 640);

        Assert.Equal(["$0.05", "$0.10", "$0.20", "$0.50", "$1", "$2"], ticks.Select(tick => tick.Text));
    }

    [Fact]
    public void A_narrow_axis_drops_the_twos_then_the_fives()
    {
        var narrow = LogScale.Around(new ValueRange(0.1, 100), 20, 480).HorizontalTicks(Samples.Money.TickText, 500);
        var narrower = LogScale.Around(new ValueRange(0.1, 100), 20, 200).HorizontalTicks(Samples.Money.TickText, 220);

        Assert.Equal(["$0.10", "$0.50", "$1", "$5", "$10", "$50", "$100"], narrow.Select(tick => tick.Text));
        Assert.Equal(["$0.10", "$1", "$10", "$100"], narrower.Select(tick => tick.Text));
    }

    [Fact]
    public void Equal_ratios_have_equal_lengths()
    {
        var scale = new LogScale(0.1, 1000, 0, 400);

        Assert.Equal([0, 100, 200, 300, 400], new[] { 0.1, 1, 10, 100, 1000 }.Select(scale.At), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Zero_has_no_place_and_is_put_at_the_lower_end()
    {
        var scale = new LogScale(0.1, 10, 40, 400);

        Assert.False(scale.Shows(0));
        Assert.Equal(40, scale.At(0));
    }
}
