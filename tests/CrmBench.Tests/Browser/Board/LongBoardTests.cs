using System.Globalization;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>A board of more rows than a page holds: pages of fifty without scripts, one table with them.</summary>
[Collection(BrowserTestGroup.Name)]
public class LongBoardTests(ChromiumFixture chromium, LongBoard site) : IClassFixture<LongBoard>
{
    [Fact]
    public async Task Only_rows_near_the_window_are_in_the_page()
    {
        await using var board = await OpenAsync();
        var table = board.Page.Locator(".board");

        var atTop = await board.RowsAsync();
        await board.Page.EvaluateAsync("scrollTo(0, document.querySelector('.board tbody.complete').getBoundingClientRect().bottom)");
        await Assertions.Expect(board.Page.Locator(".board tbody tr[id]").Last).ToHaveAttributeAsync("aria-rowindex", Text(LongBoard.Rows + 1));
        var atEnd = await board.RowsAsync();

        Assert.Equal(Text(LongBoard.Rows + 1), await table.GetAttributeAsync("aria-rowcount"));
        Assert.Equal(LongBoard.BestFirst[..atTop.Length], atTop);
        Assert.Equal(LongBoard.BestFirst[^atEnd.Length..], atEnd);
        Assert.InRange(atTop.Length, 10, 100);
        Assert.InRange(atEnd.Length, 10, 100);
    }

    [Fact]
    public async Task A_search_looks_through_all_rows()
    {
        await using var board = await OpenAsync();

        await board.Page.FillAsync(".find", "model 69");

        await Assertions.Expect(board.Page.Locator(".result")).ToContainTextAsync("17 of 700");
        await Assertions.Expect(board.Page.Locator(".board tbody tr[id]")).ToHaveCountAsync(17);
        Assert.Equal(LongBoard.BestFirst.Where(name => name.Contains("69", StringComparison.Ordinal)), await board.RowsAsync());
    }

    [Fact]
    public async Task A_sort_reaches_rows_of_every_page()
    {
        await using var board = await OpenAsync();

        await board.SortAsync("Model");

        await Assertions.Expect(board.Page.Locator(".board tbody tr[id] .model a").First).ToHaveTextAsync("Model 1");
        Assert.Equal(["Model 1", "Model 2", "Model 3"], (await board.RowsAsync())[..3]);
    }

    [Fact]
    public async Task A_row_says_the_same_whichever_way_the_reader_came()
    {
        await using var board = await OpenAsync();
        await board.Page.Locator(".board tbody tr[id] .pin").Nth(2).ClickAsync();
        await board.Page.FillAsync(".find", "model 6");
        await board.SortAsync("Model");
        await board.Page.EvaluateAsync("scrollTo(0, 2000)");
        await board.Page.Locator(".board tbody.pinned .pin").ClickAsync();
        await board.Page.FillAsync(".find", "model 3");
        await board.Page.EvaluateAsync("scrollTo(0, 0)");
        var query = await board.SettledQueryAsync();

        await using var fresh = await BoardView.OpenAsync(chromium, site.AddressOf(query));
        await fresh.SettledQueryAsync();

        Assert.Equal("?q=model 3&sort=name", query);
        Assert.Equal(await SaidAsync(fresh), await SaidAsync(board));
    }

