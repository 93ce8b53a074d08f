using System.Text;
using CrmBench.Tests.Support;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>What the other browser tests rely on, on pages with faults made by hand.</summary>
[Collection(BrowserTestGroup.Name)]
public class ChromiumFixtureTests(ChromiumFixture chromium)
{
    private const string Head =
        "<!doctype html><html lang=\"en\"><head><meta name=\"viewport\" content=\"width=device-width\"><title>Page</title>" +
        "<link rel=\"icon\" href=\"data:,\"></head><body><main><h1>Page</h1>";

    [Fact]
    public async Task A_sound_page_has_no_barriers_messages_or_overflow()
    {
        await using var server = Serve($"{Head}<p>Text</p></main>");
        await using var page = await chromium.OpenAsync(server.Root.AbsoluteUri, View.Narrow);

        await page.SettleAsync();

        Assert.Empty(await page.FindBarriersAsync());
        Assert.Empty(page.Messages);
        Assert.Equal(0, await page.FindOverflowAsync());
        Assert.Equal([server.Root.AbsoluteUri], page.Requests);
    }

    [Fact]
    public async Task A_barrier_is_found()
    {
        await using var server = Serve($"{Head}<img src=\"data:,\"><p style=\"color:#999;background:#fff\">Pale</p></main>");
        await using var page = await chromium.OpenAsync(server.Root.AbsoluteUri, new View());

        var barriers = await page.FindBarriersAsync();

        Assert.Contains(barriers, barrier => barrier.StartsWith("image-alt:", StringComparison.Ordinal));
        Assert.Contains(barriers, barrier => barrier.StartsWith("color-contrast:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(255, 255, 255)")]
    [InlineData(ColorScheme.Dark, "rgb(0, 0, 0)")]
    public async Task The_theme_reaches_the_page(ColorScheme theme, string background)
    {
        await using var server = Serve(
            $"{Head}<style>:root {{ color-scheme: light dark; background: light-dark(#fff, #000) }}</style></main>");
        await using var page = await chromium.OpenAsync(server.Root.AbsoluteUri, new View(Theme: theme));

        Assert.Equal(background, await page.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
    }

    [Fact]
    public async Task Console_messages_script_errors_and_requests_are_collected()
    {
        await using var server = Serve(
            $"{Head}<script>console.info('hello'); fetch('missing.json').then(() => {{ throw new Error('broken') }})</script></main>");
        await using var page = await chromium.OpenAsync(server.Root.AbsoluteUri, new View());
        await page.SettleAsync();

        Assert.Contains("info: hello", page.Messages);
        Assert.Contains(page.Messages, message => message.Contains("404", StringComparison.Ordinal));
        Assert.Contains(page.Messages, message => message.Contains("broken", StringComparison.Ordinal));
        Assert.Contains(server.AddressOf("missing.json"), page.Requests);
    }

    [Fact]
    public async Task A_page_wider_than_its_window_is_found()
    {
        await using var server = Serve($"{Head}<p style=\"width:400px\">Wide</p></main>");
        await using var page = await chromium.OpenAsync(server.Root.AbsoluteUri, View.Narrow);

        Assert.InRange(await page.FindOverflowAsync(), 80, 200);
    }

    [Fact]
    public async Task Text_that_needs_scripts_is_told_from_text_that_does_not()
    {
        await using var server = Serve(
            $"{Head}<p>Served <button>Sort</button></p><p role=\"status\"></p><script>document.querySelector('main').append(" +
            "Object.assign(document.createElement('p'), { textContent: 'Added' })); " +
            "document.querySelector('[role]').textContent = '3 rows'</script></main>");
        await using var with = await chromium.OpenAsync(server.Root.AbsoluteUri, new View());
        await using var without = await chromium.OpenAsync(server.Root.AbsoluteUri, new View(Scripts: false));

        Assert.Equal(["Page", "Served", "Added"], await with.ReadTextsAsync());
        Assert.Equal(["Page", "Served"], await without.ReadTextsAsync());
    }

    private static PagesServer Serve(string html) =>
        PagesServer.Start(new Dictionary<string, byte[]> { ["index.html"] = Encoding.UTF8.GetBytes(html) });
}
