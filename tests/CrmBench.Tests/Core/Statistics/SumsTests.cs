using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class SumsTests
{
    // Neumaier's own example: plain addition gives 0.
    [Fact]
    public void What_rounding_loses_is_carried() => Assert.Equal(2, Sums.Total([1, 1e100, 1, -1e100]));

    [Fact]
    public void Many_small_terms_do_not_drift()
    {
        var values = Enumerable.Repeat(0.1, 1_000_000).ToArray();

        Assert.Equal(100_000, Sums.Total(values)!.Value, 1e-9);
        Assert.Equal(0.1, Sums.Mean(values)!.Value, 1e-16);
    }

    [Fact]
    public void Nothing_adds_up_to_0_but_has_no_mean()
    {
        Assert.Equal(0, Sums.Total([]));
        Assert.Null(Sums.Mean([]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.MaxValue)]
    public void What_is_not_finite_or_too_large_has_no_sum(double value) => Assert.Null(Sums.Total([value, value, 1]));
}
