using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Scoring;

public class RankingTests
{
    [Fact]
    public void Equal_values_share_the_better_rank()
    {
        var board = Board(("one", 90), ("two", 80), ("three", 80), ("four", 70));

        Assert.Equal([1, 2, 2, 4], board.Complete.Select(row => row.Rank!.Value));
    }

    [Theory]
    [InlineData(null, new[] { 1, 2, 2, 4 })]
    [InlineData(200, new[] { 1, 2, 3, 4 })]
    public void Values_that_print_alike_share_a_rank_unless_they_have_intervals(int? n, int[] ranks)
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", Percent("solved"))] };
        foreach (var (model, solved) in ((string, double)[])[("one", 63.05), ("two", 63.04), ("three", 62.95), ("four", 62.94)])
        {
            world.Add(model, scores: [Score("solved", solved, "a", n: n)]);
        }

        Assert.Equal(ranks, world.Board().Complete.Select(row => row.Rank!.Value));
    }

    [Fact]
    public void Identical_models_could_each_have_any_rank()
    {
        var board = Board(("one", 80), ("two", 80), ("three", 80));

        Assert.All(board.Complete, row => Assert.Equal(new RankRange(1, 3), row.RankRange));
    }

    [Fact]
    public void The_order_in_which_submissions_stand_changes_no_range()
    {
        (string, double)[] models = [("one", 90), ("two", 84), ("three", 78), ("four", 60)];

        var forwards = Board(models).Complete.Select(row => (row.Model.Id, row.RankRange));
        var backwards = Board([.. models.Reverse()]).Complete.Select(row => (row.Model.Id, row.RankRange));

        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void A_far_worse_newcomer_changes_nobodys_range()
    {
        (string, double)[] models = [("one", 90), ("two", 84), ("three", 78)];

        var before = Board(models).Complete.Select(row => row.RankRange);
        var after = Board([.. models, ("worst", 5)]).Complete.Take(3).Select(row => row.RankRange);

        Assert.Equal(before, after);
    }

    [Fact]
    public void Ranges_over_the_whole_board_are_never_narrower_than_those_of_single_comparisons()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", Percent("solved"))] };
        for (var i = 0; i < 12; i++)
        {
            world.Add($"m{i}", scores: [Score("solved", 90 - (3 * i), "a", n: 100)]);
        }

        var single = world.Release().Boards[0].Complete.Select(row => row.RankRange!);
        var together = world.Release(holm: true).Boards[0].Complete.Select(row => row.RankRange!);

        Assert.All(single.Zip(together), ranges =>
        {
            Assert.True(ranges.Second.Best <= ranges.First.Best);
            Assert.True(ranges.Second.Worst >= ranges.First.Worst);
        });
        Assert.NotEqual(single, together);
    }

    [Fact]
    public void Lower_is_better_turns_the_board_round()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("speed", Plain("mean", Unit.Seconds))], RankBy = "speed" };

        var board = world
            .Add("slow", scores: [Score("mean", 9, "a", n: 100, sd: 1)])
            .Add("fast", scores: [Score("mean", 2, "a", n: 100, sd: 1)])
            .Board();

        Assert.Equal(["fast", "slow"], board.Complete.Select(row => row.Model.Id));
        Assert.Equal([new RankRange(1, 1), new RankRange(2, 2)], board.Complete.Select(row => row.RankRange));
    }

    [Fact]
    public void Pairing_on_shared_items_resolves_what_the_intervals_alone_leave_open()
    {
        // Items differ far more than models do: unpaired, a fifth of a grade drowns; paired, it shows on nearly every item.
        var random = Xoshiro256.FromText("pairing");
        var items = Enumerable.Range(0, 60).Select(i => (Item: $"i{i}", Grade: 1 + random.NextInt(3), Lift: random.NextInt(5) == 0)).ToArray();
        RatingTable Rated(bool lifted) =>
            Ratings(["facts"], items.Select(item => ("a", item.Item, "r", new int?[] { item.Grade + (lifted && item.Lift ? 1 : 0) })));

        var board = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] }
            .Add("better", Rated(lifted: true)).Add("plain", Rated(lifted: false)).Board();

        var (first, second) = (board.Complete[0].RankedBy.Estimate!.Interval!, board.Complete[1].RankedBy.Estimate!.Interval!);
        Assert.True(first.Low < second.High);
        Assert.Equal([new RankRange(1, 1), new RankRange(2, 2)], board.Complete.Select(row => row.RankRange));
    }

    [Fact]
    public void A_row_is_on_the_frontier_unless_another_is_as_good_and_as_cheap_and_better_in_one()
    {
        var world = new SmallWorld
        {
            UseCases = [Case("a")],
            Dimensions = [Group("accuracy", Percent("solved")), Group("cost", Plain("usd", Unit.Usd))],
        };
        void Add(string model, double solved, double? usd) => world.Add(
            model,
            scores: [Score("solved", solved, "a", n: 100)],
            costs: usd is null ? [] : [new(MeasuredAt.Whole, usd, null, Origin, new("costs.csv", 2))]);
        Add("best", 90, 0.5);
        Add("dear", 80, 0.9);
        Add("cheap", 70, 0.1);
        Add("unknown", 85, null);

        var frontier = world.Board().Complete.ToDictionary(row => row.Model.Id, row => row.OnCostFrontier);

        Assert.Equal((true, false, true, null), (frontier["best"], frontier["dear"], frontier["cheap"], frontier["unknown"]));
    }

    private static Leaderboard Board(params (string Model, double Solved)[] models)
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", Percent("solved"))] };
        foreach (var (model, solved) in models)
        {
            world.Add(model, scores: [Score("solved", solved, "a", n: 100)]);
        }

        return world.Board();
    }
}
