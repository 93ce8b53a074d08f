using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>
/// Money on a board as its reader counts it. The tasks of the board are called tasks, and none of its use cases states calls a year.
/// </summary>
[Collection(BrowserTestGroup.Name)]
public class BoardMoneyTests(ChromiumFixture chromium, ServedSite site)
{
    private const string Board = "service-agents/";

    [Fact]
    public async Task A_board_comes_with_money_by_the_thousand_calls()
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf(Board), new View(Scripts: false));

        Assert.Equal("US$ per 1,000 tasks", await opened.Page.Locator("thead .sub.per").First.InnerTextAsync());
    }

    [Fact]
    public async Task An_opened_row_has_money_in_the_unit_in_sight()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?per=call");
        var row = board.Row("Model A");
        var cost = await row.Locator(".c1 data").TextContentAsync();

        await row.Locator(".more").ClickAsync();

        await Assertions.Expect(board.Page.Locator(".detail tr", new() { HasText = "Cost" }).First.Locator("data")).ToHaveTextAsync(cost!);
    }

    [Fact]
    public async Task The_switch_changes_every_figure_heading_and_address_and_back_undoes_it()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Board);
        var before = await AmountsAsync(board);

        await board.OpenMenuAsync("US$");
        await board.Page.ClickAsync("[name=per][value=call]");
        await Assertions.Expect(board.Page.Locator("thead .sub.per").First).ToHaveTextAsync("US$ per task");
        var call = await AmountsAsync(board);
        Assert.Contains("per=call", await board.SettledQueryAsync(), StringComparison.Ordinal);

        Assert.NotEmpty(before);
        Assert.All(before.Zip(call), pair => Assert.InRange(pair.Second * 1000 / pair.First, 0.99, 1.01));

        await board.Page.GoBackAsync();
        await Assertions.Expect(board.Page.Locator("thead .sub.per").First).ToHaveTextAsync("US$ per 1,000 tasks");
        Assert.Equal(before, await AmountsAsync(board));
    }

    [Fact]
    public async Task A_year_is_that_of_the_readers_calls_and_stands_in_the_address()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Board + "?per=year&calls=100000");
        await using var plain = await BoardView.OpenAsync(chromium, site, Board);

        Assert.All((await AmountsAsync(plain)).Zip(await AmountsAsync(board)), pair => Assert.InRange(pair.Second / pair.First / 100, 0.99, 1.01));
        Assert.Contains("a year, at 100,000 tasks", await board.Page.Locator("thead .sub.per").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_speaks_the_unit_of_the_board_and_says_what_it_cannot_read()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Board);
        await board.OpenMenuAsync("Limits");
        var limit = board.Page.Locator("[name='max.cost']");

        await limit.FillAsync("$500");
        await Assertions.Expect(board.Page.Locator(".chip")).ToHaveTextAsync("Cost at most $500");
        Assert.Contains("max.cost=0.5", await board.SettledQueryAsync(), StringComparison.Ordinal);

        await limit.FillAsync("5 €");
        await Assertions.Expect(board.Page.Locator("#max-cost-said")).ToContainTextAsync("in another currency");

        await limit.FillAsync("0.001");
        await Assertions.Expect(board.Page.Locator(".result")).ToContainTextAsync("No row keeps the limit on cost.");
    }

    /// <summary>The amounts in the column of cost, as they are read.</summary>
    private static Task<double[]> AmountsAsync(BoardView board) => board.Page.EvaluateAsync<double[]>(
        "() => [...document.querySelectorAll('.board td data')].map(shown => shown.textContent).filter(text => text.startsWith('$')).map(text => Number(text.slice(1).replaceAll(',', '')))");

    [Fact]
    public async Task What_a_row_opens_to_is_in_the_readers_unit_before_and_after_a_switch()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Board + "?per=call&row=claude-sonnet-4.5-reasoning");
        var (inRow, opened) = (board.Row("Claude Sonnet 4.5").Locator("td.c1 data"), board.Page.Locator(".detail .money"));

        await Assertions.Expect(opened.Locator("data").First).ToHaveTextAsync(await inRow.InnerTextAsync());
        await Assertions.Expect(opened).ToContainTextAsync("per task");

        await board.OpenMenuAsync("US$");
        await board.Page.ClickAsync("[name=per][value='']");

        await Assertions.Expect(opened).ToContainTextAsync("per 1,000 tasks");
        await Assertions.Expect(opened.Locator("data").First).ToHaveTextAsync(await inRow.InnerTextAsync());
    }
}
