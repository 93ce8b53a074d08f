using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Browser;

/// <summary>A site that was built with relative links: right in any folder of any server, and on the disk.</summary>
[Collection(PageTestGroup.Name)]
public sealed class RelativeSiteTests(ChromiumFixture browser, RelativeSiteTests.Built site) : IClassFixture<RelativeSiteTests.Built>
{
    private const string Folder = "/some/where/else/";

    private static readonly string[] Addresses = ["href", "src", "data-board", "data-prices"];

    [Fact]
    public void Every_link_of_every_page_leads_from_its_file_to_another()
    {
        var parser = new HtmlParser();
        foreach (var (path, content) in site.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal) && file.Key != "404.html"))
        {
            var text = Encoding.UTF8.GetString(content);
            Assert.DoesNotContain("crmbench-root", text, StringComparison.Ordinal);
            foreach (var address in parser.ParseDocument(text).All
                .SelectMany(element => Addresses.Select(element.GetAttribute).OfType<string>())
                .Where(address => !address.Contains("://", StringComparison.Ordinal) && !address.StartsWith('#')))
            {
                Assert.False(address.StartsWith('/'), $"{path}: {address}");
                var target = new Uri(new Uri($"https://host/{path}"), address).AbsolutePath[1..];
                Assert.True(site.Files.ContainsKey(target), $"{path}: {address}");
            }
        }
    }

    [Fact]
    public void Sizes_and_hashes_are_those_of_the_files_as_they_are_written()
    {
        var listed = JsonNode.Parse(site.Files["api/v1/index.json"])!["files"]!.AsArray();

        Assert.NotEmpty(listed);
        Assert.All(listed, file =>
        {
            var bytes = site.Files[file!["path"]!.GetValue<string>()];
            Assert.Equal(bytes.Length, file["bytes"]!.GetValue<int>());
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file["sha256"]!.GetValue<string>());
        });
    }

    [Fact]
    public void What_names_the_site_to_others_stays_absolute()
    {
        var page = Encoding.UTF8.GetString(site.Files["index.html"]);

        Assert.Contains($"<link rel=\"canonical\" href=\"https://example.org{BoardsSite.BasePath}\"", page, StringComparison.Ordinal);
        Assert.Contains($"<loc>https://example.org{BoardsSite.BasePath}</loc>", Encoding.UTF8.GetString(site.Files["sitemap.xml"]), StringComparison.Ordinal);
        Assert.Contains($"=\"{BoardsSite.BasePath}", Encoding.UTF8.GetString(site.Files["404.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_verified_like_any_other()
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, content) in site.Files)
        {
            folder.Write($"site/{path}", "");
            File.WriteAllBytes(folder.PathOf($"site/{path}"), content);
        }

        var run = CrmBenchRun.In(
            BoardsSite.Root, "verify", "--output", folder.PathOf("site"), "--base-url", $"https://example.org{BoardsSite.BasePath}");

        Assert.True(run.ExitCode == 0, run.Error);
    }

    [Fact]
    public async Task A_board_works_in_a_folder_that_nobody_named()
    {
        await using var server = PagesServer.Start(site.Files, Folder);
        await using var open = await browser.OpenAsync(server.AddressOf("demonstration/index.html"), new View());
        await open.SettleAsync();

        Assert.Empty(open.Messages);
        Assert.All(open.Requests, request => Assert.Contains(Folder, request, StringComparison.Ordinal));
        Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.dataset.js === '' && getComputedStyle(document.body).margin === '0px'"));
        await open.Page.Locator("table.board tbody th a").First.ClickAsync();
        await open.SettleAsync();
        Assert.Contains("/models/", open.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(open.Messages, message => message.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_the_disk_pages_have_their_styles_and_links()
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, content) in site.Files)
        {
            folder.Write(path, "");
            File.WriteAllBytes(folder.PathOf(path), content);
        }

        await using var open = await browser.OpenAsync(new Uri(folder.PathOf("demonstration/index.html")).AbsoluteUri, new View());

        var rules = await open.Page.EvaluateAsync<int>("[...document.styleSheets].length");
        var margin = await open.Page.EvaluateAsync<string>("getComputedStyle(document.body).margin");
        // Browsers load no modules from a disk: no control may look as if it worked.
        Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.dataset.js === undefined"));
        Assert.True(rules >= 2);
        Assert.Equal("0px", margin);
        await open.Page.Locator("table.board tbody th a").First.ClickAsync();
        Assert.EndsWith("/index.html", new Uri(open.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>The site, built once.</summary>
    public sealed class Built
    {
        /// <summary>Its files by path.</summary>
        public IReadOnlyDictionary<string, byte[]> Files { get; } = Build();

        private static Dictionary<string, byte[]> Build()
        {
            using var output = new TemporaryFolder();
            var build = CrmBenchRun.In(BoardsSite.Root, [.. BoardsSite.BuildTo(output.PathOf("site")), "--relative"]);
            return build.ExitCode == 0 ? FolderContent.Read(output.PathOf("site")) : throw new InvalidOperationException(build.Error);
        }
    }
}
