using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Scoring;

/// <summary>The board of one use case: what orders it, and who is best on each count.</summary>
public class UseCaseBoardTests
{
    // Trust is stated once for each model; cost and seconds stand in the use case's profile.
    private static SmallWorld World() => new()
    {
        UseCases = [Case("a", "short"), Case("b", "short")],
        Profiles = [new("short", "Short", 100, 100)],
        Dimensions =
        [
            Group("accuracy", Percent("solved")),
            Group("cost", Plain("usd", Unit.Usd)),
            Group("speed", Plain("seconds", Unit.Seconds)),
            Group("trust", Percent("safety")),
        ],
        RankBy = "trust",
    };

    private static readonly MeasuredAt Short = new(null, "short");

    private static PublishedScore At(string metric, double value, MeasuredAt at) => Score(metric, value) with { At = at };

    private static SmallWorld Published() => World()
        .Add("safe", scores: [At("usd", 0.02, Short), At("seconds", 4, Short), Score("safety", 90)])
        .Add("cheap", scores: [At("usd", 0.01, Short), At("seconds", 4, Short)])
        .Add("quick", scores: [At("seconds", 2, Short), Score("safety", 70)]);

    [Fact]
    public void A_figure_for_all_use_cases_alike_does_not_order_the_rows_of_one()
    {
        var board = Published().Release().BoardsOver(Case("a"))[0];

        Assert.Equal("cost", board.RankBy.Id);
        Assert.Equal(["cheap", "safe"], board.Complete.Select(row => row.Model.Id));
        Assert.Equal(["quick"], board.Unscored.Select(row => row.Model.Id));
    }

    [Fact]
    public void The_board_over_all_use_cases_keeps_the_dimension_of_its_release() =>
        Assert.Equal("trust", Published().Release().Boards[0].RankBy.Id);

    [Fact]
    public void A_dimension_measured_in_the_use_case_orders_its_rows()
    {
        var board = Published().Add("graded", scores: [Score("solved", 50, "a", n: 10)]).Release().BoardsOver(Case("a"))[0];

        Assert.Equal("accuracy", board.RankBy.Id);
    }

    [Fact]
    public void A_use_case_of_which_nothing_was_measured_stays_with_the_release_s_dimension()
    {
        var board = World().Add("safe", scores: [Score("safety", 90)]).Release().BoardsOver(Case("a"))[0];

        Assert.Equal("trust", board.RankBy.Id);
    }

    [Fact]
    public void Each_dimension_has_a_best_row_of_all_that_were_measured_on_it()
    {
        var leaders = ScoredRelease.LeadersOver(Published().Release().BoardsOver(Case("a"))[0]);

        Assert.Equal(
            [("cost", "cheap", 1, Belonging.Row), ("speed", "quick", 2, Belonging.Row), ("trust", "safe", 1, Belonging.AllUseCases)],
            leaders.Select(leader => (leader.Dimension.Id, leader.Row.Model.Id, leader.Others.Length, leader.Belonging)));
    }
}
