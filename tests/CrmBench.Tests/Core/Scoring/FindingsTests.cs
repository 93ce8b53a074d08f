using CrmBench.Core.Scoring;
using CrmBench.Site.Pages;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Scoring;

public class FindingsTests
{
    // Of five rows there are ten pairs; one in twenty of ten equal pairs is half a finding.
    [Fact]
    public void A_board_says_how_many_of_its_findings_chance_alone_would_give()
    {
        var board = Board(holm: false, 95, 90, 60, 58, 20);
        var findings = Findings.Of(board)!;

        Assert.Equal((10, 8), (findings.Compared, findings.Worse));
        Assert.Equal(0.5, findings.ByChance, 12);
        Assert.Equal(
            "10\u00a0comparisons of ranked rows: 8 find one row worse. Were all rows equal, chance alone would give about 0.5, "
            + "and a first row that stands alone on at most 5\u00a0% of boards.",
            FindingsText.Of(board));
    }

    [Fact]
    public void Held_to_the_level_together_chance_gives_any_finding_at_most_that_often()
    {
        var board = Board(holm: true, 95, 90, 60, 58, 20);

        Assert.Equal(0.05, Findings.Of(board)!.ByChance, 12);
        Assert.Contains("by Holm’s method", FindingsText.Of(board), StringComparison.Ordinal);
    }

    [Fact]
    public void The_benchmark_says_how_its_comparisons_are_held_and_a_caller_may_ask_otherwise()
    {
        var alone = World(holm: false, 90, 80, 74, 70, 62, 58);
        var together = World(holm: true, 90, 80, 74, 70, 62, 58);

        Assert.Equal(alone.Release(holm: true).Boards[0].Complete.Select(row => row.RankRange), together.Board().Complete.Select(row => row.RankRange));
        Assert.NotEqual(alone.Board().Complete.Select(row => row.RankRange), together.Board().Complete.Select(row => row.RankRange));
    }

    [Fact]
    public void Leaders_are_held_against_others_as_the_ranks_are()
    {
        var release = World(holm: true, 90, 80, 74, 70, 62, 58).Release();

        Assert.All(release.Leaders[0][0].Others, other => Assert.Equal(other.Verdict == 0, other.Row.RankRange!.Best == 1));
    }

    [Fact]
    public void No_difference_reaches_beyond_the_ends_of_the_scale()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("success", Percent("solved"))], RankBy = "success" }
            .Add("all", scores: [Score("solved", 98, "a", n: 3, sd: 30)]).Add("none", scores: [Score("solved", 3, "a", n: 3, sd: 30)]);

        Assert.Equal(-100, world.Release().Leaders[0][0].Others[0].Interval!.Low);
    }

    private static Leaderboard Board(bool holm, params double[] values) => World(holm, values).Board();

    private static SmallWorld World(bool holm, params double[] values)
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("success", Percent("solved"))], RankBy = "success", Holm = holm };
        foreach (var (value, i) in values.Select((value, i) => (value, i)))
        {
            world.Add($"m{i}", scores: [Score("solved", value, "a", n: 100)]);
        }

        return world;
    }
}
