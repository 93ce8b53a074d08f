using System.Globalization;
using System.Text.RegularExpressions;
using CrmBench.Core.Statistics;
using CrmBench.Tests.Fuzzing;
using CrmBench.Tests.Support;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>
/// Whatever an address says, the page that reads it stays a page: no script fails, nobody else is asked for anything, nothing in the address
/// becomes live, the page can be used, and the address that it keeps opens the same view.
/// </summary>
/// <remarks>
/// <c>FUZZ_ADDRESSES=500 FUZZ_FROM=0</c> before the call of these tests tries more of them; a case is the page and a number.
/// </remarks>
[Collection(BrowserTestGroup.Name)]
public partial class HostileAddressTests(ChromiumFixture chromium, ServedSite site)
{
    private const string Board = "[data-board][data-ready]";
    private const string Picking = "[data-ask][data-ready]";

    // What came with the address and is live. The name of the element and of the call are those of HostileAddress.
    private const string FindLive =
        """
        () => [...document.querySelectorAll("*")].flatMap(element => [
          ...(["ZQ", "IFRAME", "OBJECT", "EMBED", "BASE"].includes(element.tagName) ? [element.outerHTML] : []),
          ...[...element.attributes].filter(({ name, value }) => /^on/i.test(name) || /^\s*(javascript|data:text)/i.test(value)
            || (["src", "href", "action", "srcset"].includes(name) && /zq\.example|^x$/.test(value))).map(({ name, value }) => `${name}="${value}"`),
        ]).map(found => found.slice(0, 200)).concat(window.zqCalled ? ["called"] : [])
        """;

    private static int Cases => int.Parse(Environment.GetEnvironmentVariable("FUZZ_ADDRESSES") ?? "6", CultureInfo.InvariantCulture);

    private static int From => int.Parse(Environment.GetEnvironmentVariable("FUZZ_FROM") ?? "0", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("demonstration/", Board)]
    [InlineData("service-agents/", Board)]
    [InlineData("compare/", Picking)]
    [InlineData("choose/", Picking)]
    [InlineData("models/", "main")]
    [InlineData("search/", "main")]
    [InlineData("demonstration/use-cases/", "main")]
    [InlineData("", "main")]
    [InlineData("404", "main")]
    public async Task No_address_does_harm(string page, string ready)
    {
        var path = page.EndsWith("use-cases/", StringComparison.Ordinal)
            ? site.Files.Keys.Order(StringComparer.Ordinal).First(file => file.StartsWith(page, StringComparison.Ordinal) && file.Split('/').Length == 4).Replace("index.html", "", StringComparison.Ordinal)
            : page;
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf(path == "404" ? "" : path), new View());
        await opened.Page.WaitForSelectorAsync(ready);
        await opened.Page.Context.AddInitScriptAsync("window.zq = () => { window.zqCalled = true; };");
        var hostile = new HostileAddress(await WordsOf(opened.Page));
        for (var number = From; number < From + Cases; number++)
        {
            var random = Xoshiro256.FromText(string.Create(CultureInfo.InvariantCulture, $"address/{page}/{number}"));
            var address = site.Server.AddressOf(path == "404" ? hostile.MakePath(random) : path + hostile.Make(random));
            await VisitAsync(opened, address, ready, $"{page} {number}: {address}", twice: number % 3 == 0, isMissing: path == "404");
        }
    }

    [Fact]
    public async Task What_is_live_would_be_found()
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("models/"), new View());
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>(FindLive));
        foreach (var markup in (string[])["<zq></zq>", "<p onclick='zq()'></p>", "<a href='javascript:zq()'></a>", "<a href='//zq.example/'></a>", "<img src=x alt=''>"])
        {
            await opened.Page.EvaluateAsync("markup => { const box = document.createElement('div'); box.innerHTML = markup; document.body.replaceChildren(box); }", markup);

            Assert.NotEmpty(await opened.Page.EvaluateAsync<string[]>(FindLive));
        }
    }

    private async Task VisitAsync(OpenPage opened, string address, string ready, string told, bool twice, bool isMissing)
    {
        var (said, asked) = (opened.Messages.Length, opened.Requests.Length);
        try
        {
            await opened.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
            await opened.Page.WaitForSelectorAsync(ready, new() { Timeout = 20_000 });
            await opened.RestAsync();
            Assert.True((await opened.Page.EvaluateAsync<string[]>(FindLive)) is [], told);
            Assert.True(await opened.Page.Locator("h1").First.IsVisibleAsync(), told);
            if (twice && !isMissing)
            {
                var (kept, shown) = (opened.Page.Url, await ShownAsync(opened.Page));
                await opened.Page.GotoAsync("about:blank");
                await opened.Page.GotoAsync(kept, new() { WaitUntil = WaitUntilState.Load });
                await opened.Page.WaitForSelectorAsync(ready);
                await opened.RestAsync();
                Assert.Equal((told, kept), (told, opened.Page.Url));
                Assert.Equal((told, shown), (told, await ShownAsync(opened.Page)));
            }
        }
        catch (Exception trouble) when (trouble is PlaywrightException or TimeoutException)
        {
            Assert.Fail($"{told}\n{trouble.Message}\n{string.Join('\n', opened.Messages[said..])}");
        }

        // A page that is not there is answered with 404, which the browser tells the console.
        string[] messages = [.. opened.Messages[said..].Where(message => !(isMissing && message.Contains("404", StringComparison.Ordinal)))];
        Assert.True(messages is [], $"{told}\n{string.Join('\n', messages)}");
        Assert.All(opened.Requests[asked..].Where(request => request != "about:blank"), request =>
            Assert.True(request.StartsWith(site.Server.Origin, StringComparison.Ordinal), $"{told}\nasks {request}"));
    }

    // What a reader sees of the view; what tells of the address itself may differ once it is mended.
    private static Task<string> ShownAsync(IPage page) => page.EvaluateAsync<string>(
        "() => [...document.querySelectorAll('main h1, main tbody tr, .chip, .verdict')].filter(part => part.checkVisibility()).map(part => part.textContent.replace(/\\s+/g, ' ')).join('\\n')");

    /// <summary>Names that the scripts of addresses know, and what the page's controls and rows are called.</summary>
    private static async Task<string[]> WordsOf(IPage page)
    {
        var ofPage = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('main [id], main [name], main option, main input')].flatMap(part => [part.id, part.name, part.value]).filter(word => typeof word === 'string' && word && word.length < 60)");
        var ofScripts = ((string[])["address.js", "picks.js", "board.js", "models.js", "use-case.js", "search.js", "choose.js", "compare.js"])
            .Select(name => Repository.PathOf("templates", "assets", "js", name)).Where(File.Exists)
            .SelectMany(file => Words().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        return [.. ofPage.Concat(ofScripts).Distinct().Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("[\"'.]([a-z][a-z.-]{0,12})[\"'\\s(:,;)]")]
    private static partial Regex Words();
}
