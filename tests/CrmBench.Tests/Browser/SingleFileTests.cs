using CrmBench.Tests.Support;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>A board in one file, opened from the disk.</summary>
[Collection(PageTestGroup.Name)]
public sealed class SingleFileTests(ChromiumFixture browser)
{
    private const string OnSite = "https://example.org/board/";

    private static string Build(TemporaryFolder folder, params string[] more)
    {
        var file = folder.PathOf("board.html");
        var run = CrmBenchRun.In(BoardsSite.Root, ["build", "--single-file", file, "--base-url", OnSite, .. more]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["board.html"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
        return file;
    }

    [Fact]
    public async Task It_works_from_the_disk_and_asks_nobody_for_anything()
    {
        using var folder = new TemporaryFolder();
        var file = Build(folder, "--board", "demonstration");
        Assert.InRange(new FileInfo(file).Length, 1, 1_000_000);

        await using var open = await browser.OpenAsync(new Uri(file).AbsoluteUri, new View());
        await open.SettleAsync();
        var all = await open.Page.Locator("table.board tbody th").CountAsync();
        var name = (await open.Page.Locator("table.board tbody th a").First.InnerTextAsync()).Trim();
        await open.Page.Locator(".tools input[name=q]").FillAsync(name);
        await open.SettleAsync();

        Assert.InRange(await open.Page.Locator("table.board tbody th:visible").CountAsync(), 1, all - 1);
        Assert.Empty(open.Messages);
        // The address follows a quarter of a second after the last key.
        Assert.Contains("q=", await open.Page.EvaluateAsync<string>(
            "new Promise(done => { const look = () => location.search ? done(location.search) : requestAnimationFrame(look); look(); })"), StringComparison.Ordinal);
        await open.Page.Locator("table.board .act.more").First.ClickAsync();
        await Assertions.Expect(open.Page.Locator("table.board .detail")).ToBeVisibleAsync();
        await open.SettleAsync();
        Assert.Empty(open.Messages);
        Assert.All(open.Requests, request => Assert.True(
            request.StartsWith("data:", StringComparison.Ordinal) || request.StartsWith("blob:", StringComparison.Ordinal) || new Uri(request).LocalPath == new Uri(file).LocalPath, request[..Math.Min(200, request.Length)]));
    }

    [Fact]
    public async Task Its_links_lead_to_the_site_or_within_the_page()
    {
        using var folder = new TemporaryFolder();

        await using var open = await browser.OpenAsync(new Uri(Build(folder)).AbsoluteUri, new View());
        await open.SettleAsync();

        var links = await open.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href], link[href]')].map(link => link.getAttribute('href'))");
        Assert.Contains(links, link => link.StartsWith(OnSite, StringComparison.Ordinal));
        Assert.All(links, link => Assert.Matches("^(#|https://|data:)", link));
    }

    [Fact]
    public void What_does_not_go_together_is_refused_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        string[][] wrong =
        [
            ["--board", "demonstration"],
            ["--single-file", folder.PathOf("board.html"), "--board", "nothing"],
            ["--single-file", folder.PathOf("board.html"), "--relative"],
            ["--single-file", folder.PathOf("board.txt")],
        ];

        Assert.All(wrong, arguments => Assert.Equal(64, CrmBenchRun.In(BoardsSite.Root, ["build", .. arguments]).ExitCode));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
