using CrmBench.Data.Writing;

namespace CrmBench.Tests.Data.Writing;

public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("56.00000000000001", "56")]
    [InlineData("57.99999999999999", "58")]
    [InlineData("35.66666666666667", "35.66666666666667")]
    [InlineData("77.67", "77.67")]
    [InlineData("83.0", "83.0")]
    public void Only_the_noise_of_binary_fractions_is_cut_off(string printed, string expected)
    {
        Assert.Equal(expected, DecimalText.WithoutBinaryExcess(printed));
    }

    [Theory]
    [InlineData("1.0", "100")]
    [InlineData("0.14223512336719885", "14.223512336719885")]
    [InlineData("0", "0")]
    public void A_share_becomes_percent_with_all_its_digits(string share, string percent)
    {
        Assert.Equal(percent, DecimalText.ShareToPercent(share));
    }

    // 44.7 percent of 114 calls are 51; 62.9 percent of 130 queries are no whole number of queries (SOURCE.md of CRMArena names it).
    [Theory]
    [InlineData("44.7", 114, 51)]
    [InlineData("59.64912280701754", 114, 68)]
    [InlineData("0.0", 130, 0)]
    [InlineData("62.9", 130, null)]
    [InlineData("13.9", 130, null)]
    public void A_percentage_is_a_count_only_if_the_count_prints_so(string percent, int whole, int? expected)
    {
        Assert.Equal(expected, DecimalText.AsCount(percent, whole));
    }

    // The mean of 1, 2 and 4 is 7/3; the sum of squared deviations is 14/3, so the variance with divisor 2 is 7/3.
    [Fact]
    public void Mean_and_standard_deviation_are_those_of_a_sample()
    {
        Assert.Equal(2.333333333333m, DecimalText.Mean([1, 2, 4]));
        Assert.Equal(1.5275252317m, DecimalText.StandardDeviation([1, 2, 4]));
        Assert.Null(DecimalText.StandardDeviation([3]));
    }
}
