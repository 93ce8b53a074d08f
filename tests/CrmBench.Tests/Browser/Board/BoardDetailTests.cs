using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>Opening rows, taking views along, and what happens when the data cannot be had.</summary>
[Collection(BrowserTestGroup.Name)]
public class BoardDetailTests(ChromiumFixture chromium, ServedSite site)
{
    [Fact]
    public async Task A_row_opens_to_every_figure_its_file_and_a_way_to_report_a_problem()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/");

        await board.Row("Claude Opus 4.5").Locator(".more").ClickAsync();

        var detail = board.Page.Locator(".detail");
        await Assertions.Expect(detail.Locator("th", new() { HasText = "Solved four times in a row" })).ToBeVisibleAsync();
        await Assertions.Expect(detail.GetByText("Who ran it, how, and from which sources")).ToBeVisibleAsync();
        var report = await detail.GetByText("Report a problem").GetAttributeAsync("href");
        Assert.Contains("template=wrong-result.yml", report, StringComparison.Ordinal);
        Assert.Contains("claude-opus-4.5-high", report, StringComparison.Ordinal);
        Assert.EndsWith("/claude-opus-4.5-high/submission.json", await detail.GetByText("Submission file").GetAttributeAsync("href"), StringComparison.Ordinal);
        var figure = detail.Locator("tr", new() { HasText = "Solved four times in a row" }).First.Locator("a[href*='#L']").First;
        Assert.Matches(@"/blob/main/data/.*/claude-opus-4\.5-high/scores\.csv#L\d+$", await figure.GetAttributeAsync("href"));
        Assert.Equal("?row=claude-opus-4.5-high", await board.SettledQueryAsync());
        Assert.Empty(board.Opened.Messages);
    }

    [Fact]
    public async Task Everything_can_be_done_by_keyboard()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        var keys = board.Page.Keyboard;

        await board.Page.FocusAsync(".find");
        await keys.TypeAsync("model");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Assertions.Expect(board.Page.Locator(".drop[open] > summary")).ToContainTextAsync("Use cases");
        await keys.PressAsync("Escape");
        await Assertions.Expect(board.Page.Locator(".drop[open]")).ToHaveCountAsync(0);
        await Assertions.Expect(board.Page.Locator(".drop > summary", new() { HasText = "Use cases" })).ToBeFocusedAsync();

        await board.Page.Locator("thead .sort", new() { HasText = "Cost" }).FocusAsync();
        await keys.PressAsync("Enter");
        Assert.Equal("?q=model&rank=cost", await board.SettledQueryAsync());

        await board.Row("Model A").Locator(".pin").FocusAsync();
        await keys.PressAsync("Space");
        await board.Opened.RestAsync();
        await Assertions.Expect(board.Row("Model A").Locator(".pin")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Assertions.Expect(board.Page.Locator(".detail")).ToHaveCountAsync(1);
        await Assertions.Expect(board.Row("Model A").Locator(".more")).ToBeFocusedAsync();
    }

    /// <summary>What is done before the scripts that answer have come is done when they have: the network is slow here, the hand is not.</summary>
    [Theory]
    [InlineData("**/menus*.js")]
    [InlineData("**/choices*.js")]
    public async Task A_quick_hand_loses_nothing(string late)
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        var gate = await board.Opened.HoldBackAsync(late);
        var menu = board.Page.Locator(".drop", new() { HasText = "Use cases" }).First;

        await menu.Locator("summary").ClickAsync();
        await menu.GetByRole(AriaRole.Button, new() { Name = "Only" }).First.ClickAsync();
        await board.Page.Keyboard.PressAsync("Escape");
        gate.SetResult();

        await Assertions.Expect(board.Page.Locator(".drop[open]")).ToHaveCountAsync(0);
        await board.Opened.RestAsync();
        Assert.StartsWith("?uc=", await board.SettledQueryAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_view_comes_along_as_csv_that_no_spreadsheet_takes_for_formulas()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?by=provider-1&not=sales-email-summary");
        await board.OpenMenuAsync("Share");

        var file = await board.Page.RunAndWaitForDownloadAsync(() => board.Page.ClickAsync("[data-do=csv]"));
        await using var stream = await file.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        var lines = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("\r\n");

        string[] head = lines[0].Split(',');
        Assert.StartsWith("rank,rank_best,rank_worst,whole_board_rank,whole_board_rank_best,whole_board_rank_worst,model,variant,provider,accuracy,accuracy unit,accuracy low,accuracy high,accuracy n,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",covered,of,over,ranked_by,release,date,method,marks,source,view", lines[0], StringComparison.Ordinal);
        Assert.Equal(["Model A", "Model B", "Model C"], lines[1..4].Select(line => line.Split(',')[Array.IndexOf(head, "model")]));
        Assert.DoesNotContain(head, name => name.StartsWith("accuracy:", StringComparison.Ordinal));
        Assert.All(lines[1..4], line => Assert.DoesNotMatch(@"\d\.\d{13}", line));
        Assert.Equal("", lines[^1]);
        Assert.EndsWith(".csv", file.SuggestedFilename, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "US$ per 1,000 requests")]
    [InlineData("?per=call", "US$ per request")]
    public async Task The_csv_has_money_in_the_unit_in_sight_and_names_it(string query, string unit)
    {
        await using var board = await BoardView.OpenAsync(chromium, site, $"demonstration/{query}");
        var shown = await board.Page.Locator("tbody.complete tr.row, tbody.complete tr").First.Locator(".c1 data").TextContentAsync();
        await board.OpenMenuAsync("Share");

        var file = await board.Page.RunAndWaitForDownloadAsync(() => board.Page.ClickAsync("[data-do=csv]"));
        await using var stream = await file.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        var text = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Replace("\"US$ per 1,000 requests\"", "US$ per 1;000 requests", StringComparison.Ordinal);
        string[][] lines = [.. text.Split("\r\n").Take(2).Select(line => line.Split(','))];
        string Field(string name) => lines[1][Array.IndexOf(lines[0], name)];

        Assert.Equal(unit.Replace(',', ';'), Field("cost unit"));
        Assert.Equal(double.Parse(shown![1..], System.Globalization.CultureInfo.InvariantCulture), double.Parse(Field("cost"), System.Globalization.CultureInfo.InvariantCulture), 0.01);
    }

    [Fact]
    public async Task The_csv_has_what_is_in_sight_and_what_it_rests_on()
    {
        await using var board = await BoardView.OpenAsync(
            chromium, site, "demonstration/?rank=speed&uc=service-call-summary&cols=trust.metrics&hide=cost");
        var (ranks, seconds) = (await board.ColumnAsync("rank"), await board.ValuesAsync("c2"));
        await board.OpenMenuAsync("Share");

        var file = await board.Page.RunAndWaitForDownloadAsync(() => board.Page.ClickAsync("[data-do=csv]"));
        await using var stream = await file.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        string[][] lines = [.. (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n").Select(line => line.Split(','))];
        string[] Column(string name) => [.. lines[1..].Select(line => line[Array.IndexOf(lines[0], name)])];

        // Whoever is faster stands above, with the ranks that the table shows; numbers have twelve digits.
        Assert.Equal(seconds.Length, Column("speed").Length);
        Assert.All(seconds.Zip(Column("speed")), pair => Assert.Equal(
            1, double.Parse(pair.Second, System.Globalization.CultureInfo.InvariantCulture) / pair.First!.Value, 1e-11));
        Assert.All(ranks.Zip(Column("rank_best").Zip(Column("rank_worst"))), row => Assert.StartsWith(
            row.Second.First == row.Second.Second ? row.Second.First : $"{row.Second.First}–{row.Second.Second}", row.First, StringComparison.Ordinal));
        Assert.DoesNotContain("cost", lines[0]);
        Assert.Contains("trust:safety", lines[0]);
        Assert.All(Column("over"), text => Assert.Equal("service-call-summary", text));
        Assert.All(Column("speed unit"), text => Assert.Equal("seconds", text));
        Assert.All(Column("accuracy unit"), text => Assert.Equal("grade 1 to 4", text));
        Assert.All(Column("ranked_by"), text => Assert.Equal("speed", text));
        Assert.All(Column("release"), text => Assert.Equal("2026-09", text));
        Assert.All(Column("date"), text => Assert.Equal("2026-09-30", text));
        Assert.All(lines[1..], line => Assert.Contains("?rank=speed&uc=service-call-summary", string.Join(',', line), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Embedded_it_is_the_table_alone_with_the_same_rows()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?by=provider-1&embed=1");

        Assert.Equal(3, (await board.RowsAsync()).Length);
        await Assertions.Expect(board.Page.Locator(".bar-top")).ToBeHiddenAsync();
        await Assertions.Expect(board.Page.Locator(".board-side")).ToBeHiddenAsync();
        await Assertions.Expect(board.Page.Locator(".invented")).ToBeVisibleAsync();
        await Assertions.Expect(board.Page.Locator(".embed-from a")).ToBeVisibleAsync();
        Assert.Equal(0, await board.Opened.FindOverflowAsync());
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("truncated")]
    [InlineData("foreign")]
    public async Task Without_its_data_the_board_stays_whole_and_says_so(string damage)
    {
        await using var opened = await chromium.OpenAsync("about:blank", new View());
        await opened.Page.RouteAsync("**/*.board.json", route => damage switch
        {
            "missing" => route.FulfillAsync(new() { Status = 404, Body = "" }),
            "truncated" => route.FulfillAsync(new() { Body = "{\"version\":1,\"benchmark\":{\"id\":\"demon" }),
            _ => route.FulfillAsync(new() { Body = "{\"version\":99}" }),
        });

        await opened.Page.GotoAsync(site.Server.AddressOf("demonstration/"));

        await Assertions.Expect(opened.Page.Locator(".result")).ToContainTextAsync("could not be loaded");
        Assert.Equal(11, await opened.Page.Locator(".board tbody:not(.taken-back) tr[id]").CountAsync());
        await Assertions.Expect(opened.Page.Locator(".find")).ToBeDisabledAsync();
        Assert.DoesNotContain(opened.Messages, message => message.StartsWith("error: Uncaught", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Works_where_nothing_can_be_stored()
    {
        await using var opened = await chromium.OpenAsync("about:blank", new View());
        await opened.Page.AddInitScriptAsync(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });");

        await opened.Page.GotoAsync(site.Server.AddressOf("demonstration/"));
        await opened.Page.WaitForSelectorAsync("[data-board][data-ready]");
        await opened.Page.FillAsync(".find", "model g");

        Assert.Equal(1, await opened.Page.Locator(".board tbody:not(.taken-back) tr[id]").CountAsync());
        Assert.Empty(opened.Messages);
    }
}
