using CrmBench.Core.Model;
using CrmBench.Tests.Core.Scoring;
using CrmBench.Tests.Site.Browser;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>Sorting a column and limiting it hold like against like.</summary>
public class SortTests
{
    private const string Sorted =
        """
        async ({ boarddata, score, comparing, columns, filter }, [text, key, reversed]) => {
          const board = await boarddata.loadBoard(text);
          const scored = score.scoreBoard(board, null, comparing.comparing);
          const breaks = new Map();
          const rows = filter.sorted(scored, scored.order.complete, columns.columnOf(board, key), reversed, breaks);
          return rows.flatMap(row => [...breaks.has(row) ? ["| " + breaks.get(row).split(":")[0]] : [], board.row(row).id]);
        }
        """;

    private const string Limited =
        """
        async ({ boarddata, score, comparing, filter }, [text, limit, value]) => {
          const board = await boarddata.loadBoard(text);
          const scored = score.scoreBoard(board, null, comparing.comparing);
          const kept = filter.matches(scored, { q: "", by: [], open: [], tier: [], full: false, limits: { [limit]: value } });
          return scored.order.complete.filter(row => kept[row]).map(row => board.row(row).id);
        }
        """;

    // Over three domains the first costs $0.093; the second costs $0.050 there and $0.099 over all four.
    [Theory]
    [InlineData(false, "none", "dear", "| Over some use cases only", "high", "higher", "unknown")]
    [InlineData(true, "dear", "none", "| Over some use cases only", "higher", "high", "unknown")]
    public async Task Figures_over_some_use_cases_stand_below_those_over_all_whichever_way_the_column_sorts(bool reversed, params string[] order)
    {
        Assert.Equal(order, await Sort(reversed, "cost"));
    }

    [Fact]
    public async Task Figures_that_were_measured_elsewhere_stand_by_themselves()
    {
        Assert.Equal(
            ["high", "none", "| Measured elsewhere, or for no task in particular", "dear", "higher", "unknown"],
            await Sort(false, "speed"));
    }

    // $0.093 and $0.40 are costs of three domains; 1 and 2 s belong to other runs. Nobody has a figure of trust of their own.
    [Theory]
    [InlineData("max.cost", 0.1, "none")]
    [InlineData("max.cost", 1, "none", "dear")]
    [InlineData("max.speed", 4, "high", "none")]
    [InlineData("max.speed", 2)]
    [InlineData("min.trust", 85, "higher")]
    [InlineData("min.trust", 80, "high", "higher")]
    public async Task A_limit_is_met_by_figures_over_all_use_cases_and_of_the_rows_own_runs_where_any_row_has_them(
        string limit, double value, params string[] kept)
    {
        Assert.Equal(kept, await ScriptModules.RunAsync<string[]>(
            ["board-data", "score", "comparing", "filter"], Limited, new object[] { Text(), limit, value }));
    }

    private static async Task<string[]> Sort(bool reversed, string key) => await ScriptModules.RunAsync<string[]>(
        ["board-data", "score", "comparing", "columns", "filter"], Sorted, new object[] { Text(), key, reversed });

    private static string Text()
    {
        var other = Origin with { Url = "https://example.org/other" };
        PublishedScore[] solved(double value) => [.. "abcd".Select(useCase => Score("solved", value, useCase.ToString(), n: 100))];
        PublishedCost[] cost(params double[] usd) =>
            [.. usd.Select((each, i) => new PublishedCost(new MeasuredAt("abcd"[i].ToString(), null), each, null, Origin, new("costs.csv", i + 2)))];
        var world = new SmallWorld
        {
            UseCases = [Case("a"), Case("b"), Case("c"), Case("d")],
            Dimensions =
            [
                Group("success", Percent("solved")), Group("cost", Plain("usd", Unit.Usd)), Group("speed", Plain("mean", Unit.Seconds)),
                Group("trust", Percent("safe")),
            ],
            RankBy = "success",
        };
        world.Add("high", scores: [.. solved(72), Score("mean", 3), Score("safe", 80) with { Source = other }], costs: cost(0.114, 0.072, 0.093))
            .Add("higher", scores: [.. solved(71), Score("mean", 2) with { Source = other }, Score("safe", 90) with { Source = other }], costs: cost(0.4, 0.4, 0.4))
            .Add("none", scores: [.. solved(49), Score("mean", 4)], costs: cost(0.054, 0.048, 0.049, 0.243))
            .Add("dear", scores: [.. solved(40), Score("mean", 1) with { Source = other }], costs: cost(1, 1, 1, 1))
            .Add("unknown", scores: solved(30));
        var release = world.Release();
        return BoardText.Of(release, release.Boards[0]);
    }
}
