using CrmBench.Site.Pages;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Pages;

public class ComparePageTests
{
    [Fact]
    public void Every_row_is_held_against_the_first_in_numbers_and_words()
    {
        var board = Board(World(("first", 80), ("near", 78.6), ("far", 40)));

        Assert.Equal("first", board.First.Label);
        Assert.Equal(["near", "far"], board.Rows.Select(row => row.Label));
        Assert.Equal(["worse by 1.4 points, may be chance", "worse by 40.0 points, more than chance"], board.Rows.Select(row => row.Verdict));
        Assert.Equal(["\u22121.4", "\u221240.0"], board.Rows.Select(row => row.Difference!.Text));
    }

    [Fact]
    public void Equal_rows_show_no_difference() =>
        Assert.Equal(["no difference to be seen"], Board(World(("a", 80), ("b", 80))).Rows.Select(row => row.Verdict));

    [Fact]
    public void A_long_board_shows_thirty_rows_and_says_so()
    {
        var board = Board(World([.. Enumerable.Range(0, 45).Select(i => ($"m{i:00}", 90.0 - i))]));

        Assert.Equal(29, board.Rows.Length);
        Assert.Equal("The first 30 of 45 complete rows.", board.More);
    }

    [Fact]
    public void A_board_with_one_row_has_nothing_to_compare() => Assert.Empty(Page(World(("only", 80))).Boards);

    [Fact]
    public void Every_figure_of_the_page_is_among_the_computed_ones_under_its_key()
    {
        var world = World(("first", 80), ("near", 78.6), ("far", 40));
        var computed = ComputedValues.Of(world.Scored());

        var keys = ComputedValues.KeysIn(Page(world)).ToArray();

        Assert.Contains("bench/r/programs/near/success*leader", keys);
        Assert.Equal(-1.4, computed["bench/r/programs/near/success*leader"], 12);
        Assert.All(keys, key => Assert.True(computed.ContainsKey(key), key));
    }

    [Fact]
    public void The_list_to_pick_from_has_every_board_and_begins_with_the_featured_one()
    {
        var board = Assert.Single(Page(World(("a", 80), ("b", 70))).Choices).Boards[0];

        Assert.Equal("bench_r_programs", board.Id);
        Assert.True(board.Selected);
        Assert.Equal("/data/bench/r/programs.board.json", board.Data);
    }

    private static SmallWorld World(params (string Model, double Solved)[] rows)
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("success", Percent("solved"))], RankBy = "success" };
        foreach (var (model, solved) in rows)
        {
            world.Add(model, scores: [Score("solved", solved, "a", n: 100)]);
        }

        return world;
    }

    private static ComparePageModel Page(SmallWorld world) => ComparePage.Model(new SiteIndex(world.Scored(), []), prose: null);

    private static AgainstSection Board(SmallWorld world) => Assert.Single(Page(world).Boards);
}
