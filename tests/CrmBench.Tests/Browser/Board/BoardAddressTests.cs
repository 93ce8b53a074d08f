using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>The address holds the view: short, stable, and harmless whatever it says.</summary>
[Collection(BrowserTestGroup.Name)]
public class BoardAddressTests(ChromiumFixture chromium, ServedSite site)
{
    /// <summary>Addresses that readers may have kept: each must open the same view for ever.</summary>
    private static readonly (string Query, int Rows)[] Kept =
    [
        ("?q=gpt", 5),
        ("?search=gpt", 5),
        ("?model=gpt", 5),
        ("?by=openai&full=1", 2),
        ("?provider=openai&complete=1", 2),
        ("?v=1&max.cost=0.5", 1),
        ("?not=banking-knowledge&full=1", 8),
    ];

    /// <summary>Addresses that ask for what no board has.</summary>
    private static readonly string[] Hostile =
    [
        "?sort=%3Cscript%3Ealert(1)%3C/script%3E",
        "?by=%3Cimg%20src=x%20onerror=alert(1)%3E",
        "?q=a&q=b",
        "?max.cost=1e999",
        "?max.cost=-1",
        "?max.cost=NaN",
        "?min.nothing=3",
        "?not=airline,retail,telecom,banking-knowledge,and-more",
        "?pin=nobody&row=nobody",
        "?__proto__=1&constructor=2",
        "?v=99",
        "?tier=%F0%9F%92%A9",
        "?by=" + "x,".PadRight(12000, 'x'),
    ];

    [Fact]
    public async Task Old_addresses_keep_their_meaning()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/");
        foreach (var (query, rows) in Kept)
        {
            await board.GoToAsync(site.Server.AddressOf($"service-agents/{query}"));

            Assert.Equal((query, rows), (query, (await board.RowsAsync()).Length));
            Assert.DoesNotContain("not understood", await board.ResultAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_no_board_has_falls_back_with_a_quiet_note()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/");
        foreach (var query in Hostile)
        {
            await board.GoToAsync(site.Server.AddressOf($"service-agents/{query}"));

            var result = await board.ResultAsync();
            Assert.True(result.Contains("Part of the address was not understood", StringComparison.Ordinal), $"{query}: {result}");
            Assert.NotEmpty(await board.RowsAsync());
            Assert.Equal(0, await board.Page.Locator("main script, main img").CountAsync());
            Assert.Empty(board.Opened.Messages);
        }
    }

    [Fact]
    public async Task Markup_in_a_name_searched_for_stays_text()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/?q=%3Cb%3Ex%3C/b%3E");

        Assert.Equal(["Name: <b>x</b>"], await board.ChipsAsync());
        Assert.Equal(0, await board.Page.Locator(".chip b").CountAsync());
    }

    [Fact]
    public async Task Back_and_forward_walk_through_the_views()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        // A view that the next one follows at once is no step of the history.
        await board.ChooseAsync("Provider", "Provider 1");
        await board.SettledQueryAsync();
        await board.SortAsync("Cost");
        await board.SettledQueryAsync();
        var last = await board.RowsAsync();

        await board.Page.GoBackAsync();
        Assert.Equal("?by=provider-1", await board.SettledQueryAsync());
        await board.Page.GoBackAsync();
        Assert.Equal("", await board.SettledQueryAsync());
        Assert.Equal(11, (await board.RowsAsync()).Length);

        await board.Page.GoForwardAsync();
        await board.Page.GoForwardAsync();
        Assert.Equal(last, await board.RowsAsync());
    }

    [Fact]
    public async Task A_view_opens_from_its_address_as_it_was_made_by_hand()
    {
        await using var made = await BoardView.OpenAsync(chromium, site, "demonstration/");
        await made.ChooseAsync("Use cases", "Service: Call Summary");
        await made.ChooseAsync("Provider", "Provider 1");
        await made.ChooseAsync("Provider", "Provider 2");
        await made.LimitAsync("Trust", 75);
        await made.ChooseAsync("Columns", "Accuracy: metrics");
        await made.ChooseAsync("Columns", "Speed", "show");
        await made.SortAsync("Trust");

        await using var opened = await BoardView.OpenAsync(chromium, site, "demonstration/" + await made.SettledQueryAsync());

        Assert.Equal(await made.RowsAsync(), await opened.RowsAsync());
        Assert.Equal(await made.ColumnAsync("score"), await opened.ColumnAsync("score"));
        Assert.Equal(await made.ChipsAsync(), await opened.ChipsAsync());
        await Assertions.Expect(opened.Page.Locator(".board thead .p1").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Another_method_and_another_release_keep_the_view()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?by=provider-1&sort=cost");

        await board.Page.Locator(".switches a", new() { HasText = "Automated" }).ClickAsync();
        await board.Page.WaitForSelectorAsync("[data-board][data-ready]");

        Assert.Equal("?by=provider-1&sort=cost", await board.SettledQueryAsync());
        Assert.Equal(3, (await board.RowsAsync()).Length);
    }
}
