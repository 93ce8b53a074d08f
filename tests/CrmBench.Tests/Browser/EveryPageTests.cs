using System.Collections.Immutable;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>What holds on every kind of page.</summary>
[Collection(PageTestGroup.Name)]
public class EveryPageTests(ChromiumFixture chromium, ServedSite site)
{
    public static TheoryData<string> Kinds => PageKinds.All;

    [Fact]
    public void Every_page_is_of_a_kind_that_is_looked_at()
    {
        var unknown = site.Files.Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal) && PageKinds.Of(path) is null);

        Assert.Empty(unknown);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Has_no_barrier_in_the_light(string kind) => HasNoBarrier(kind, new View(), page => page.FindBarriersAsync());

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Has_no_barrier_on_a_phone(string kind) => HasNoBarrier(kind, View.Narrow, page => page.FindBarriersAsync());

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Can_be_read_in_the_dark(string kind) =>
        HasNoBarrier(kind, new View(Theme: ColorScheme.Dark), page => page.FindPaleColoursAsync());

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Asks_nobody_but_its_own_server_and_says_nothing_to_the_console(string kind) => OnEach(kind, new View(), async page =>
    {
        await page.SettleAsync();

        Assert.All(page.Requests, request => Assert.StartsWith(site.Server.Root.AbsoluteUri, request, StringComparison.Ordinal));
        Assert.True(page.Messages.IsEmpty, $"{page.Page.Url} says:\n{string.Join('\n', page.Messages)}");
    });

    [Theory]
    [InlineData(PageKinds.Board)]
    [InlineData(PageKinds.Compare)]
    [InlineData(PageKinds.Choose)]
    public Task Names_in_its_head_what_its_scripts_load_at_once(string kind) => OnEach(kind, new View(), async page =>
    {
        await page.SettleAsync();
        var named = await page.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('head script[src], head link[rel=modulepreload]')].map(element => element.src || element.href)");

        var late = page.Requests.Where(address => address.EndsWith(".js", StringComparison.Ordinal)).Except(named);

        Assert.True(!late.Any(), $"{page.Page.Url} loads step by step:\n{string.Join('\n', late)}");
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Is_walked_by_the_keyboard_in_the_order_of_reading(string kind)
    {
        const int Steps = 20;
        await using var page = await chromium.OpenAsync(site.AddressesOf(kind)[0], new View());
        await page.SettleAsync();
        var places = new List<int>();
        for (var step = 0; step < Steps; step++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            places.Add(await page.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('*')].indexOf(document.activeElement)"));
        }

        // Beyond the last place the focus leaves the page and starts again.
        var end = places.FindIndex(1, place => place <= places[0]);
        var walked = end < 0 ? places : places[..end];
        Assert.True(walked.Count > 5, $"{page.Page.Url} has only {walked.Count} places.");
        Assert.Equal(walked.Order(), walked);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Is_never_wider_than_a_narrow_window(string kind) => OnEach(kind, View.Narrow, async page =>
        Assert.True(await page.FindOverflowAsync() == 0, $"{page.Page.Url} is wider than its window."));

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Tells_everything_without_scripts(string kind) => OnEach(kind, new View(), async page =>
    {
        await using var plain = await chromium.OpenAsync(page.Page.Url, new View(Scripts: false));

        string[] missing = [.. (await page.ReadTextsAsync()).Except(await plain.ReadTextsAsync())];

        Assert.True(missing.Length == 0, $"Only with scripts, {page.Page.Url} tells:\n{string.Join('\n', missing)}");
    });

    private Task HasNoBarrier(string kind, View view, Func<OpenPage, Task<ImmutableArray<string>>> look) => OnEach(kind, view, async page =>
    {
        var barriers = await look(page);
        Assert.True(barriers.IsEmpty, $"{barriers.Length} barriers on {page.Page.Url}:\n{string.Join('\n', barriers.Take(10))}");
    });

    private async Task OnEach(string kind, View view, Func<OpenPage, Task> look)
    {
        foreach (var address in site.AddressesOf(kind))
        {
            await using var page = await chromium.OpenAsync(address, view);
            await look(page);
        }
    }
}
