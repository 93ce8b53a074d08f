using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;

namespace CrmBench.Tests.Site.Publishing;

public class SitePathsTests
{
    private static SitePaths Create(string baseUrl, params string[] paths) => SitePaths.Create(
        new Uri(baseUrl), paths.Select(path => new Route(path, new SourcePlace("x"))), AssetSet.Empty, new DiagnosticBag());

    private static string[] ProblemsOf(params string[] paths)
    {
        var diagnostics = new DiagnosticBag();
        SitePaths.Create(
            new Uri("https://example.org/"),
            paths.Select((path, i) => new Route(path, new SourcePlace("data/models.csv", i + 1))),
            AssetSet.Empty,
            diagnostics);
        return [.. diagnostics.ToSorted().Select(problem => problem.ToString())];
    }

    [Theory]
    [InlineData("https://example.org/", "/", "/")]
    [InlineData("https://example.org/", "/models/", "/models/")]
    [InlineData("https://example.org/crmbench/", "/", "/crmbench/")]
    [InlineData("https://example.org/a/b/", "/models/?sort=cost&x=1#top", "/a/b/models/?sort=cost&x=1#top")]
    public void Links_begin_with_the_base_path_and_keep_query_and_fragment(string baseUrl, string path, string expected) =>
        Assert.Equal(expected, Create(baseUrl, "/", "/models/").Link(path));

    [Fact]
    public void An_absolute_address_has_scheme_host_and_port() =>
        Assert.Equal("http://localhost:8080/x/models/", Create("http://localhost:8080/x/", "/models/").Absolute("/models/"));

    [Theory]
    [InlineData("https://example.org/", "/")]
    [InlineData("https://example.org/a/b/", "/a/b/")]
    public void The_import_map_leads_from_the_names_that_modules_import_to_published_ones(string baseUrl, string basePath)
    {
        var diagnostics = new DiagnosticBag();
        string[] names = ["js/b.js", "js/a.mjs", "css/a.css"];
        var assets = AssetBuilder.Build(
            names.Select(name => new AssetSource(name, name, new byte[] { 1 })), diagnostics);
        var paths = SitePaths.Create(new Uri(baseUrl), [], assets, diagnostics);

        Assert.Equal(
            $"<script type=\"importmap\">{{\"imports\":{{\"{basePath}assets/js/a.mjs\":\"{paths.Asset("js/a.mjs")}\","
                + $"\"{basePath}assets/js/b.js\":\"{paths.Asset("js/b.js")}\"}}}}</script>",
            paths.ImportMap().Element.Markup);
        Assert.StartsWith($"{basePath}assets/js/b.", paths.Asset("js/b.js"));
    }

    [Theory]
    [InlineData("/nowhere/")]
    [InlineData("/models")]
    [InlineData("models/")]
    [InlineData("/Models/")]
    [InlineData("")]
    public void A_link_to_an_unknown_path_throws(string path)
    {
        var paths = Create("https://example.org/", "/", "/models/");

        Assert.False(paths.Has(path));
        Assert.Throws<ArgumentException>(() => paths.Link(path));
        Assert.Throws<ArgumentException>(() => paths.Absolute(path));
        Assert.Throws<ArgumentException>(() => paths.FileOf(path));
    }

    [Theory]
    [InlineData("/", "index.html")]
    [InlineData("/models/gpt-5.2/", "models/gpt-5.2/index.html")]
    [InlineData("/404.html", "404.html")]
    public void A_folder_is_served_by_its_index(string path, string file) =>
        Assert.Equal(file, Create("https://example.org/", path).FileOf(path));

    [Fact]
    public void Two_pages_for_one_path_name_each_other() =>
        Assert.Equal(
            "data/models.csv:2: error CB0910: The path /models/ is taken already: data/models.csv:1 has /models/. Rename one of them.",
            Assert.Single(ProblemsOf("/models/", "/models/")));

    [Theory]
    [InlineData("/models/", "/models/index.html")]
    [InlineData("/models/A/", "/models/a/")]
    public void Paths_that_would_be_one_file_collide(string one, string other) =>
        Assert.Contains("CB0910", Assert.Single(ProblemsOf(one, other)));

    [Theory]
    [InlineData("/data", "/data/")]
    [InlineData("/data/x/", "/data")]
    [InlineData("/assets", "/")]
    public void A_file_cannot_have_the_name_of_a_folder(string one, string other) =>
        Assert.Contains("CB0911", Assert.Single(ProblemsOf(one, other)));

    [Theory]
    [InlineData("/a b/")]
    [InlineData("/../etc/passwd")]
    [InlineData("/a/./b/")]
    [InlineData("//example.com/")]
    [InlineData("/a//b/")]
    [InlineData("/a//")]
    [InlineData("models/")]
    [InlineData("")]
    [InlineData("/<script>/")]
    [InlineData("/\"onclick=/")]
    [InlineData("/é/")]
    [InlineData("/a\\b/")]
    [InlineData("/a\0/")]
    [InlineData("/a?b/")]
    [InlineData("/%2e%2e/")]
    public void A_hostile_path_is_refused(string path) => Assert.Contains("CB0912", Assert.Single(ProblemsOf(path)));
}
