using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Scoring;

public class BelongingTests
{
    private static readonly Source Other = Origin with { Id = "o", Url = "https://example.org/other-board" };

    private static readonly Tiers Thresholds = new(false, [new("low", "Low", 0.1), new("high", "High", null)], "");

    [Fact]
    public void A_figure_of_the_model_from_a_source_that_gives_nothing_of_the_run_was_measured_elsewhere()
    {
        var board = World().Add("a", scores: [Score("solved", 80, "a", n: 50), Score("solved", 70, "b", n: 50), Seconds(2, Other)]).Board();

        Assert.Equal(Belonging.Model, board.Complete[0].Dimensions[1].Estimate!.Belonging);
        Assert.Equal(Belonging.Row, board.Complete[0].RankedBy.Estimate!.Belonging);
        Assert.False(board.Complete[0].Dimensions[1].IsComparable);
    }

    [Fact]
    public void A_figure_of_the_model_from_the_source_of_the_run_is_the_rows_own()
    {
        var board = World().Add("a", scores: [Score("solved", 80, "a", n: 50), Score("solved", 70, "b", n: 50), Seconds(2, Origin)]).Board();

        Assert.Equal(Belonging.Row, board.Complete[0].Dimensions[1].Estimate!.Belonging);
    }

    [Fact]
    public void A_row_that_has_nothing_but_figures_of_the_model_has_them_as_its_own()
    {
        var board = World().Add("a", scores: [Score("solved", 80), Seconds(2, Other)]).Board();

        Assert.All(board.Complete[0].Dimensions.Take(2), score => Assert.Equal(Belonging.Row, score.Estimate!.Belonging));
    }

    [Theory]
    [InlineData(true, Belonging.Model)]
    [InlineData(false, Belonging.Row)]
    public void What_a_source_says_of_itself_decides(bool elsewhere, Belonging belonging)
    {
        var source = (elsewhere ? Origin : Other) with { Elsewhere = elsewhere };
        var board = World().Add("a", scores: [Score("solved", 80, "a", n: 50), Score("solved", 70, "b", n: 50), Seconds(2, source)]).Board();

        Assert.Equal(belonging, board.Complete[0].Dimensions[1].Estimate!.Belonging);
    }

    [Fact]
    public void What_holds_for_all_use_cases_together_says_nothing_of_one()
    {
        var release = World().Add("a", scores: [Score("solved", 80, "a", n: 50), Score("solved", 70, "b", n: 50), Seconds(2, Origin)]).Release();

        Assert.Equal(Belonging.AllUseCases, release.BoardsOver(release.Observed.UseCases[0])[0].Complete[0].Dimensions[1].Estimate!.Belonging);
        Assert.Equal(Belonging.Row, release.Boards[0].Complete[0].Dimensions[1].Estimate!.Belonging);
    }

    // Low up to $0.10. Over a and b the first costs $0.06, the second $0.20 over a alone.
    [Fact]
    public void A_cost_over_some_use_cases_or_of_another_run_has_no_tier_and_no_place_on_the_frontier()
    {
        PublishedScore[] scores = [Score("solved", 80, "a", n: 50), Score("solved", 70, "b", n: 50)];
        var board = World()
            .Add("whole", scores: scores, costs: [Usd(0.04, "a"), Usd(0.08, "b")])
            .Add("part", scores: scores, costs: [Usd(0.02, "a")])
            .Add("elsewhere", scores: scores, costs: [new(MeasuredAt.Whole, 0.01, null, Other, new("costs.csv", 2))])
            .Board();
        var costs = board.Complete.ToDictionary(row => row.Model.Id, row => row.Dimensions[2]);

        Assert.Equal(new TierSpan(0, 0), costs["whole"].Tier);
        Assert.Null(costs["part"].Tier);
        Assert.Null(costs["elsewhere"].Tier);
        Assert.Equal([true, null, null], ((string[])["whole", "part", "elsewhere"]).Select(id => board.Complete.Single(row => row.Model.Id == id).OnCostFrontier));
        Assert.Equal(new TierSpan(0, 0), costs["part"].UseCases[0].Tier);
    }

    [Fact]
    public void The_best_is_one_that_has_a_figure_of_its_own_over_all_use_cases()
    {
        PublishedScore[] scores = [Score("solved", 80, "a", n: 50), Score("solved", 70, "b", n: 50)];
        var cost = World()
            .Add("whole", scores: scores, costs: [Usd(0.04, "a"), Usd(0.15, "b")])
            .Add("part", scores: scores, costs: [Usd(0.093, "a")])
            .Add("elsewhere", scores: scores, costs: [new(MeasuredAt.Whole, 0.01, null, Other, new("costs.csv", 2))])
            .Release().Leaders[0].Single(leader => leader.Dimension.Id == "cost");

        Assert.Equal("whole", cost.Row.Model.Id);
        Assert.Equal(Belonging.Row, cost.Belonging);
        Assert.Equal(["elsewhere", "part"], cost.Without.Select(row => row.Model.Id));
    }

    [Fact]
    public void Where_all_was_measured_elsewhere_the_best_of_it_is_said_to_be()
    {
        PublishedScore[] scores = [Score("solved", 80, "a", n: 50), Score("solved", 70, "b", n: 50)];
        var speed = World()
            .Add("slow", scores: [.. scores, Seconds(9, Other)])
            .Add("quick", scores: [.. scores, Seconds(2, Other)])
            .Release().Leaders[0].Single(leader => leader.Dimension.Id == "speed");

        Assert.Equal("quick", speed.Row.Model.Id);
        Assert.Equal(Belonging.Model, speed.Belonging);
    }

    [Fact]
    public void Partial_rows_over_the_same_use_cases_stand_together()
    {
        var board = World()
            .Add("b1", scores: [Score("solved", 90, "b", n: 50)])
            .Add("a1", scores: [Score("solved", 40, "a", n: 50)])
            .Add("b2", scores: [Score("solved", 10, "b", n: 50)])
            .Add("a2", scores: [Score("solved", 80, "a", n: 50)])
            .Board();

        Assert.Equal(["a2", "a1", "b1", "b2"], board.Partial.Select(row => row.Model.Id));
    }

    private static SmallWorld World() => new()
    {
        Dimensions =
        [
            Group("success", Percent("solved")),
            Group("speed", Plain("mean", Unit.Seconds)),
            Group("cost", Plain("usd", Unit.Usd)) with { Tiers = Thresholds },
        ],
        RankBy = "success",
    };

    private static PublishedScore Seconds(double value, Source source) => Score("mean", value) with { Source = source };

    private static PublishedCost Usd(double usd, string useCase) => new(new MeasuredAt(useCase, null), usd, null, Origin, new("costs.csv", 2));
}
