using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Pages;

namespace CrmBench.Tests.Site.Pages;

public class BarScaleTests
{
    [Fact]
    public void Percents_stand_on_a_scale_from_0_to_100_whatever_the_values()
    {
        var bar = BarScale.For(Dimension(Unit.Percent), [Value(12)]).Bar(Value(71.6, new Interval(67.4, 75.8)));

        Assert.Equal("71.6", bar.End);
        Assert.Equal("67.4", bar.Low);
        Assert.Equal("75.8", bar.High);
    }

    [Fact]
    public void Grades_begin_at_the_lowest_grade_and_not_at_zero()
    {
        var scale = BarScale.For(Dimension(Unit.Grade, new RatingScale(1, 4, [])), []);

        Assert.Equal("0", scale.Bar(Value(1)).End);
        Assert.Equal("50", scale.Bar(Value(2.5)).End);
        Assert.Equal("100", scale.Bar(Value(4)).End);
    }

    [Fact]
    public void Seconds_end_at_the_largest_value_or_interval_of_the_column()
    {
        var scale = BarScale.For(Dimension(Unit.Seconds), [Value(2), null, Value(6, new Interval(4, 8))]);

        Assert.Equal(new BarScale(0, 8), scale);
    }

    [Fact]
    public void All_zero_and_no_values_still_give_a_scale()
    {
        Assert.Equal(new BarScale(0, 1), BarScale.For(Dimension(Unit.Seconds), [Value(0)]));
        Assert.Equal(new BarScale(0, 1), BarScale.For(Dimension(Unit.Usd), []));
    }

    [Fact]
    public void A_table_shows_money_far_apart_on_a_scale_of_equal_factors()
    {
        var scale = BarScale.OfTable(Dimension(Unit.Usd), [Value(0.002), null, Value(0.02), Value(0.2), Value(0)]);

        Assert.Equal(new BarScale(0.001, 0.2, IsLog: true), scale);
        var ends = new[] { 0, 0.001, 0.002, 0.02, 0.2 }.Select(value => double.Parse(scale.Bar(Value(value)).End, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(0, ends[0]);
        Assert.Equal(0, ends[1]);
        Assert.Equal(ends[3] - ends[2], ends[4] - ends[3], 0.11);
        Assert.Equal(100, ends[4]);
    }

    [Fact]
    public void Money_close_together_and_other_units_stay_on_a_scale_from_zero()
    {
        Assert.Equal(new BarScale(0, 9.9), BarScale.OfTable(Dimension(Unit.Usd), [Value(1), Value(9.9)]));
        Assert.Equal(new BarScale(0, 500), BarScale.OfTable(Dimension(Unit.Seconds), [Value(1), Value(500)]));
        Assert.Equal(new BarScale(0, 1), BarScale.OfTable(Dimension(Unit.Usd), []));
    }

    [Fact]
    public void An_interval_beyond_the_scale_is_cut_at_its_end()
    {
        var bar = BarScale.For(Dimension(Unit.Percent), []).Bar(Value(98, new Interval(92, 104)));

        Assert.Equal("100", bar.High);
    }

    private static Estimate Value(double value, Interval? interval = null) =>
        new() { Value = value, Interval = interval, Basis = Basis.ValueOnly, Evidence = ImmutableArray<Evidence>.Empty };

    private static Dimension Dimension(Unit unit, RatingScale? scale = null) => new()
    {
        Id = "d",
        Name = "D",
        Description = "",
        Metrics =
        [
            new Metric { Id = "m", Name = "M", Description = "", Unit = unit, Better = Direction.Higher, Methods = ["a"], Scale = scale },
        ],
    };
}
