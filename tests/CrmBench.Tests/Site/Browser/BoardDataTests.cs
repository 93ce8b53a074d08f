using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Tests.Core.Scoring;
using CrmBench.Tests.EndToEnd;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Browser;

public class BoardDataTests
{
    public static TheoryData<string> Benchmarks => [.. BoardResults.Releases.Select(release => release.Boards[0].Benchmark.Id).Distinct()];

    [Fact]
    public void A_figure_that_holds_for_several_use_cases_is_written_once()
    {
        var world = new SmallWorld
        {
            UseCases = [Case("a", "short"), Case("b", "short"), Case("c")],
            Profiles = [new("short", "Short", 500, 250)],
            Dimensions = [Group("accuracy", Percent("solved")), Group("speed", Plain("mean", Unit.Seconds))],
        };
        var onProfile = Score("mean", 2) with { At = new MeasuredAt(null, "short") };

        var file = Parse(world.Add("m", scores: [Score("solved", 50, "a"), Score("solved", 60), onProfile]).Release());

        Assert.Equal([50, 60, 2], Numbers(file.GetProperty("figures").GetProperty("value")));
        Assert.Equal([1, 2, 2, 3, 3, 0], Numbers(file.GetProperty("layouts")[0]));
    }

    [Fact]
    public void Rows_with_figures_in_the_same_cells_share_a_layout_and_rows_without_a_value_in_one_do_not()
    {
        var world = new SmallWorld
        {
            UseCases = [Case("a")],
            Dimensions = [Group("accuracy", Percent("solved")), Group("cost", Plain("usd", Unit.Usd))],
        };
        PublishedCost Cost(double? usd) => new(MeasuredAt.Whole, usd, null, Origin, new("costs.csv", 2));

        var file = Parse(world
            .Add("one", scores: [Score("solved", 90, "a")], costs: [Cost(0.1)])
            .Add("two", scores: [Score("solved", 80, "a")], costs: [Cost(0.2)])
            .Add("three", scores: [Score("solved", 70, "a")], costs: [Cost(null)])
            .Release());

        Assert.Equal([0, 0, 1], Numbers(file.GetProperty("rows").GetProperty("layout")));
        Assert.Equal(["[1,2]", "[1,2]"], file.GetProperty("layouts").EnumerateArray().Select(layout => layout.GetRawText()));
    }

    [Fact]
    public void Items_are_written_as_runs_and_lists_of_the_same_items_once()
    {
        (string, string, string, int?[])[] Rows(params string[] items) => [.. items.Select(item => ("a", item, "r", new int?[] { 3 }))];
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] };

        var file = Parse(world
            .Add("one", Ratings(["facts"], Rows("1", "2", "3", "4", "5")))
            .Add("two", Ratings(["facts"], Rows("1", "2", "4", "5")))
            .Add("three", Ratings(["facts"], Rows("1", "2", "3", "4", "5")))
            .Release());

        Assert.Equal(["[0,5]", "[0,2,3,2]"], file.GetProperty("items").EnumerateArray().Select(list => list.GetRawText()).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(3, file.GetProperty("groups").GetProperty("items").GetArrayLength());
    }

    [Fact]
    public void The_same_board_gives_the_same_bytes()
    {
        var release = BoardResults.Release("demonstration", "2026-09");

        Assert.Equal(BoardText.Of(release, release.Boards[0]), BoardText.Of(release, release.Boards[0]));
    }

    [Theory]
    [MemberData(nameof(Benchmarks))]
    public void A_board_is_small_enough_to_be_fetched_at_once(string benchmark)
    {
        foreach (var release in BoardResults.Releases.Where(release => release.Boards[0].Benchmark.Id == benchmark))
        {
            foreach (var board in release.Boards)
            {
                var packed = new MemoryStream();
                using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
                {
                    gzip.Write(Encoding.UTF8.GetBytes(BoardText.Of(release, board)));
                }

                Assert.InRange(packed.ToArray().Length, 500, 14_000);
            }
        }
    }

    private static JsonElement Parse(ScoredRelease release) => JsonDocument.Parse(BoardText.Of(release, release.Boards[0])).RootElement;

    private static IEnumerable<double> Numbers(JsonElement list) => list.EnumerateArray().Select(number => number.GetDouble());
}
