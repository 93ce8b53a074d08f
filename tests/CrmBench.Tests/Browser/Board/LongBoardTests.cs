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

    private Task<BoardView> OpenAsync(View? view = null) => BoardView.OpenAsync(chromium, site.AddressOf(""), view);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
