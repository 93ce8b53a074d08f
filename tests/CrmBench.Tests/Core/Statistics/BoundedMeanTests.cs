using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class BoundedMeanTests
{
    private static readonly ConfidenceLevel Level = new(0.95);
    private static readonly Interval Shares = new(0, 1);
    private static readonly Interval Grades = new(1, 4);

    [Theory]
    [InlineData(81, 263)]
    [InlineData(15, 148)]
    public void With_the_error_of_a_share_that_is_known_it_is_wilsons_interval(int successes, int trials)
    {
        var counts = new Proportion(successes, trials);
        var error = Math.Sqrt(counts.Estimate * (1 - counts.Estimate) / trials);

        var interval = BoundedMean.IntervalOf(new(counts.Estimate, error, double.PositiveInfinity, trials), Shares, Level)!;

        Assert.Equal(counts.WilsonInterval(Level).Low, interval.Low, 1e-12);
        Assert.Equal(counts.WilsonInterval(Level).High, interval.High, 1e-12);
    }

    // Nobody flagged in 30 items: Wilson's interval for 0 of 30 ends at z^2 / (30 + z^2).
    [Theory]
    [InlineData(0, 0, 0.113513)]
    [InlineData(1, 0.886487, 1)]
    public void Where_nobody_or_everybody_is_flagged_each_item_counts_as_one_trial(double share, double low, double high)
    {
        var alike = ClusteredMean.FromItems(Enumerable.Repeat(share, 30).ToArray())!;

        var interval = BoundedMean.IntervalOf(BoundedMean.WithLeastError(alike, Shares, Level), Shares, Level)!;

        Assert.Equal(low, interval.Low, 1e-6);
        Assert.Equal(high, interval.High, 1e-6);
    }

    [Fact]
    public void One_item_has_the_interval_of_one_trial()
    {
        var one = BoundedMean.WithLeastError(ClusteredMean.FromItems([1])!, Shares, Level);

        Assert.Equal(new Proportion(1, 1).WilsonInterval(Level).Low, BoundedMean.IntervalOf(one, Shares, Level)!.Low, 1e-12);
    }

    [Fact]
    public void Near_the_end_of_a_scale_it_stays_on_it_and_leans_away()
    {
        double[] ratings = [4, 4, 3, 4, 4, 2, 4, 3, 4, 4];
        var mean = ClusteredMean.FromItems(ratings)!;

        var interval = BoundedMean.IntervalOf(mean, Grades, Level)!;

        Assert.InRange(interval.High, mean.Value, 4);
        Assert.True(mean.Value - interval.Low > interval.High - mean.Value);
        Assert.True(interval.Low < mean.ToInterval(Level)!.Low);
    }

    [Fact]
    public void In_the_middle_of_a_scale_with_many_items_it_is_students()
    {
        double[] ratings = [.. Enumerable.Range(0, 400).Select(item => 2.0 + (item % 2))];
        var mean = ClusteredMean.FromItems(ratings)!;

        var (bounded, student) = (BoundedMean.IntervalOf(mean, Grades, Level)!, mean.ToInterval(Level)!);

        Assert.Equal(student.Low, bounded.Low, 1e-3);
        Assert.Equal(student.High, bounded.High, 1e-3);
    }

    [Fact]
    public void An_unknown_spread_is_never_taken_to_be_narrower_than_a_known_one()
    {
        // Of values between 0 and 1 with the mean 0.6, none vary more than these.
        var known = ClusteredMean.FromItems([.. Enumerable.Repeat(1.0, 30), .. Enumerable.Repeat(0.0, 20)])!;

        var bounded = BoundedMean.OfWidestSpread(0.6, 50, Shares, Level)!;

        Assert.Equal(known.StandardError!.Value, bounded.StandardError!.Value, 1e-12);
        Assert.Equal(known.DegreesOfFreedom, bounded.DegreesOfFreedom);
    }

    // An average of a cell without a flag and one with few: as many trials as its share allows would be next to none.
    [Fact]
    public void A_share_near_0_with_a_large_error_has_an_end_that_the_error_allows()
    {
        var interval = BoundedMean.IntervalOf(new(0.0005, 0.05, double.PositiveInfinity, 5), Shares, Level)!;

        Assert.InRange(interval.High, 0.1, 0.25);
    }

    [Fact]
    public void No_items_and_means_off_the_scale_have_no_interval()
    {
        Assert.Null(BoundedMean.IntervalOf(new(0.5, null, null, 0), Shares, Level));
        Assert.Null(BoundedMean.IntervalOf(new(4.1, 0.1, 9, 10), Grades, Level));
        Assert.Null(BoundedMean.OfWidestSpread(4.1, 10, Grades, Level));
        Assert.Null(BoundedMean.OfWidestSpread(2, 0, Grades, Level));
    }

    [Theory]
    [InlineData(0.5, 4.9e-324)]
    [InlineData(0.5, 1e-200)]
    [InlineData(0, 4.9e-324)]
    [InlineData(1, 1e-17)]
    public void An_error_too_small_for_arithmetic_leaves_an_interval_at_the_mean(double mean, double error)
    {
        var interval = BoundedMean.IntervalOf(new(mean, error, 19, 20), Shares, Level)!;

        Assert.InRange(interval.Low, mean - 1e-15, mean);
        Assert.InRange(interval.High, mean, mean + 1e-15);
    }
}
