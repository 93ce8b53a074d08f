using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>A page in the browser, with everything it said and asked for.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    // Counts what a page has put off for less than a second; longer waits only take back a message.
    private const string CountTimers =
        """
        (() => {
          const waiting = new Set();
          const { setTimeout: later, clearTimeout: never } = window;
          window.setTimeout = (work, after = 0, ...rest) => {
            const timer = later(() => { waiting.delete(timer); work(...rest); }, after);
            if (after < 1000) waiting.add(timer);
            return timer;
          };
          window.clearTimeout = (timer) => { waiting.delete(timer); never(timer); };
          window.atRest = () => new Promise((done) => {
            const look = () => requestAnimationFrame(() => requestAnimationFrame(() => waiting.size === 0 ? done() : look()));
            look();
          });
        })()
        """;

    private const string HoldBackReader =
        """
        for (const kind of ["pointerover", "mouseover", "focusin"]) {
          addEventListener(kind, (event) => { if (!window.touched) event.stopImmediatePropagation(); }, true);
        }
        """;

    private readonly IBrowserContext _window;
    private readonly ConcurrentQueue<string> _messages = [];
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly ConcurrentDictionary<IRequest, bool> _underWay = [];

    private bool _leaving;

    private OpenPage(IBrowserContext window, IPage page)
    {
        (_window, Page) = (window, page);
        page.Console += (_, message) => _messages.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _messages.Enqueue($"error: {error}");
        page.RequestFailed += (_, request) => _messages.Enqueue($"failed: {request.Url}");
        page.Request += (_, request) =>
        {
            _requests.Enqueue(request.Url);
            Follow(request);
        };
        page.FrameNavigated += (_, _) => _leaving = false;
        page.RequestFinished += (_, request) => _underWay.TryRemove(request, out bool _);
        page.RequestFailed += (_, request) => _underWay.TryRemove(request, out bool _);
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
        await window.AddInitScriptAsync(CountTimers);
        if (view.Untouched)
        {
            await window.AddInitScriptAsync(HoldBackReader);
        }

        var opened = new OpenPage(window, await window.NewPageAsync());
        await opened.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        return opened;
    }

    /// <summary>Holds back what is asked for at some addresses from now on, as a slow network does, until the source is completed.</summary>
    public async Task<TaskCompletionSource> HoldBackAsync(string addresses)
    {
        var gate = new TaskCompletionSource();
        await Page.RouteAsync(addresses, async route =>
        {
            await gate.Task;
            await route.ContinueAsync();
        });
        return gate;
    }

    /// <summary>What in sight has moved, once the page is at rest, and how far; nothing where all stood still.</summary>
    /// <param name="least">Moves up to this far, as impact times distance in fractions of the window, do not count.</param>
    public async Task<string[]> MovedAsync(double least = 0)
    {
        await SettleAsync();
        return await Page.EvaluateAsync<string[]>(
            """
            async (least) => {
              const moved = [];
              const add = (entries) => entries.filter((entry) => entry.value > least).forEach((entry) => moved.push(
                `${entry.value}: ` + entry.sources.map(({ node, previousRect, currentRect }) =>
                  `${node?.outerHTML ?? node?.textContent} ${JSON.stringify(previousRect)} ${JSON.stringify(currentRect)}`.slice(0, 400)).join("; ")));
              const observer = new PerformanceObserver((list) => add(list.getEntries()));
              observer.observe({ type: "layout-shift", buffered: true });
              await atRest();
              add(observer.takeRecords());
              return moved;
            }
            """,
            least);
    }

    /// <summary>Lets an untouched page see its reader.</summary>
    public Task TouchAsync() => Page.EvaluateAsync("() => { window.touched = true; }");

    /// <summary>
    /// Waits until the page has drawn and has nothing more to do: no frame, no timer and no answer that it waits for. Scripts that a page
    /// loads when they are first asked for are such answers.
    /// </summary>
    /// <exception cref="TimeoutException">An answer did not come within half a minute.</exception>
    public async Task RestAsync()
    {
        var patience = DateTime.UtcNow.AddSeconds(30);
        bool quiet;
        int asked;
        do
        {
            (quiet, asked) = (_underWay.IsEmpty, _requests.Count);
            await Page.EvaluateAsync("() => atRest()");
            if (DateTime.UtcNow > patience)
            {
                throw new TimeoutException($"Still under way: {string.Join(' ', _underWay.Keys.Select(request => request.Url))}");
            }
        }
        while (!quiet || _requests.Count != asked);
    }

    /// <summary>What the address says after the question mark, decoded, once the page is at rest.</summary>
    public async Task<string> SettledQueryAsync()
    {
        await RestAsync();
        return Uri.UnescapeDataString(new Uri(Page.Url).Query);
    }

    /// <summary>Waits until the page has asked for nothing for half a second, so that what comes late is collected too.</summary>
    public Task SettleAsync() => Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

    /// <summary>What axe has against the page under WCAG 2.2 A and AA and its own good practice: one line a rule and element.</summary>
    /// <param name="part">Selector of the part to look at, or null for the whole page.</param>
    public Task<ImmutableArray<string>> FindBarriersAsync(string? part = null) => Axe.FindAsync(Page, Axe.Wcag22AA, part);

    /// <summary>What axe has against the page's colours alone.</summary>
    /// <param name="part">Selector of the part to look at, or null for the whole page.</param>
    public Task<ImmutableArray<string>> FindPaleColoursAsync(string? part = null) => Axe.FindAsync(Page, Axe.Colours, part);

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

    public async ValueTask DisposeAsync() => await _window.DisposeAsync();

    // Nobody hears the end of what a page had asked for when it was left.
    private void Follow(IRequest request)
    {
        if (request.IsNavigationRequest)
        {
            _underWay.Clear();
            _leaving = true;
        }

        if (request.IsNavigationRequest || !_leaving)
        {
            _underWay[request] = true;
        }
    }
}
