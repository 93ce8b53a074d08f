using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class PercentileTests
{
    private static readonly ConfidenceLevel Level = new(0.95);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    public void Type_7_interpolates_between_neighbours(double p, double value) => Assert.Equal(value, Percentile.Type7([1, 2, 3, 4], p));

    [Fact]
    public void The_publishers_quantiles_of_19_groups_come_back()
    {
        var requests = OracleTable.Read("llmperf-requests.csv").Rows
            .Where(row => row["error_code"] is "")
            .ToLookup(row => (row["provider"], row["model"]));
        var summary = OracleTable.Read("llmperf-summary.csv").Rows;

        Assert.Equal(19, summary.Count);
        foreach (var group in summary)
        {
            var successes = requests[(group["provider"], group["model"])].ToArray();
            foreach (var (ours, theirs) in ((string, string)[])[("end_to_end_latency_s", "e2e"), ("ttft_s", "ttft")])
            {
                var sorted = successes.Select(row => row.Number(ours)).Order().ToArray();
                foreach (var p in (int[])[25, 50, 75, 90, 95, 99])
                {
                    Assert.Equal(1, Percentile.Type7(sorted, p / 100.0)!.Value / group.Number($"{theirs}_p{p}"), 1e-12);
                }
            }
        }
    }

    [Fact]
    public void Nothing_and_what_is_not_finite_have_no_percentile()
    {
        Assert.Null(Percentile.Type7([], 0.5));
        Assert.Null(Percentile.Type7([double.NaN, 1], 0.5));
        Assert.Null(Percentile.Interval([1, double.PositiveInfinity], 0.5, Level));
    }

    [Fact]
    public void One_value_is_every_percentile_of_itself_without_an_interval()
    {
        Assert.Equal(3, Percentile.Type7([3], 0.99));
        Assert.Null(Percentile.Interval([3], 0.5, Level));
    }

    [Fact]
    public void Values_out_of_order_are_refused() => Assert.Throws<ArgumentException>(() => Percentile.Type7([2, 1], 0.5));

    // Ranks of the 95 % interval for a median: W. J. Conover, Practical Nonparametric Statistics, and other tables of the sign test.
    [Theory]
    [InlineData(6, 1, 6)]
    [InlineData(10, 2, 9)]
    [InlineData(20, 6, 15)]
    [InlineData(30, 10, 21)]
    [InlineData(50, 18, 33)]
    [InlineData(100, 40, 61)]
    public void The_interval_of_a_median_has_the_published_ranks(int count, int low, int high)
    {
        var ranks = Enumerable.Range(1, count).Select(rank => (double)rank).ToArray();

        Assert.Equal(new Interval(low, high), Percentile.Interval(ranks, 0.5, Level));
    }

    [Theory]
    [InlineData(5, 0.5)]
    [InlineData(50, 0.99)]
    [InlineData(50, 0.01)]
    [InlineData(300, 0.99)]
    [InlineData(10, 0.0)]
    [InlineData(10, 1.0)]
    public void A_sample_too_small_for_the_level_has_no_interval(int count, double p) =>
        Assert.Null(Percentile.Interval(Enumerable.Range(1, count).Select(rank => (double)rank).ToArray(), p, Level));

    // The number of values below the true percentile is binomial, so the coverage can be summed exactly.
    [Theory]
    [InlineData(60, 0.25)]
    [InlineData(150, 0.5)]
    [InlineData(150, 0.95)]
    [InlineData(400, 0.99)]
    public void The_interval_reaches_its_level_and_no_narrower_one_on_either_side_would(int count, double p)
    {
        var interval = Percentile.Interval(Enumerable.Range(1, count).Select(rank => (double)rank).ToArray(), p, Level)!;
        var (low, high) = ((int)interval.Low, (int)interval.High);

        Assert.True(Below(low) <= 0.025 && Below(low + 1) > 0.025);
        Assert.True(1 - Below(high) <= 0.025 && 1 - Below(high - 1) > 0.025);

        double Below(int rank) => MathNet.Numerics.Distributions.Binomial.CDF(p, count, rank - 1);
    }

    [Fact]
    public void A_sample_of_one_value_repeated_has_that_value_as_its_interval() =>
        Assert.Equal(new Interval(2, 2), Percentile.Interval(Enumerable.Repeat(2.0, 30).ToArray(), 0.5, Level));
}
