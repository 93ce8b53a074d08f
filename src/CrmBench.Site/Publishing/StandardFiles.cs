using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CrmBench.Site.Words;

namespace CrmBench.Site.Publishing;

/// <summary>A page that search engines should know.</summary>
/// <param name="Path">Its registered path.</param>
/// <param name="Changed">The day its content last changed, from the data and never from the clock; null when that is not known.</param>
public sealed record SitemapEntry(string Path, DateOnly? Changed = null);

/// <summary>The files that the web expects of every site.</summary>
public static class StandardFiles
{
    /// <summary>The paths of the files that <see cref="Render"/> gives; register them with the others.</summary>
    public static ImmutableArray<Route> Routes { get; } =
        [Route.OfProgram("/sitemap.xml"), Route.OfProgram("/robots.txt"), Route.OfProgram("/.nojekyll")];

    /// <summary>
    /// The sitemap; <c>robots.txt</c>, which names it; and <c>.nojekyll</c>, which makes GitHub Pages serve the files as they are.
    /// </summary>
    /// <param name="paths">The paths of the site, <see cref="Routes"/> among them.</param>
    /// <param name="entries">The pages of the sitemap, listed by path.</param>
    public static ImmutableArray<SiteFile> Render(SitePaths paths, IEnumerable<SitemapEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(entries);
        var sitemap = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var entry in entries.OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            var changed = entry.Changed is { } day ? $"<lastmod>{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</lastmod>" : "";
            sitemap.Append(CultureInfo.InvariantCulture, $"<url><loc>{Escaped(paths.Absolute(entry.Path))}</loc>{changed}</url>\n");
        }

        return
        [
            File(paths, "/sitemap.xml", sitemap.Append("</urlset>\n").ToString()),
            File(paths, "/robots.txt", $"User-agent: *\nAllow: /\nSitemap: {paths.Absolute("/sitemap.xml")}\n"),
            File(paths, "/.nojekyll", ""),
        ];
    }

    /// <summary>
    /// A page that leads on to another: by itself, for search engines by its canonical address, and by a link for everybody else.
    /// </summary>
    /// <param name="paths">The paths of the site, both among them.</param>
    /// <param name="from">The registered old path.</param>
    /// <param name="to">The registered path where the content is now.</param>
    /// <param name="title">Name of the page where the content is now, as text.</param>
    public static SiteFile Redirect(SitePaths paths, string from, string to, string title)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var (link, name) = (Escaped(paths.Link(to)), Escaped(title));
        return File(paths, from, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="refresh" content="0; url={link}">
            <link rel="canonical" href="{Escaped(paths.Absolute(to))}">
            <meta name="description" content="This page has moved to {name}.">
            <title>{name}</title>
            </head>
            <body>
            <main>
            <h1>This page has moved</h1>
            <p>It is now at <a href="{link}">{name}</a>.</p>
            </main>
            </body>
            </html>

            """.ReplaceLineEndings("\n"));
    }

    private static string Escaped(string text) => Html.FromText(text).Markup;

    private static SiteFile File(SitePaths paths, string path, string text) => new(paths.FileOf(path), Encoding.UTF8.GetBytes(text));
}
