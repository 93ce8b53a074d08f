using CrmBench.Data.Sanity;

namespace CrmBench.Tests.Data.Sanity;

public class GrimTests
{
    // Brown and Heathers (2017): 28 people cannot have a mean of 5.19; the nearest are 5.18 and 5.21.
    [Theory]
    [InlineData(5.19, 2, 28, false)]
    [InlineData(5.18, 2, 28, true)]
    [InlineData(5.21, 2, 28, true)]
    [InlineData(3.5, 1, 2, true)]
    [InlineData(3.5, 1, 3, false)]
    [InlineData(3.33, 2, 3, true)]
    [InlineData(0.125, 3, 8, true)]
    public void A_mean_is_possible_if_a_whole_sum_rounds_to_it(double mean, int decimals, int count, bool expected) =>
        Assert.Equal(expected, Grim.IsPossible(mean, decimals, count));

    [Fact]
    public void Halves_may_have_been_rounded_either_way()
    {
        Assert.True(Grim.IsPossible(0.12, 2, 8));
        Assert.True(Grim.IsPossible(0.13, 2, 8));
    }

    [Fact]
    public void Every_mean_that_whole_numbers_have_is_possible()
    {
        for (var count = 1; count <= 60; count++)
        {
            for (var sum = count; sum <= 7 * count; sum++)
            {
                Assert.True(Grim.IsPossible(Math.Round((double)sum / count, 2), 2, count), $"{sum} of {count}");
            }
        }
    }
}
