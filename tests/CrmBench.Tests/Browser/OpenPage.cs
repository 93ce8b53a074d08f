using System.Collections.Concurrent;
using System.Collections.Immutable;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>A page in the browser, with everything it said and asked for.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private static readonly AxeRunOptions Wcag22AA = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    // Only colours differ between the themes.
    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
    };

    private readonly IBrowserContext _window;
    private readonly ConcurrentQueue<string> _messages = [];
    private readonly ConcurrentQueue<string> _requests = [];

    private OpenPage(IBrowserContext window, IPage page)
    {
        (_window, Page) = (window, page);
        page.Console += (_, message) => _messages.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _messages.Enqueue($"error: {error}");
        page.RequestFailed += (_, request) => _messages.Enqueue($"failed: {request.Url}");
        page.Request += (_, request) => _requests.Enqueue(request.Url);
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    /// <summary>What the page wrote to the console, every script error and every failed request.</summary>
    public ImmutableArray<string> Messages => [.. _messages];

    /// <summary>The address of everything that was asked for, the page itself first.</summary>
    public ImmutableArray<string> Requests => [.. _requests];

    internal static async Task<OpenPage> OpenAsync(IBrowser browser, string address, View view)
    {
        var window = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = view.Width, Height = view.Height },
            ColorScheme = view.Theme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = view.Scripts,
        });
        var opened = new OpenPage(window, await window.NewPageAsync());
        await opened.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        return opened;
    }

    /// <summary>What the address says after the question mark, decoded, once the reader pauses.</summary>
    public async Task<string> SettledQueryAsync()
    {
        await Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 400))");
        return Uri.UnescapeDataString(new Uri(Page.Url).Query);
    }

    /// <summary>Waits until the page has asked for nothing for half a second, so that what comes late is collected too.</summary>
    public Task SettleAsync() => Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

    /// <summary>What axe has against the page under WCAG 2.2 A and AA and its own good practice: one line a rule and element.</summary>
    public Task<ImmutableArray<string>> FindBarriersAsync() => RunAxeAsync(Wcag22AA);

    /// <summary>What axe has against the page's colours alone.</summary>
    public Task<ImmutableArray<string>> FindPaleColoursAsync() => RunAxeAsync(Colours);

    /// <summary>How many pixels the page is wider than its window; 0 where it cannot be scrolled sideways.</summary>
    public Task<int> FindOverflowAsync() =>
        Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>
    /// The visible text of every heading, paragraph, list entry, cell and caption, spaces folded; without what only tells of a
    /// control's state, which nobody misses where the control is not there. A heading that sorts is a heading all the same.
    /// </summary>
    public async Task<ImmutableArray<string>> ReadTextsAsync()
    {
        const string Texts = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, figcaption, summary";
        const string OfControls = "[role=status], [aria-live], dialog, button:not(.sort), form, menu";
        var texts = await Page.EvaluateAsync<string[]>(
            $$"""
            () => [...document.querySelectorAll("{{Texts}}")]
              .filter(element => !element.closest("{{OfControls}}") && element.checkVisibility())
              .map(element => {
                const copy = element.cloneNode(true);
                copy.querySelectorAll("{{OfControls}}").forEach(control => control.remove());
                return copy.textContent.replace(/\s+/g, " ").trim();
              })
              .filter(text => text.length > 0)
            """);
        return [.. texts];
    }

    private async Task<ImmutableArray<string>> RunAxeAsync(AxeRunOptions rules)
    {
        var result = await Page.RunAxe(rules);
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help}: {node.Html}"))];
    }

    public async ValueTask DisposeAsync() => await _window.DisposeAsync();
}
