using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Scoring;

public class LeaderScorerTests
{
    [Fact]
    public void The_best_row_leads_each_dimension_and_the_others_follow_best_first()
    {
        var leaders = Leaders(Priced(("good", 90, 0.9), ("middle", 70, 0.1), ("poor", 50, 0.4)));

        Assert.Equal(["success", "cost"], leaders.Select(leader => leader.Dimension.Id));
        Assert.Equal(["good", "middle"], leaders.Select(leader => leader.Row.Model.Id));
        Assert.Equal([["middle", "poor"], ["poor", "good"]], leaders.Select(leader => leader.Others.Select(other => other.Row.Model.Id)));
    }

    [Fact]
    public void A_row_without_a_figure_is_named_and_not_compared()
    {
        var cost = Leaders(Priced(("good", 90, null), ("middle", 70, 0.1), ("poor", 50, 0.4)))[1];

        Assert.Equal(["good"], cost.Without.Select(row => row.Model.Id));
        Assert.Equal(["poor"], cost.Others.Select(other => other.Row.Model.Id));
    }

    [Fact]
    public void A_dimension_that_no_complete_row_has_has_no_leader() =>
        Assert.Equal(["success"], Leaders(Priced(("good", 90, null), ("poor", 50, null))).Select(leader => leader.Dimension.Id));

    [Fact]
    public void A_partial_row_leads_nothing()
    {
        var world = new SmallWorld { UseCases = [Case("a"), Case("b")], Dimensions = [Group("success", Percent("solved"))], RankBy = "success" }
            .Add("partial", scores: [Score("solved", 99, "a", n: 100)])
            .Add("complete", scores: [Score("solved", 40, "a", n: 100), Score("solved", 40, "b", n: 100)]);

        var leader = Assert.Single(Leaders(world));

        Assert.Equal("complete", leader.Row.Model.Id);
        Assert.Empty(leader.Others);
    }

    [Fact]
    public void Differences_are_the_row_less_the_leader_and_verdicts_say_who_is_better()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("speed", Plain("mean", Unit.Seconds))], RankBy = "speed" }
            .Add("fast", scores: [Score("mean", 2, "a", n: 100, sd: 1)])
            .Add("near", scores: [Score("mean", 2.1, "a", n: 100, sd: 1)])
            .Add("slow", scores: [Score("mean", 9, "a", n: 100, sd: 1)]);

        var others = Leaders(world)[0].Others;

        Assert.Equal([0.1, 7], others.Select(other => other.Value), (expected, actual) => Math.Abs(expected - actual) < 1e-12);
        Assert.Equal([0, -1], others.Select(other => other.Verdict));
        Assert.All(others, other => Assert.False(other.IsPaired));
        // Two means of 100 with a spread of 1: the error is sqrt(2 / 100), and t of 198 degrees of freedom leaves 2.5 % above 1.97202.
        Assert.Equal(0.1 - (1.97202 * Math.Sqrt(0.02)), others[0].Interval!.Low, 5);
    }

    [Fact]
    public void Rows_rated_on_the_same_items_are_compared_item_by_item()
    {
        int[] first = [4, 4, 3, 4, 3, 4, 2, 4, 3, 4];
        int[] second = [3, 4, 3, 3, 2, 4, 2, 3, 3, 3];
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] }
            .Add("first", Rated(first)).Add("second", Rated(second));

        var other = Assert.Single(Leaders(world)[0].Others);

        // Differences of -1 on five of ten items: mean -0.5, spread sqrt(5 / 18); t of 9 degrees of freedom leaves 2.5 % above 2.262157.
        var half = 2.262157 * Math.Sqrt(5.0 / 18 / 10);
        Assert.True(other.IsPaired);
        Assert.Equal(-0.5, other.Value, 12);
        Assert.Equal(-0.5 - half, other.Interval!.Low, 6);
        Assert.Equal(-0.5 + half, other.Interval!.High, 6);
        Assert.Equal(-1, other.Verdict);
    }

    [Fact]
    public void Figures_without_spread_leave_the_verdict_open_unless_they_are_equal()
    {
        var cost = Leaders(Priced(("a", 90, 0.1), ("b", 80, 0.1), ("c", 70, 0.2)))[1];

        Assert.Equal([0, null], cost.Others.Select(other => other.Verdict));
        Assert.All(cost.Others, other => Assert.Null(other.Interval));
    }

    [Fact]
    public void Verdicts_agree_with_the_rank_ranges()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("success", Percent("solved"))], RankBy = "success" };
        for (var i = 0; i < 15; i++)
        {
            world.Add($"m{i:00}", scores: [Score("solved", 90 - (4 * i), "a", n: 80)]);
        }

        var leader = Leaders(world)[0];

        Assert.Contains(leader.Others, other => other.Verdict == 0);
        Assert.Contains(leader.Others, other => other.Verdict == -1);
        Assert.All(leader.Others, other => Assert.Equal(other.Verdict == 0, other.Row.RankRange!.Best == 1));
    }

    private static DimensionLeader[] Leaders(SmallWorld world) => [.. world.Release().Leaders[0]];

    private static RatingTable Rated(int[] grades) =>
        Ratings(["facts"], grades.Select((grade, i) => ("a", $"i{i}", "r", new int?[] { grade })));

    private static SmallWorld Priced(params (string Model, double Solved, double? Usd)[] rows)
    {
        var world = new SmallWorld
        {
            UseCases = [Case("a")],
            Dimensions = [Group("success", Percent("solved")), Group("cost", Plain("usd", Unit.Usd))],
            RankBy = "success",
        };
        foreach (var (model, solved, usd) in rows)
        {
            world.Add(
                model,
                scores: [Score("solved", solved, "a", n: 100)],
                costs: usd is null ? [] : [new(MeasuredAt.Whole, usd, null, Origin, new("costs.csv", 2))]);
        }

        return world;
    }
}
