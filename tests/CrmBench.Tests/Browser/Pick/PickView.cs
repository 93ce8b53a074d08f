using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Pick;

/// <summary>The page for comparing or for choosing, as a reader uses it.</summary>
public sealed class PickView : IAsyncDisposable
{
    private readonly OpenPage _opened;

    private PickView(OpenPage opened) => _opened = opened;

    public IPage Page => _opened.Page;

    public OpenPage Opened => _opened;

    /// <summary>What the address says after the question mark, decoded.</summary>
    public string Query => Uri.UnescapeDataString(new Uri(Page.Url).Query);

    /// <inheritdoc cref="OpenPage.SettledQueryAsync"/>
    public Task<string> SettledQueryAsync() => _opened.SettledQueryAsync();

    /// <summary>Opens a page and waits for its answer.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="site">The site.</param>
    /// <param name="path">Path below the site's root, with its query: <c>compare/?rows=a,b</c>.</param>
    /// <param name="view">How it is looked at.</param>
    public static async Task<PickView> OpenAsync(ChromiumFixture chromium, ServedSite site, string path, View? view = null)
    {
        var opened = new PickView(await chromium.OpenAsync(site.Server.AddressOf(path), view ?? new View()));
        await opened.ReadyAsync();
        return opened;
    }

    /// <summary>Goes to another address in the same window and waits for its answer.</summary>
    public async Task GoToAsync(string address)
    {
        await Page.GotoAsync(address);
        await ReadyAsync();
    }

    /// <summary>Waits until the page has its numbers, and has said what led to its answer.</summary>
    public Task ReadyAsync() => Page.WaitForSelectorAsync(".compare[data-ready] :is(.real, .answer:not(:has(thead > tr > :nth-child(3)))), .choose[data-ready] .evidence");

    /// <summary>Types into a field and waits for what follows from it: what reads the fields comes with the first touch.</summary>
    public async Task FillAsync(string selector, string text)
    {
        await Page.FillAsync(selector, text);
        await Opened.RestAsync();
    }

    /// <summary>Chooses a weight and waits for what follows from it.</summary>
    public async Task CheckAsync(string selector)
    {
        await Page.CheckAsync(selector);
        await Opened.RestAsync();
    }

    /// <summary>The answer in a sentence, no-break spaces as spaces.</summary>
    public async Task<string> VerdictAsync() => Plain(await Page.Locator(".verdict").TextContentAsync());

    /// <summary>What the form for choosing says of a count's limit or weight.</summary>
    public async Task<string> ToldAsync(string count) => Plain(await Page.Locator($".dial[data-of={count}] .told").TextContentAsync());

    /// <summary>The quiet note, or nothing.</summary>
    public async Task<string> NoteAsync() => Plain(await Page.Locator(".ask .quiet").TextContentAsync());

    /// <summary>The texts of all elements of a kind within the answer.</summary>
    public async Task<string[]> TextsAsync(string selector) =>
        [.. (await Page.Locator($".ask {selector}").AllTextContentsAsync()).Select(Plain)];

    public ValueTask DisposeAsync() => _opened.DisposeAsync();

    private static string Plain(string? text) => (text ?? "").Replace('\u00a0', ' ');
}
