using System.Text;
using System.Text.RegularExpressions;

namespace CrmBench.Site.Publishing;

/// <summary>
/// Makes the links of a finished site relative to the file that they stand in, and lets them name files in place of folders: such a site can be
/// read in any folder of any server, and from the disk.
/// </summary>
public static partial class RelativeLinks
{
    /// <summary>
    /// What a site is planned under that is to be made relative: a path that no text has by chance, so that every occurrence is a link.
    /// </summary>
    public const string Root = "/.crmbench-root/";

    private static readonly byte[] RootBytes = Encoding.UTF8.GetBytes(Root);

    /// <summary>Whether the links of a written site are relative, as its home page tells.</summary>
    public static bool Has(BuiltSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return site.Find("index.html")?.Content.Span.IndexOf("=\"./assets/"u8) >= 0;
    }

    /// <summary>The same site with relative links.</summary>
    /// <param name="site">A site whose links begin with <see cref="Root"/>.</param>
    /// <param name="basePath">Where the site is published: from its page for dead addresses, which is shown in any folder, links stay absolute.</param>
    public static BuiltSite Of(BuiltSite site, string basePath)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new BuiltSite(site.Files.Select(file => Of(file, basePath)));
    }

    /// <summary>The same file with relative links; itself where it has none that begin with <see cref="Root"/>.</summary>
    /// <param name="file">A page, a file of JSON, or any other, which stays as it is.</param>
    /// <param name="basePath">Where the site is published.</param>
    internal static SiteFile Of(SiteFile file, string basePath)
    {
        if (Path.GetExtension(file.Path) is not (".html" or ".json") || file.Content.Span.IndexOf(RootBytes) < 0)
        {
            return file;
        }

        var text = Encoding.UTF8.GetString(file.Content.Span);
        var isAnywhere = file.Path == "404.html";
        // "./" and not "": an import map takes what begins otherwise for a name.
        var up = file.Path.Count(c => c == '/') is > 0 and var depth ? string.Concat(Enumerable.Repeat("../", depth)) : "./";
        string Relative(string part) => Link().Replace(part, link => isAnywhere
            ? basePath + link.Groups["path"].Value
            : $"{up}{link.Groups["path"].Value}{(link.Groups["path"].Value is "" or [.., '/'] ? "index.html" : "")}");

        // A script in the page is allowed by its hash, which follows what it says. The quotes around it are escaped in the page.
        foreach (var script in InlineScripts().Matches(text).Select(match => match.Groups["source"].Value).Distinct(StringComparer.Ordinal))
        {
            text = text.Replace(InlineScript.HashOf(script), InlineScript.HashOf(Relative(script)), StringComparison.Ordinal);
        }

        // A new file and no copy, which would keep the hash of the old one.
        return new SiteFile(file.Path, Encoding.UTF8.GetBytes(Relative(text)));
    }

    // The path ends where a query, a fragment or the text around it begins. Of a folder that scripts complete, such as "models/{}/", too.
    [GeneratedRegex(@"/\.crmbench-root/(?<path>[A-Za-z0-9._/{}-]*)")]
    private static partial Regex Link();

    [GeneratedRegex("<script(?: type=\"[a-z]+\")?>(?<source>[^<]*)</script>")]
    private static partial Regex InlineScripts();
}
