using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>How a site introduces itself to search engines, devices, servers and programs.</summary>
public sealed class IntroductionsTests : IDisposable
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly TemporaryFolder _folder = new();

    public IntroductionsTests()
    {
        _folder.Copy(Repository.PathOf("tests/sites/minimal"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sitemap_has_each_page_once_with_the_day_that_the_data_tell()
    {
        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var days = XDocument.Parse(Build()["sitemap.xml"]).Root!.Elements(ns + "url")
            .ToDictionary(url => url.Element(ns + "loc")!.Value["https://example.org/tiny/".Length..], url => url.Element(ns + "lastmod")?.Value);

        // On this day a result was corrected.
        Assert.Equal("2026-08-05", days["tiny/"]);
        Assert.Equal("2026-08-05", days["tiny/2026-08/automated/"]);
        Assert.Equal("2026-08-05", days["models/acme-one/"]);
        Assert.Null(days["about/"]);
        Assert.DoesNotContain("tiny/2026-08/", days.Keys);
        Assert.DoesNotContain("404.html", days.Keys);
    }

    [Fact]
    public void Every_page_of_the_sitemap_says_that_it_stands_there()
    {
        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var site = Build();

        Assert.All(XDocument.Parse(site["sitemap.xml"]).Root!.Elements(ns + "url").Select(url => url.Element(ns + "loc")!.Value), address =>
            Assert.Contains($"<link rel=\"canonical\" href=\"{address}\">", site[address["https://example.org/tiny/".Length..] + "index.html"], StringComparison.Ordinal));
        Assert.DoesNotContain("canonical", site["404.html"], StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", site["404.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_names_the_site_and_icons_that_are_there()
    {
        var site = Build();
        using var manifest = JsonDocument.Parse(site["manifest.webmanifest"]);

        Assert.Equal("Tiny Bench", manifest.RootElement.GetProperty("name").GetString());
        var icons = manifest.RootElement.GetProperty("icons").EnumerateArray().Select(icon => icon.GetProperty("src").GetString()!).ToList();
        Assert.NotEmpty(icons);
        Assert.All(icons, icon => Assert.Contains(icon, site.Keys));
        Assert.Contains($"--paper: light-dark({manifest.RootElement.GetProperty("background_color").GetString()},", Style(site), StringComparison.Ordinal);
        Assert.Contains($"--paper: light-dark({manifest.RootElement.GetProperty("theme_color").GetString()},", Style(site), StringComparison.Ordinal);
    }

    private static string Style(IReadOnlyDictionary<string, string> site) =>
        site.Single(file => file.Key.StartsWith("assets/css/site.", StringComparison.Ordinal) && file.Key.EndsWith(".css", StringComparison.Ordinal)).Value;

    [Fact]
    public void Programs_are_told_where_the_tables_are()
    {
        var site = Build();

        Assert.StartsWith("# Tiny Bench\n\n> The smallest complete site, used by tests.\n", site["llms.txt"], StringComparison.Ordinal);
        foreach (var address in site["llms.txt"].Split("](https://example.org/tiny/").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]))
        {
            Assert.Contains(address.Length == 0 || address.EndsWith('/') ? address + "index.html" : address, site.Keys);
        }

        Assert.Contains("data/tiny/2026-08/manual.csv", site["llms.txt"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://board.example.org/", null, "board.example.org\n")]
    [InlineData("https://board.example.org/", "https://preview.example.org/", null)]
    [InlineData("https://somebody.github.io/", null, null)]
    [InlineData("https://example.org/tiny/", null, null)]
    [InlineData("https://127.0.0.1/", null, null)]
    public void Only_the_sites_own_address_claims_a_domain(string own, string? given, string? expected)
    {
        var path = _folder.PathOf("data/site.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("https://example.org/tiny/", own, StringComparison.Ordinal));

        var site = given is null ? Build() : Build("--base-url", given);

        Assert.Equal(expected, site.GetValueOrDefault("CNAME"));
    }

    [Fact]
    public void Links_to_files_lead_to_the_commit_that_is_named()
    {
        Assert.Contains($"https://example.org/repository/blob/{Commit}/data/", Build("--commit", Commit)["models/acme-one/index.html"], StringComparison.Ordinal);
        Assert.Contains("https://example.org/repository/blob/main/data/", Build()["models/acme-one/index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--upload-pack=x")]
    [InlineData("nothing")]
    [InlineData("0123456789ABCDEF0123456789abcdef01234567")]
    public void A_commit_that_nobody_knows_is_wrong_use(string name)
    {
        var run = CrmBenchRun.In(_folder.Path, "build", $"--commit={name}");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains($"There is no commit '{name}' here.", run.Error, StringComparison.Ordinal);
    }

    private Dictionary<string, string> Build(params string[] options)
    {
        var run = CrmBenchRun.In(_folder.Path, ["build", "--no-verify", .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
        return FolderContent.Read(_folder.PathOf("output")).ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value), StringComparer.Ordinal);
    }
}
