using System.IO.Compression;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>The search: on every page, by keyboard alone, from the site's own files.</summary>
[Collection(BrowserTestGroup.Name)]
public class SearchTests(ChromiumFixture chromium, ServedSite site)
{
    [Fact]
    public async Task Is_used_by_keyboard_alone_and_asks_nobody_else()
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("about/"), new View());
        var page = opened.Page;
        Assert.DoesNotContain(opened.Requests, address => address.EndsWith("search.json", StringComparison.Ordinal));

        await page.Keyboard.PressAsync("/");
        var field = page.Locator("dialog.search input");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("retail service");
        await Assertions.Expect(page.Locator("dialog.search li a").First).ToContainTextAsync("Retail");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("dialog.search li a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(field).ToBeFocusedAsync();
        var best = await page.Locator("dialog.search li a").First.GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(best!);
        Assert.All(opened.Requests, address => Assert.StartsWith(site.Server.AddressOf(""), address, StringComparison.Ordinal));
        Assert.Empty(opened.Messages);
    }

    [Theory]
    [InlineData("CB0713", "problems/cb0713/")]
    [InlineData("call summaries", "call-summaries/")]
    [InlineData("gpt 5.2", "models/gpt-5.2/")]
    [InlineData("gpt5.2", "models/gpt-5.2/")]
    [InlineData("cheapest", "choose/")]
    [InlineData("pricing", "choose/")]
    [InlineData("submit", "submit/")]
    [InlineData("add my model", "submit/")]
    [InlineData("glossary", "reading/")]
    public async Task The_best_comes_first(string text, string path)
    {
        await using var opened = await OpenSearchAsync(new View());
        await opened.Page.Keyboard.TypeAsync(text);

        await Assertions.Expect(opened.Page.Locator("dialog.search li a").First).ToHaveAttributeAsync("href", site.Server.AddressOf(path));
    }

    // Who submits looks for the code; whoever looks for a model is not to read them first.
    [Theory]
    [InlineData("cost")]
    [InlineData("model")]
    public async Task Problems_come_behind_all_else(string text)
    {
        await using var opened = await OpenSearchAsync(new View());
        await opened.Page.Keyboard.TypeAsync(text);

        await Assertions.Expect(opened.Page.Locator("dialog.search li a").First).ToBeVisibleAsync();
        var coded = (await opened.Page.Locator("dialog.search li").AllTextContentsAsync()).Select(entry => entry.Contains("CB0", StringComparison.Ordinal) || entry.Contains("CB1", StringComparison.Ordinal)).ToArray();
        Assert.Equal(coded.Order(), coded);
    }

    [Fact]
    public async Task A_slip_of_the_finger_finds_what_is_near()
    {
        await using var opened = await OpenSearchAsync(new View());
        await opened.Page.Keyboard.TypeAsync("metodology");

        await Assertions.Expect(opened.Page.Locator("dialog.search li a").First).ToContainTextAsync("Methodology");
        await Assertions.Expect(opened.Page.Locator("dialog.search [role=status]")).ToHaveTextAsync("Nothing has these words. Near them:");
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task Has_no_barrier_and_gives_the_focus_back(int width, ColorScheme theme)
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("models/"), new View(width, 640, theme));
        var button = opened.Page.Locator("button.seek");
        await button.ClickAsync();
        await Assertions.Expect(opened.Page.Locator("dialog.search input")).ToBeFocusedAsync();
        await opened.Page.Keyboard.TypeAsync("e");
        await Assertions.Expect(opened.Page.Locator("dialog.search li")).ToHaveCountAsync(30);

        Assert.Empty(await opened.FindBarriersAsync("dialog.search"));
        Assert.Equal(0, await opened.FindOverflowAsync());
        await opened.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(opened.Page.Locator("dialog.search")).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_stroke_is_a_letter_where_somebody_types()
    {
        await using var opened = await OpenSearchAsync(new View());
        await opened.Page.Keyboard.TypeAsync("a/b");

        await Assertions.Expect(opened.Page.Locator("dialog.search input")).ToHaveValueAsync("a/b");
    }

    [Fact]
    public async Task Without_scripts_it_is_a_page_of_links()
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("models/"), new View(Scripts: false));
        await Assertions.Expect(opened.Page.Locator("button.seek")).ToBeHiddenAsync();
        await opened.Page.Locator("a.seek").ClickAsync();

        Assert.Equal(site.Server.AddressOf("search/"), opened.Page.Url);
        Assert.True(await opened.Page.Locator("main li a").CountAsync() > 20);
    }

    [Fact]
    public async Task A_dead_address_offers_the_pages_that_are_near()
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("models/gpt5.2/"), new View());

        await Assertions.Expect(opened.Page.Locator(".near li a").First).ToHaveAttributeAsync("href", site.Server.AddressOf("models/gpt-5.2/"));
    }

    [Fact]
    public void The_index_is_small()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(site.Files["search.json"]);
        }

        Assert.InRange(buffer.Length, 1, 50 * 1024);
    }

    private async Task<OpenPage> OpenSearchAsync(View view)
    {
        var opened = await chromium.OpenAsync(site.Server.AddressOf("about/"), view);
        await opened.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(opened.Page.Locator("dialog.search input")).ToBeFocusedAsync();
        return opened;
    }
}
