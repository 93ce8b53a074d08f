using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Pick;

/// <summary>What holds for the pages for comparing and choosing alike: addresses, sizes, no scripts.</summary>
[Collection(BrowserTestGroup.Name)]
public partial class PickPageTests(ChromiumFixture chromium, ServedSite site)
{
    private const int MostScript = 20 * 1024;

    /// <summary>An answer is read before it is explained: drawings, differences and what would change a pick come once it stands, and may have this much:
    /// the drawing brings the rules of axes and labels that all charts share, and can be enlarged as they can.</summary>
    private const int Explaining = 10 * 1024 + 512;

    public static TheoryData<string> Pages => ["compare/", "choose/"];

    /// <summary>Addresses that readers may have kept, on either page: each must be understood for ever.</summary>
    private static readonly string[] Kept =
    [
        "compare/?board=service-agents_2026-08_automated&rows=gpt-5.2-high,claude-opus-4.5-high",
        "compare/?board=demonstration_2026-09_manual&rows=model-a,model-b,model-c,model-d&not=service-call-summary&calls=500000",
        "compare/?v=1&board=crmarena_2025-02_automated",
        "choose/?board=demonstration_2026-09_manual&max.cost=0.05&min.accuracy=2.5&w=accuracy:2,trust:1&calls=1000&in=3000&out=250",
        "choose/?board=service-agents_2026-08_automated&not=banking-knowledge&max.speed=5",
        "choose/?board=service-agents_2026-08_automated&uc=airline,retail&max.speed=5",
    ];

    /// <summary>Addresses that ask for what is not there.</summary>
    private static readonly string[] Hostile =
    [
        "?board=%3Cscript%3Ealert(1)%3C/script%3E",
        "?rows=%3Cimg%20src=x%20onerror=alert(1)%3E",
        "?board=service-agents_2026-08_automated&board=demonstration_2026-09_manual",
        "?max.cost=1e999",
        "?min.accuracy=-1",
        "?max.nothing=1",
        "?w=accuracy:99",
        "?w=__proto__:1",
        "?not=airline,nowhere",
        "?calls=1.5",
        "?v=2",
        "?__proto__=1&constructor=2",
        "?rows=" + "x,".PadRight(9000, 'x'),
    ];

