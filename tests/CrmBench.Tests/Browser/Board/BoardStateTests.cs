using System.Collections.Immutable;
using System.IO.Compression;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>What holds in every state of a board: no barrier, no sideways scroll, no motion, within its budget of bytes.</summary>
[Collection(BrowserTestGroup.Name)]
public class BoardStateTests(ChromiumFixture chromium, ServedSite site)
{
    private const int ScriptBudget = 20 * 1024;
    private const int PageBudget = 100 * 1024;

    /// <summary>Windows and themes in which every state is looked at.</summary>
    public static TheoryData<int, ColorScheme> Views => new()
    {
        { 1440, ColorScheme.Light },
        { 1440, ColorScheme.Dark },
        { 390, ColorScheme.Light },
        { 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task No_state_has_a_barrier(int width, ColorScheme theme)
    {
        await using var board = await BoardView.OpenAsync(
            chromium, site, "demonstration/?by=provider-1,provider-2&max.speed=9&pin=model-b&row=model-a&not=sales-email-summary", new View(width, Theme: theme));
        await Assertions.Expect(board.Page.Locator(".detail .on-board")).ToBeVisibleAsync();
        await HasNoBarrier(board, "filters, a pin and an open row", theme);

        foreach (var menu in new[] { "Use cases", "Provider", "Limits", "Columns", "Share" })
        {
            await board.OpenMenuAsync(menu);
            await HasNoBarrier(board, menu, theme, ".drop[open]");
            await board.Page.Keyboard.PressAsync("Escape");
        }

        await board.Page.FillAsync(".find", "no such model");
        await HasNoBarrier(board, "no row", theme);
        await board.Page.GotoAsync(site.Server.AddressOf("demonstration/?embed=1&nonsense=1"));
        await board.Page.WaitForSelectorAsync("[data-board][data-ready]");
        await HasNoBarrier(board, "embedded, with a note", theme);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task No_state_is_wider_than_its_window(int width)
    {
        await using var board = await BoardView.OpenAsync(
            chromium, site, "demonstration/?by=provider-1&pin=model-b&row=model-a&cols=accuracy.use-cases", new View(width));
        await Assertions.Expect(board.Page.Locator(".detail .on-board")).ToBeVisibleAsync();
        Assert.Equal(0, await board.Opened.FindOverflowAsync());

        foreach (var menu in new[] { "Use cases", "Provider", "Limits", "Columns", "Share" })
        {
            await board.OpenMenuAsync(menu);
            Assert.Equal(0, await board.Opened.FindOverflowAsync());
            var panel = await board.Page.Locator(".drop[open] .panel").BoundingBoxAsync();
            Assert.InRange(panel!.X, 0, width);
            Assert.InRange(panel.X + panel.Width, 0, width + 0.5);
            await board.Page.Keyboard.PressAsync("Escape");
        }
    }

    [Theory]
    [InlineData("service-agents/")]
    [InlineData("voice-agents/")]
    [InlineData("crm-llm/")]
    [InlineData("crmarena/")]
    [InlineData("rated-outputs/")]
    [InlineData("demonstration/")]
    public async Task Every_board_shows_its_columns_to_the_button_for_details(string path)
    {
        await using var board = await BoardView.OpenAsync(chromium, site, path);

        foreach (var width in new[] { 390, 1280, 1366, 1440, 1920 })
        {
            await board.Page.SetViewportSizeAsync(width, 900);
            var hidden = await board.Page.EvaluateAsync<double>(
                """
                () => document.querySelector(".board .more").getBoundingClientRect().right
                  - document.querySelector(".board").closest(".scroll").getBoundingClientRect().right
                """);

            Assert.True(hidden <= 4, $"{hidden} pixels are hidden at {width}");
        }
    }

    [Fact]
    public async Task Nothing_moves()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");

        await board.SortAsync("Cost");
        await board.Row("Model A").Locator(".more").ClickAsync();
        await board.OpenMenuAsync("Provider");

        Assert.Equal(0, await board.Page.EvaluateAsync<int>("document.getAnimations().length"));
    }

    [Fact]
    public async Task Nothing_jumps_while_the_page_comes_alive()
    {
        await using var opened = await chromium.OpenAsync("about:blank", new View());
        // Styles that come late hold back the first paint until the whole page is read and parsed: what moves then is moved by scripts. A slow
        // machine would else paint the first rows of the table before the last ones, which widen its columns, are there.
        var read = new TaskCompletionSource();
        opened.Page.RequestFinished += (_, request) => (request.ResourceType == "document" ? read : null)?.TrySetResult();
        await opened.Page.RouteAsync("**/*.css", async route =>
        {
            await read.Task;
            await opened.Page.WaitForFunctionAsync("document.querySelector('footer')", null, new() { PollingInterval = 10 });
            await route.ContinueAsync();
        });

        foreach (var width in new[] { 1440, 1280, 1024, 390 })
        {
            read = new TaskCompletionSource();
            await opened.Page.SetViewportSizeAsync(width, 900);
            await opened.Page.GotoAsync(site.Server.AddressOf("service-agents/"));
            await opened.Page.WaitForSelectorAsync("[data-board][data-ready]");

            // With buttons in their rows the browser may lay the drawings of intervals a pixel higher, by how it rounds the middle of a cell.
            Assert.Empty(await opened.MovedAsync(5e-5));
        }
    }

    [Fact]
    public async Task The_featured_board_keeps_within_its_budget_of_bytes()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/", new View(Untouched: true));
        await board.Opened.SettleAsync();
        var sizes = board.Opened.Requests.Distinct()
            .Select(address => (Address: address, Size: Compressed(new Uri(address).AbsolutePath["/board/".Length..])))
            .ToImmutableArray();

        var scripts = sizes.Where(file => file.Address.EndsWith(".js", StringComparison.Ordinal)).Sum(file => file.Size);

        Assert.InRange(scripts, 1, ScriptBudget);
        Assert.InRange(sizes.Sum(file => file.Size), 1, PageBudget);
    }

    private long Compressed(string path)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(site.Files[path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path]);
        }

        return buffer.Length;
    }

    // What is not in the menu was looked at before it opened, and in the dark only colours differ.
    private static async Task HasNoBarrier(BoardView board, string state, ColorScheme theme, string? part = null)
    {
        var barriers = theme == ColorScheme.Dark ? await board.Opened.FindPaleColoursAsync(part) : await board.Opened.FindBarriersAsync(part);
        Assert.True(barriers.IsEmpty, $"{barriers.Length} barriers with {state}:\n{string.Join('\n', barriers.Take(10))}");
    }
}
