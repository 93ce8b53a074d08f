using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Tests.Core.Statistics;

// The benchmark project runs the same study over many more worlds.
public class CoverageTests
{
    private const int Worlds = 2000;

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(100)]
    [InlineData(300)]
    public void Intervals_of_mean_ratings_by_three_raters_cover_93_to_97_percent(int items) =>
        Assert.InRange(CoverageStudy.OfMean(items, Worlds), 0.93, 0.97);

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(100)]
    [InlineData(300)]
    public void Intervals_of_paired_differences_cover_93_to_97_percent(int items) =>
        Assert.InRange(CoverageStudy.OfPairedDifference(items, Worlds), 0.93, 0.97);

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void Equal_models_are_told_apart_in_3_to_7_percent_of_the_worlds(int items) =>
        Assert.InRange(CoverageStudy.OfFalseAlarm(items, Worlds), 0.03, 0.07);

    [Fact]
    public void Intervals_of_means_over_use_cases_cover_93_to_97_percent() =>
        Assert.InRange(CoverageStudy.OfMeanOverUseCases(10, Worlds), 0.93, 0.97);

    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    public void Intervals_of_shares_with_repeated_trials_cover_93_to_97_percent(int tasks) =>
        Assert.InRange(CoverageStudy.OfClusteredShare(tasks, Worlds), 0.93, 0.97);

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(100)]
    public void Intervals_that_ignore_the_items_cover_far_too_little(int items) =>
        Assert.True(CoverageStudy.OfNaiveMean(items, Worlds) < 0.90);
}
