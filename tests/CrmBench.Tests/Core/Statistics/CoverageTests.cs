using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Tests.Core.Statistics;

// The benchmark project prints the same table over many more worlds.
public class CoverageTests
{
    private const int Worlds = 1000;

    // Three standard deviations of a share of 0.95 seen in so many worlds.
    private const double Chance = 0.02;

    public static TheoryData<string, int> Questions()
    {
        var data = new TheoryData<string, int>();
        foreach (var (name, _) in CoverageStudy.Questions)
        {
            data.Add(name, 5);
            data.Add(name, 10);
            data.Add(name, 30);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Nominal_95_percent_covers_no_less_for_any_kind_of_figure(string question, int items)
    {
        var coverage = CoverageStudy.Questions.Single(one => one.Name == question).Coverage;
        Assert.All(CoverageKind.All, kind => Assert.True(
            coverage(kind, items, Worlds) >= 0.93 - Chance, $"{kind.Name}: {coverage(kind, items, Worlds)}"));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(100)]
    public void Where_there_are_items_enough_it_covers_no_more_either(int items)
    {
        CoverageKind[] kinds = [CoverageKind.Grades("mid", 2.5), CoverageKind.Flags(0.5), CoverageKind.PassPowers(0.6)];
        Assert.All(kinds, kind => Assert.InRange(CoverageStudy.OfCell(kind, items, Worlds), 0.93 - Chance, 0.97 + Chance));
        Assert.All(kinds, kind => Assert.InRange(CoverageStudy.OfUseCases(kind, items, Worlds), 0.93 - Chance, 0.97 + Chance));
    }

    [Fact]
    public void Metrics_of_the_same_answers_taken_as_independent_cover_far_too_little() =>
        Assert.True(CoverageStudy.OfMetricsAsIndependent(CoverageKind.Proportions(0.5), 100, Worlds) < 0.85);

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void Intervals_of_paired_differences_cover_93_to_97_percent(int items) =>
        Assert.InRange(CoverageStudy.OfPairedDifference(items, 2 * Worlds), 0.93, 0.97);

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void Equal_models_are_told_apart_in_3_to_7_percent_of_the_worlds(int items) =>
        Assert.InRange(CoverageStudy.OfFalseAlarm(items, 2 * Worlds), 0.03, 0.07);

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void Intervals_that_ignore_the_items_cover_far_too_little(int items) =>
        Assert.True(CoverageStudy.OfNaiveMean(items, Worlds) < 0.90);
}
