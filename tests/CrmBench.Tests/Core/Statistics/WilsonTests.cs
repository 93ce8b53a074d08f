using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Tests.Core.Statistics;

public class WilsonTests
{
    private static readonly ConfidenceLevel Level = new(0.95);

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

    // Brown, Cai and DasGupta (2001): with one success the lower end is -ln(level) / n; their figure for 1 of 30 at 95 %.
    [Theory]
    [InlineData(1, 30, 0.05129 / 30)]
    [InlineData(2, 40, 0.35536 / 40)]
    [InlineData(3, 60, 0.81769 / 60)]
    public void With_few_successes_the_lower_end_is_that_of_a_poisson_count(int successes, int trials, double low)
    {
        var (counts, mirrored) = (new Proportion(successes, trials), new Proportion(trials - successes, trials));

        Assert.Equal(low, Wilson.OfCounts(counts, Level).Low, 1e-6);
        Assert.Equal(1 - low, Wilson.OfCounts(mirrored, Level).High, 1e-6);
        Assert.Equal(counts.WilsonInterval(Level).High, Wilson.OfCounts(counts, Level).High);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(4, 20)]
    [InlineData(10, 20)]
    public void Elsewhere_it_is_wilsons(int successes, int trials) =>
        Assert.Equal(new Proportion(successes, trials).WilsonInterval(Level), Wilson.OfCounts(new(successes, trials), Level));

    [Theory]
    [InlineData(0.97, 5)]
    [InlineData(0.9, 5)]
    [InlineData(0.9, 10)]
    [InlineData(0.98, 50)]
    public void Near_the_ends_no_number_of_trials_covers_less_than_93_percent(double share, int trials) =>
        Assert.True(ExactCoverage.OfCounts(share, trials, Level) > 0.93);
}
