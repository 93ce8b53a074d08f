using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>Leaving use cases out: averages, ranks and ranges are those of what is left, and both ranks are told.</summary>
[Collection(BrowserTestGroup.Name)]
public class BoardRecountTests(ChromiumFixture chromium, ServedSite site)
{
    [Fact]
    public async Task One_use_case_left_shows_what_its_own_page_shows()
    {
        var others = "service-conversation-summary,service-reply-recommendations,sales-email-generation,sales-service-update-crm-info,"
            + "sales-call-summary,service-live-chat-insights,service-live-chat-summary,service-email-summary,"
            + "service-knowledge-creation,sales-email-summary";
        await using var board = await BoardView.OpenAsync(chromium, site, $"demonstration/?not={others}");
        await using var page = await chromium.OpenAsync(
            site.Server.AddressOf("demonstration/use-cases/service-call-summary/"), new View());
        var table = page.Page.Locator(".board").First;

        Assert.Equal(await table.Locator("tbody tr[id] .score data").AllTextContentsAsync(), await board.ColumnAsync("score"));
        Assert.Equal(await table.Locator("tbody tr[id] .score .spread").AllTextContentsAsync(), await board.Page.Locator(".board tbody tr[id] .score .spread").AllTextContentsAsync());
        var ranks = await board.Page.Locator(".board tbody tr[id] .rank .now").AllTextContentsAsync();
        Assert.Equal(await table.Locator("tbody tr[id] .rank").AllTextContentsAsync(), ranks);
    }

    [Theory]
    [InlineData("service-agents/")]
    [InlineData("service-agents/?not=retail")]
    [InlineData("crmarena/")]
    [InlineData("demonstration/?not=service-call-summary")]
    public async Task All_intervals_of_a_table_have_one_form(string path)
    {
        await using var board = await BoardView.OpenAsync(chromium, site, path);
        await board.Opened.RestAsync();

        var told = await board.Page.Locator(".board tbody tr[id] .score .spread").AllTextContentsAsync();
        string[] intervals = [.. told.Where(text => text.Any(char.IsDigit))];

        Assert.NotEmpty(intervals);
        Assert.Single(intervals.Select(text => text.StartsWith('±')).Distinct());
    }

    [Fact]
    public async Task Tells_the_rank_among_those_shown_and_the_rank_in_all()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?by=provider-1&row=model-b");

        var cell = await board.Row("Model B").Locator(".rank").InnerTextAsync();

        Assert.Matches("^2\\s+all 3–5$", cell.Trim());
        await Assertions.Expect(board.Page.Locator(".detail")).ToContainTextAsync("Rank 2 of 3 shown, 4 (range 3–5) of 10 in all.");
    }

    [Fact]
    public async Task A_row_that_lacks_a_chosen_use_case_is_partial_and_one_that_has_them_all_is_ranked()
    {
        await using var whole = await BoardView.OpenAsync(chromium, site, "service-agents/");
        await using var banking = await BoardView.OpenAsync(chromium, site, "service-agents/?not=airline,retail,telecom");

        Assert.Equal(8, await whole.Page.Locator("tbody.complete tr[id]").CountAsync());
        Assert.Equal(27, await banking.Page.Locator("tbody.complete tr[id]").CountAsync());
    }

    [Fact]
    public async Task The_charts_follow_what_is_shown()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        var points = board.Page.Locator("[data-against=cost] svg.chart g[data-row] circle");
        var all = await points.CountAsync();

        await board.ChooseAsync("Provider", "Provider 1");

        await Assertions.Expect(points).ToHaveCountAsync(3);
        await board.Page.ClickAsync(".reset");
        await Assertions.Expect(points).ToHaveCountAsync(all);
    }

    [Fact]
    public async Task A_row_that_is_pointed_at_is_marked_by_charts_that_come_late()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        var late = await board.Opened.HoldBackAsync("**/charts*.js");

        await board.Row("Model D").HoverAsync();
        late.SetResult();

        await Assertions.Expect(board.Page.Locator("[data-against=cost] g.marked[data-row=model-d]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Rows_and_points_mark_each_other()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");

        await board.Row("Model C").HoverAsync();
        await board.Row("Model D").HoverAsync();
        await Assertions.Expect(board.Page.Locator("[data-against=cost] g.marked[data-row=model-d]")).ToHaveCountAsync(1);

        await board.Page.Locator("[data-against=cost] g[data-row=model-a] circle").HoverAsync();
        await Assertions.Expect(board.Page.Locator("tr.marked#row-model-a")).ToHaveCountAsync(1);
    }
}
