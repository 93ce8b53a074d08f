using CrmBench.Site.Pages;
using CrmBench.Tests.Core.Scoring;
using Scriban.Runtime;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Pages;

public class ComparePageTests
{
    [Fact]
    public void Every_row_is_held_against_the_first_in_numbers_and_words()
    {
        var board = Board(World(("first", 80), ("near", 78.6), ("far", 40)));

        Assert.Equal("first", ((ScriptObject)board["first"]!)["label"]);
        Assert.Equal(["near", "far"], Rows(board, "label"));
        Assert.Equal(["worse by 1.4 points, may be chance", "worse by 40.0 points, more than chance"], Rows(board, "verdict"));
        Assert.Equal(["\u22121.4", "\u221240.0"], Rows(board, "difference").Select(figure => ((ScriptObject)figure!)["text"]));
    }

    [Fact]
    public void Equal_rows_show_no_difference() =>
        Assert.Equal(["no difference to be seen"], Rows(Board(World(("a", 80), ("b", 80))), "verdict"));

    [Fact]
    public void A_long_board_shows_thirty_rows_and_says_so()
    {
        var board = Board(World([.. Enumerable.Range(0, 45).Select(i => ($"m{i:00}", 90.0 - i))]));

        Assert.Equal(29, Rows(board, "label").Length);
        Assert.Equal("The first 30 of 45 complete rows.", board["more"]);
    }

    [Fact]
    public void A_board_with_one_row_has_nothing_to_compare() => Assert.Empty((ScriptArray)Page(World(("only", 80)))["boards"]!);

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
        var groups = (ScriptArray)Page(World(("a", 80), ("b", 70)))["choices"]!;
        var board = (ScriptObject)((ScriptArray)((ScriptObject)Assert.Single(groups)!)["boards"]!)[0]!;

        Assert.Equal("bench_r_programs", board["id"]);
        Assert.Equal(true, board["selected"]);
        Assert.Equal("/data/bench/r/programs.board.json", board["data"]);
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

    private static ScriptObject Page(SmallWorld world) => ComparePage.Model(new SiteIndex(world.Scored(), []), prose: null);

    private static ScriptObject Board(SmallWorld world) => (ScriptObject)Assert.Single((ScriptArray)Page(world)["boards"]!)!;

    private static object?[] Rows(ScriptObject board, string field) =>
        [.. ((ScriptArray)board["rows"]!).Cast<ScriptObject>().Select(row => row[field])];
}
