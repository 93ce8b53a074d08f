using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Tests.Core.Statistics;

public class WilsonTests
{
    private static readonly ConfidenceLevel Level = ConfidenceLevel.NinetyFive;

    // Newcombe, Stat. Med. 17 (1998) 857-872, table I, method 3: published to four decimals.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_agrees_with_the_published_table(int successes, int trials, double low, double high)
    {
        var interval = new Proportion(successes, trials).WilsonInterval(Level);

        Assert.Equal(low, interval.Low, 0.00005);
        Assert.Equal(high, interval.High, 0.00005);
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(-1, 4)]
    [InlineData(0, 0)]
    public void More_successes_than_trials_and_none_of_nothing_are_refused(int successes, int trials) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(successes, trials));

    [Fact]
    public void The_interval_holds_its_estimate_lies_within_0_and_1_and_is_never_a_point()
    {
        for (var trials = 1; trials <= 60; trials++)
        {
            for (var successes = 0; successes <= trials; successes++)
            {
                var proportion = new Proportion(successes, trials);
                var interval = proportion.WilsonInterval(Level);

                Assert.True(interval.Contains(proportion.Estimate));
                Assert.InRange(interval.Low, 0, 1);
                Assert.InRange(interval.High, 0, 1);
                Assert.True(interval.HalfWidth > 0);
            }
        }
    }

    [Fact]
    public void Failures_mirror_successes()
    {
        var (few, many) = (new Proportion(3, 40).WilsonInterval(Level), new Proportion(37, 40).WilsonInterval(Level));

        Assert.Equal(few.Low, 1 - many.High, 1e-15);
        Assert.Equal(few.High, 1 - many.Low, 1e-15);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.98)]
    public void Exact_coverage_averages_94_to_97_percent_and_never_falls_under_88(double share)
    {
        var coverage = Enumerable.Range(10, 291).Select(trials => ExactCoverage.OfWilson(share, trials, Level)).ToArray();

        Assert.InRange(coverage.Average(), 0.94, 0.97);
        Assert.True(coverage.Min() >= 0.88, $"The least coverage is {coverage.Min():F4}.");
    }

    [Theory]
    [InlineData(double.NaN, 10)]
    [InlineData(1.1, 10)]
    [InlineData(-0.1, 10)]
    [InlineData(0.5, 0)]
    [InlineData(0.5, double.NaN)]
    [InlineData(0.5, double.PositiveInfinity)]
    public void A_share_or_a_number_of_trials_out_of_range_has_no_interval(double share, double trials)
    {
        Assert.Null(Wilson.Interval(share, trials, Level));
        Assert.Null(Wilson.Bounded(share, trials, Level));
    }

    [Fact]
    public void Trials_need_not_be_whole()
    {
        var between = Wilson.Interval(0.5, 20.5, Level)!.HalfWidth;

        Assert.InRange(between, Wilson.Interval(0.5, 21, Level)!.HalfWidth, Wilson.Interval(0.5, 20, Level)!.HalfWidth);
    }

    [Fact]
    public void Trials_that_repeat_within_items_count_as_fewer()
    {
        // 40 items with 5 trials each, all alike within an item: no more is known than from 40 trials.
        var shares = Enumerable.Range(0, 40).Select(item => item < 30 ? 1.0 : 0.0).ToArray();

        var clustered = Wilson.Clustered(ClusteredMean.FromItems(shares)!, Level, trials: 200)!;

        Assert.True(clustered.HalfWidth >= new Proportion(30, 40).WilsonInterval(Level).HalfWidth);
        Assert.True(clustered.HalfWidth > 2 * new Proportion(150, 200).WilsonInterval(Level).HalfWidth);
    }

    [Fact]
    public void Trials_of_one_item_never_count_as_more_than_independent_ones()
    {
        // Nearly every item has 2 successes in 4 trials: by chance hardly any spread.
        var shares = Enumerable.Repeat(0.5, 39).Append(0.75).ToArray();

        var clustered = Wilson.Clustered(ClusteredMean.FromItems(shares)!, Level, trials: 160)!;

        Assert.True(clustered.HalfWidth >= Wilson.Interval(shares.Average(), 160, Level)!.HalfWidth);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(0.5)]
    public void Items_all_alike_count_as_one_trial_each(double share)
    {
        var alike = ClusteredMean.FromItems(Enumerable.Repeat(share, 25).ToArray())!;

        Assert.Equal(Wilson.Interval(share, 25, Level), Wilson.Clustered(alike, Level, trials: 100));
    }

    [Fact]
    public void No_items_and_values_that_are_no_shares_have_no_clustered_interval()
    {
        Assert.Null(Wilson.Clustered(new MeanEstimate(0.5, null, null, 0), Level));
        Assert.Null(Wilson.Clustered(new MeanEstimate(3.5, 0.1, 9, 10), Level));
    }

    [Fact]
    public void A_bounded_mean_keeps_within_its_scale_and_is_wider_than_the_t_interval()
    {
        double[] ratings = [4, 4, 3, 4, 4, 2, 4, 3, 4, 4, 4, 3];
        var estimate = ClusteredMean.FromItems(ratings)!;
        var scale = new Interval(1, 4);

        var bounded = Wilson.Bounded(estimate.Value, estimate.Count, scale, Level)!;

        Assert.InRange(bounded.Low, 1, estimate.Value);
        Assert.InRange(bounded.High, estimate.Value, 4);
        Assert.True(bounded.HalfWidth > estimate.ToInterval(Level)!.HalfWidth);
    }

    [Fact]
    public void A_mean_off_its_scale_has_no_bounded_interval() =>
        Assert.Null(Wilson.Bounded(4.1, 10, new Interval(1, 4), Level));
}