    [Fact]
    public async Task Bars_of_rows_from_the_page_and_from_scripts_stand_below_each_other()
    {
        await using var board = await OpenAsync();
        await board.Page.FillAsync(".find", "model 2");
        await board.SettledQueryAsync();

        var starts = await board.Page.EvaluateAsync<double[]>(
            "() => [...document.querySelectorAll('.board td.score .interval')].map(bar => bar.getBoundingClientRect().left)");

        Assert.InRange(starts.Length, 10, 100);
        Assert.Single(starts.Distinct());
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task No_row_moves_what_is_beside_it(int width)
    {
        await using var board = await OpenAsync(new View(width));
        await board.Page.FillAsync(".find", "model");
        await board.SettledQueryAsync();
        var before = await EdgesAsync(board.Page);

        await board.Page.FillAsync(".find", "model 1");
        await board.Page.FillAsync(".find", "model 2");
        await board.SettledQueryAsync();
        var after = await EdgesAsync(board.Page);
        await board.Page.EvaluateAsync("scrollTo(0, document.querySelector('.board tbody.complete').getBoundingClientRect().bottom)");
        await board.SettledQueryAsync();
        var far = await EdgesAsync(board.Page);

        Assert.Equal(before, after);
        Assert.Equal(before, far);
        Assert.Equal(0, await board.Page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('.board tbody td')].filter(cell => cell.scrollWidth > cell.clientWidth).length"));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(360)]
    public async Task A_phone_has_rows_of_two_lines_with_their_buttons(int width)
    {
        await using var board = await OpenAsync(new View(width));
        await board.Page.FillAsync(".find", "model 2");
        await board.SettledQueryAsync();

        var rows = await board.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('.board tbody tr[id]')].map(row => row.offsetHeight)");
        var button = await board.Page.Locator(".board .more").First.BoundingBoxAsync();

        Assert.All(rows, height => Assert.Equal(44, height));
        Assert.InRange(button!.X + button.Width, 0, width);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Scripts_move_nothing_before_the_reader_does(int width)
    {
        await using var board = await OpenAsync(new View(width));
        await board.SettledQueryAsync();
        var (edges, heights) = (await EdgesAsync(board.Page), await HeightsAsync(board.Page));

        await board.Page.RouteAsync("**/*.js", route => route.AbortAsync());
        await board.Page.ReloadAsync();

        Assert.Equal(0, await board.Page.Locator("[data-ready]").CountAsync());
        Assert.Equal(await EdgesAsync(board.Page), edges);
        Assert.Equal(await HeightsAsync(board.Page), heights);
    }

    [Fact]
    public async Task A_row_of_a_further_page_opens_to_everything()
    {
        await using var board = await OpenAsync();
        await board.Page.FillAsync(".find", LongBoard.BestFirst[^1]);

        await board.Row(LongBoard.BestFirst[^1]).Locator(".more").ClickAsync();

        await Assertions.Expect(board.Page.Locator(".detail .on-board")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Has_no_barrier(int width)
    {
        await using var board = await OpenAsync(new View(width));

        var barriers = await board.Opened.FindBarriersAsync();

        Assert.True(barriers.IsEmpty, string.Join('\n', barriers.Take(10)));
        Assert.Equal(0, await board.Opened.FindOverflowAsync());
        Assert.Empty(board.Opened.Messages);
    }

    [Fact]
    public async Task Without_scripts_pages_follow_each_other()
    {
        await using var opened = await chromium.OpenAsync(site.AddressOf(""), new View(Scripts: false));
        var names = opened.Page.Locator(".board tbody tr[id] .model a bdi");
        var first = await names.AllTextContentsAsync();

        await opened.Page.Locator(".board-parts a", new() { HasText = "651–700" }).ClickAsync();
        var last = await names.AllTextContentsAsync();

        Assert.Equal(LongBoard.BestFirst[..50], first);
        Assert.Equal(LongBoard.BestFirst[650..], last);
    }

    /// <summary>All that the rows say, to the eye and to a screen reader, and where their links lead.</summary>
    private static async Task<string[]> SaidAsync(BoardView board) => await board.Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll(".board tbody tr[id]")].map(row => [
          row.id, row.className, ...[...row.cells].map(cell => cell.innerText.replace(/\s+/g, "")),
          ...[...row.querySelectorAll("a, button, path")].map(one => ["href", "aria-label", "aria-pressed", "d"].map(name => one.getAttribute(name)).join()),
        ].join(" | "))
        """);

    /// <summary>The right edges of the columns that are shown, in hundredths of a pixel.</summary>
    private static Task<int[]> EdgesAsync(IPage page) => page.EvaluateAsync<int[]>(
        "() => [...document.querySelectorAll('.board thead th')].map(head => Math.round(head.getBoundingClientRect().right * 100)).filter(Boolean)");

    /// <summary>How high the heading and the first rows are, in hundredths of a pixel.</summary>
    private static Task<int[]> HeightsAsync(IPage page) => page.EvaluateAsync<int[]>(
        "() => [...document.querySelectorAll('.board tr')].slice(0, 10).map(row => Math.round(row.getBoundingClientRect().height * 100))");

    private Task<BoardView> OpenAsync(View? view = null) => BoardView.OpenAsync(chromium, site.AddressOf(""), view);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
