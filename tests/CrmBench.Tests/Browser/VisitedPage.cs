using System.Collections.Immutable;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>What one visit of a page finds: in a wide window, by keyboard, in the dark, in a narrow window, and once more without scripts.</summary>
/// <param name="Address">Its address.</param>
public sealed record VisitedPage(string Address)
{
    private const int Steps = 20;

    /// <summary>What axe has against it in a wide, light window.</summary>
    public required ImmutableArray<string> Barriers { get; init; }

    /// <summary>What axe has against it in a narrow, light window.</summary>
    public required ImmutableArray<string> BarriersOnPhone { get; init; }

    /// <summary>What axe has against its colours in a wide and in a narrow dark window.</summary>
    public required ImmutableArray<string> PaleColours { get; init; }

    /// <summary>How many pixels it is wider than a narrow window.</summary>
    public required int Overflow { get; init; }

    /// <summary>Where the focus was after each press of Tab, as places in the order of the page's elements.</summary>
    public required List<int> Walked { get; init; }

    /// <summary>The scripts that its head names.</summary>
    public required ImmutableArray<string> NamedScripts { get; init; }

    /// <summary>What was asked for before anybody did anything.</summary>
    public required ImmutableArray<string> RequestsAtOnce { get; init; }

    /// <summary>Everything that was asked for, all the while.</summary>
    public required ImmutableArray<string> Requests { get; init; }

    /// <summary>Everything that was written to the console, all the while.</summary>
    public required ImmutableArray<string> Messages { get; init; }

    /// <summary>What it tells.</summary>
    public required ImmutableArray<string> Texts { get; init; }

    /// <summary>What it tells where scripts do not run.</summary>
    public required ImmutableArray<string> TextsWithoutScripts { get; init; }

    /// <summary>Visits a page.</summary>
    public static async Task<VisitedPage> VisitAsync(ChromiumFixture chromium, string address)
    {
        await using var plain = await chromium.OpenAsync(address, new View(Scripts: false));
        await using var opened = await chromium.OpenAsync(address, new View(Untouched: true));
        await opened.SettleAsync();
        var named = await opened.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('head script[src], head link[rel=modulepreload]')].map(element => element.src || element.href)");
        var atOnce = opened.Requests;
        var texts = await opened.ReadTextsAsync();
        var barriers = await opened.FindBarriersAsync();
        await opened.TouchAsync();
        var walked = await WalkAsync(opened.Page);

        // What only a narrow window shows has its colours looked at there, too.
        await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await opened.RestAsync();
        var paleWide = await opened.FindPaleColoursAsync();
        await opened.Page.SetViewportSizeAsync(View.Narrow.Width, View.Narrow.Height);
        await opened.RestAsync();
        var pale = await opened.FindPaleColoursAsync();

        await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await opened.RestAsync();
        return new VisitedPage(address)
        {
            Barriers = barriers,
            BarriersOnPhone = await opened.FindBarriersAsync(),
            PaleColours = [.. paleWide, .. pale],
            Overflow = await opened.FindOverflowAsync(),
            Walked = walked,
            NamedScripts = [.. named],
            RequestsAtOnce = atOnce,
            Requests = opened.Requests,
            Messages = opened.Messages,
            Texts = texts,
            TextsWithoutScripts = await plain.ReadTextsAsync(),
        };
    }

    private static async Task<List<int>> WalkAsync(IPage page)
    {
        var places = new List<int>();
        for (var step = 0; step < Steps; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            places.Add(await page.EvaluateAsync<int>("() => [...document.querySelectorAll('*')].indexOf(document.activeElement)"));
        }

        await page.EvaluateAsync("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        return places;
    }
}