    [Fact]
    public async Task Old_addresses_keep_their_meaning()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/");
        foreach (var path in Kept)
        {
            await view.GoToAsync(site.Server.AddressOf(path));

            Assert.Equal((path, ""), (path, await view.NoteAsync()));
            Assert.NotEqual("", await view.VerdictAsync());
            Assert.Equal(path.Split('?')[1], view.Query[1..]);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_is_not_there_falls_back_with_a_quiet_note(string page)
    {
        await using var view = await PickView.OpenAsync(chromium, site, page);
        foreach (var query in Hostile)
        {
            await view.GoToAsync(site.Server.AddressOf(page + query));

            Assert.Equal((query, "Part of the address was not understood and is left out."), (query, await view.NoteAsync()));
            Assert.NotEqual("", await view.VerdictAsync());
            Assert.Equal(0, await view.Page.Locator("main script, main img").CountAsync());
            Assert.Empty(view.Opened.Messages);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_whole_without_scripts(string path)
    {
        await using var plain = await chromium.OpenAsync(site.Server.AddressOf(path), new View(Scripts: false));

        await Assertions.Expect(plain.Page.Locator(".ask")).ToBeHiddenAsync();
        Assert.True(await plain.Page.Locator(".board-part table tbody tr").CountAsync() > 10);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_moves_while_the_numbers_come(string path)
    {
        await using var wide = await PickView.OpenAsync(chromium, site, path);
        await using var phone = await PickView.OpenAsync(chromium, site, path, new View(390, 844));

        Assert.Empty(await wide.Opened.MovedAsync());
        Assert.Empty(await phone.Opened.MovedAsync());
    }

    // The scripts of the page with all that they import: the browser runs nothing of them before it is there. The head names more, which
    // those scripts ask for once the answer stands.
    [Theory]
    [MemberData(nameof(Pages))]
    public void What_stands_between_a_reader_and_the_answer_is_small(string path)
    {
        var waiting = new Stack<string>(NamesIn(site.Files[$"{path}index.html"], ScriptNames()));
        var found = new HashSet<string>(StringComparer.Ordinal);
        var size = 0L;
        while (waiting.TryPop(out var name))
        {
            if (!found.Add(name))
            {
                continue;
            }

            var script = site.Files.Single(file => file.Key.StartsWith($"assets/js/{name}.", StringComparison.Ordinal)).Value;
            size += Compressed(script);
            foreach (var import in NamesIn(script, ImportedNames()))
            {
                waiting.Push(import);
            }
        }

        Assert.True(found.Count > 10, $"Only {string.Join(", ", found)}");
        Assert.InRange(size, 1, MostScript);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_comes_by_itself_after_the_answer_is_small_too(string path)
    {
        await using var view = await PickView.OpenAsync(chromium, site, path, new View(Untouched: true));
        await view.Opened.SettleAsync();

        var sizes = view.Opened.Requests
            .Where(address => address.EndsWith(".js", StringComparison.Ordinal))
            .Select(address => site.Files[address[site.Server.Root.AbsoluteUri.Length..]])
            .Select(Compressed);

        Assert.InRange(sizes.Sum(), 1, MostScript + Explaining);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_board_whose_numbers_do_not_come_says_so(string path)
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("404.html"), new View());
        await opened.Page.RouteAsync("**/*.board.json", route => route.AbortAsync());

        await opened.Page.GotoAsync(site.Server.AddressOf(path));

        await Assertions.Expect(opened.Page.Locator(".ask .quiet")).ToHaveTextAsync(
            "The numbers of this leaderboard could not be loaded. Reload the page to try again.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Back_and_forward_walk_through_boards_and_use_cases(string path)
    {
        await using var view = await PickView.OpenAsync(chromium, site, path);
        var first = await view.VerdictAsync();
        await view.Page.SelectOptionAsync("select[name=board]", "demonstration_2026-09_manual");
        await Assertions.Expect(view.Page.Locator(".verdict")).ToContainTextAsync("Invented data.");
        await view.Page.ClickAsync(".cases > summary");
        await view.Page.Locator(".cases .pick input").First.ClickAsync();
        Assert.Contains("uc=", view.Query, StringComparison.Ordinal);
        await Assertions.Expect(view.Page.Locator(".cases > summary b")).ToHaveTextAsync("10 of 11");

        await view.Page.GoBackAsync();
        await Assertions.Expect(view.Page.Locator(".cases > summary b")).ToHaveCountAsync(0);
        await view.Page.GoBackAsync();
        await Assertions.Expect(view.Page.Locator(".verdict")).Not.ToContainTextAsync("Invented data.");

        Assert.Equal(first, await view.VerdictAsync());
        Assert.Equal("", view.Query);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task One_use_case_an_area_and_all_are_one_click_each(string path)
    {
        await using var view = await PickView.OpenAsync(chromium, site, $"{path}?board=demonstration_2026-09_manual");
        await view.Page.ClickAsync(".cases > summary");

        await view.Page.Locator(".cases .only").First.ClickAsync();
        await Assertions.Expect(view.Page.Locator(".cases > summary b")).ToHaveTextAsync("1 of 11");
        Assert.Single(view.Query.Split("uc=")[1].Split('&')[0].Split(','));

        await view.Page.Locator(".cases .picks button").Nth(1).ClickAsync();
        Assert.InRange(view.Query.Split("uc=")[1].Split('&')[0].Split(',').Length, 2, 10);

        await view.Page.Locator(".cases .picks button").First.ClickAsync();
        Assert.DoesNotContain("uc=", view.Query, StringComparison.Ordinal);
        Assert.Empty(await view.Opened.FindBarriersAsync());
    }

    /// <summary>What scripts are called, without the fingerprints of their files: <c>choose</c> for <c>assets/js/choose.1a2b3c4d.js</c>.</summary>
    private static IEnumerable<string> NamesIn(byte[] file, Regex names) =>
        names.Matches(Encoding.UTF8.GetString(file)).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("<script type=\"module\" src=\"[^\"]*/(?<name>[^\"./]+)\\.[^\"]+\"", RegexOptions.CultureInvariant)]
    private static partial Regex ScriptNames();

    [GeneratedRegex("^import\\b[^\"(]*\"\\./(?<name>[^\"]+)\\.js\"", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex ImportedNames();

    private static long Compressed(byte[] file)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(file);
        }

        return packed.Length;
    }
}
