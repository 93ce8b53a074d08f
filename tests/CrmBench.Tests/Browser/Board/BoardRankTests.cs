using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>Any dimension can be the one that ranks: its heading makes it so, and the page says it.</summary>
[Collection(BrowserTestGroup.Name)]
public class BoardRankTests(ChromiumFixture chromium, ServedSite site)
{
    [Theory]
    [InlineData("Cost", "cost", "c1", false)]
    [InlineData("Speed", "speed", "c2", false)]
    [InlineData("Trust", "trust", "c3", true)]
    public async Task A_heading_ranks_by_its_dimension_the_better_way(string heading, string id, string css, bool more)
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");

        await board.SortAsync(heading);

        Assert.Equal($"?rank={id}", await board.SettledQueryAsync());
        var ranked = board.Page.Locator(".board tbody.complete tr[id]");
        double[] values = [.. (await board.ValuesAsync(css)).Take(await ranked.CountAsync()).Select(value => value!.Value)];
        Assert.Equal(more ? values.OrderDescending() : values.Order(), values);
        Assert.StartsWith("1", (await board.ColumnAsync("rank"))[0], StringComparison.Ordinal);
        Assert.Equal($"11 rows. Ranked by {id}.", await board.ResultAsync());
        Assert.Equal($"by {id}", await board.Page.Locator("thead .rank .sub").TextContentAsync());
    }

    [Fact]
    public async Task Ranks_are_ranges_where_what_ranks_has_intervals()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?rank=speed");

        Assert.Contains(await board.ColumnAsync("rank"), rank => rank.Contains('–', StringComparison.Ordinal));
        await board.Opened.RestAsync();
        Assert.Contains("\u00a0s are usually not told apart", await board.Page.Locator(".resolution").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_figures_without_an_interval_share_a_rank_and_rows_without_a_figure_have_none()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "crm-llm/?rank=cost");
        var (ranks, costs) = (await board.ColumnAsync("rank"), await board.ColumnAsync("c1"));
        if (costs.All(cost => cost == "—"))
        {
            costs = await board.ColumnAsync("c2");
        }

        Assert.All(ranks.Zip(costs), pair => Assert.Equal(pair.Second == "—", pair.First == "not ranked"));
        var groups = ranks.Zip(costs).Where(pair => pair.Second != "—").GroupBy(pair => pair.Second, pair => pair.First);
        Assert.All(groups, ofCost => Assert.Single(ofCost.Distinct()));
    }

    [Fact]
    public async Task Figures_of_other_runs_or_of_some_use_cases_are_not_ranked_beside_those_of_the_rows_own()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/?rank=cost");

        Assert.Equal(["1", "2"], await board.Page.Locator("tbody.complete .rank").AllTextContentsAsync());
        Assert.All(
            await board.Page.Locator("tbody.partial tr[id] .rank").AllTextContentsAsync(),
            rank => Assert.Equal("not ranked", rank));
        Assert.Equal("No result for cost on this board.", await board.Page.Locator("tbody.unscored .note").TextContentAsync());
    }

    [Fact]
    public async Task The_rank_goes_back_by_its_chip_and_by_the_browser()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        var before = await board.RowsAsync();

        await board.SortAsync("Speed");
        await board.Page.Locator(".chip", new() { HasText = "Ranked by Speed" }).ClickAsync();
        Assert.Equal("", await board.SettledQueryAsync());
        Assert.Equal(before, await board.RowsAsync());

        await board.SortAsync("Trust");
        await board.SettledQueryAsync();
        await board.Page.GoBackAsync();

        await Assertions.Expect(board.Page.Locator("thead [aria-sort]")).ToContainTextAsync("Accuracy");
        Assert.Equal(before, await board.RowsAsync());
    }

    [Fact]
    public async Task An_address_that_sorts_leaves_the_ranks_as_they_are()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?sort=cost");

        Assert.Equal("11 rows", await board.ResultAsync());
        Assert.NotEqual("1", (await board.ColumnAsync("rank"))[0]);
    }

    [Fact]
    public async Task A_board_that_is_no_ranking_sorts_and_does_not_rank()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "summary-coverage/");
        var heading = board.Page.Locator(".board thead .num:visible .sort").First;
        if (await heading.CountAsync() > 0)
        {
            await heading.ClickAsync();
        }

        Assert.DoesNotContain("rank=", await board.SettledQueryAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_the_board_stays_as_its_release_ranks()
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("demonstration/?rank=speed"), new View(Scripts: false));

        var scores = await opened.Page.Locator("tbody.complete .score data").AllTextContentsAsync();
        Assert.Equal(scores.Order(StringComparer.Ordinal).Reverse(), scores);
    }
}
