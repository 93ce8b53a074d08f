using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class GrimTests
{
    // Brown and Heathers (2017), their example: 28 whole numbers can have a mean of 5.18 or 5.21, not of 5.19.
    [Theory]
    [InlineData(5.18, true)]
    [InlineData(5.19, false)]
    [InlineData(5.21, true)]
    public void The_papers_example_comes_back(double mean, bool possible) => Assert.Equal(possible, Grim.IsPossible(mean, 2, 28));

    [Theory]
    [InlineData(3.5, 1, 1, 1, false)]
    [InlineData(3.5, 1, 1, 0.5, true)]
    [InlineData(3.33, 2, 3, 1, true)]
    [InlineData(3.34, 2, 3, 1, false)]
    [InlineData(3.13, 2, 8, 1, true)]
    [InlineData(3.12, 2, 8, 1, true)]
    [InlineData(3.3, 1, 10, 1, true)]
    [InlineData(-1.5, 1, 2, 1, true)]
    [InlineData(0, 2, 7, 1, true)]
    public void A_mean_is_possible_when_some_sum_rounds_to_it(double mean, int decimals, int count, double step, bool possible) =>
        Assert.Equal(possible, Grim.IsPossible(mean, decimals, count, step));

    [Fact]
    public void Every_mean_of_whole_numbers_passes_as_printed()
    {
        for (var count = 1; count <= 120; count++)
        {
            for (var sum = count; sum <= 4 * count; sum++)
            {
                Assert.True(Grim.IsPossible((double)Math.Round((decimal)sum / count, 2), 2, count));
            }
        }
    }

    [Fact]
    public void With_more_values_than_the_digits_can_tell_everything_passes() =>
        Assert.All(Enumerable.Range(100, 300), hundredths => Assert.True(Grim.IsPossible(hundredths / 100.0, 2, 150)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_not_possible(double mean) => Assert.False(Grim.IsPossible(mean, 2, 10));
}
