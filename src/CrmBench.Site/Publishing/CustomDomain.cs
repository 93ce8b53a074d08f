using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;

namespace CrmBench.Site.Publishing;

/// <summary>
/// The file <c>CNAME</c>, by which GitHub Pages and its likes know that a site has a domain of its own, when they publish a branch. It
/// follows from the site's own address; a build for another address, such as a preview, must not claim the domain.
/// </summary>
internal static class CustomDomain
{
    private const string Path = "/CNAME";

    // Their names are given by those who publish; nobody can point them elsewhere.
    private static readonly string[] Lent =
        [".github.io", ".gitlab.io", ".codeberg.page", ".netlify.app", ".pages.dev", ".vercel.app", ".web.app", ".surge.sh", ".readthedocs.io"];

    /// <summary>The path of the file, where the site has one.</summary>
    public static IEnumerable<Route> Routes(SiteSettings site) => IsOwn(site) ? [new Route(Path, new SourcePlace("data/site.json"))] : [];

    /// <summary>The file, where the site has one.</summary>
    public static IEnumerable<SiteFile> Files(SiteSettings site, SitePaths paths) =>
        IsOwn(site) ? [new SiteFile(paths.FileOf(Path), Encoding.UTF8.GetBytes($"{site.OwnUrl.Host}\n"))] : [];

    private static bool IsOwn(SiteSettings site)
    {
        var address = site.OwnUrl;
        return address is { AbsolutePath: "/", IsDefaultPort: true, HostNameType: UriHostNameType.Dns }
            && address.Host.Contains('.', StringComparison.Ordinal)
            && address.Host == site.BaseUrl.Host
            && !Lent.Any(host => address.Host.EndsWith(host, StringComparison.Ordinal));
    }
}
