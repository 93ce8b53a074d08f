using System.Text;
using System.Xml.Linq;
using CrmBench.Site.Publishing;
using CrmBench.Tests.Site.Rendering;

namespace CrmBench.Tests.Site.Publishing;

public class StandardFilesTests
{
    private static readonly SitePaths Paths = Sites.Paths(["/", "/b/", "/old/", .. StandardFiles.Routes.Select(route => route.Path)]);

    private static string Text(SiteFile file) => Encoding.UTF8.GetString(file.Content.Span);

    [Fact]
    public void The_sitemap_lists_absolute_addresses_by_path()
    {
        var files = StandardFiles.Render(Paths, [new SitemapEntry("/b/", new DateOnly(2026, 8, 4)), new SitemapEntry("/")]);

        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var urls = XDocument.Parse(Text(files.Single(file => file.Path == "sitemap.xml"))).Root!.Elements(ns + "url").ToList();
        Assert.Equal(
            ["https://example.org/crmbench/", "https://example.org/crmbench/b/"], urls.Select(url => url.Element(ns + "loc")!.Value));
        Assert.Equal([null, "2026-08-04"], urls.Select(url => url.Element(ns + "lastmod")?.Value));
    }

    [Fact]
    public void Robots_are_told_of_the_sitemap()
    {
        var robots = StandardFiles.Render(Paths, []).Single(file => file.Path == "robots.txt");

        Assert.Contains("\nSitemap: https://example.org/crmbench/sitemap.xml\n", Text(robots));
    }

    [Fact]
    public void GitHub_is_told_to_leave_the_files_alone() =>
        Assert.Contains(StandardFiles.Render(Paths, []), file => file is { Path: ".nojekyll", Content.Length: 0 });

    [Fact]
    public void A_redirect_leads_on_in_three_ways()
    {
        var page = StandardFiles.Redirect(Paths, "/old/", "/b/", "<B> & \"C\"");

        Assert.Equal("old/index.html", page.Path);
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"0; url=/crmbench/b/\">", Text(page));
        Assert.Contains("<link rel=\"canonical\" href=\"https://example.org/crmbench/b/\">", Text(page));
        Assert.Contains("<a href=\"/crmbench/b/\">&lt;B&gt; &amp; &quot;C&quot;</a>", Text(page));
    }
}
