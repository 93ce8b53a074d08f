using System.Buffers;
using System.Collections.Frozen;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Site.Publishing;

/// <summary>A path that the site will have.</summary>
/// <param name="Path">
/// Begins with <c>/</c>; ends with <c>/</c> for a page in a folder of its own, else it is a file: <c>/404.html</c>.
/// </param>
/// <param name="Origin">What asks for it: the line of data or the prose file; named when two ask for the same path.</param>
public sealed record Route(string Path, SourcePlace Origin)
{
    /// <summary>A path that every site has, whatever its data.</summary>
    public static Route OfProgram(string path) => new(path, new SourcePlace("crmbench"));
}

/// <summary>
/// Makes every address on a page, from the paths that the site has. A link to a path that nobody registered throws, so that a dead
/// internal link cannot be rendered.
/// </summary>
public sealed class SitePaths
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");

    private readonly string _address;
    private readonly FrozenSet<string> _paths;
    private readonly AssetSet _assets;

    private SitePaths(Uri baseUrl, string? linkRoot, FrozenSet<string> paths, AssetSet assets)
    {
        (_paths, _assets) = (paths, assets);
        BasePath = linkRoot ?? baseUrl.AbsolutePath;
        _address = baseUrl.GetLeftPart(UriPartial.Path);
    }

    /// <summary>Path of the site's root on its server; begins and ends with a slash: <c>/</c> or <c>/crmbench/</c>.</summary>
    public string BasePath { get; }

    /// <summary>Registers the paths of a site.</summary>
    /// <param name="baseUrl">Absolute address of the root; its path ends with a slash.</param>
    /// <param name="routes">Every page and file but the assets. The first of two with the same path keeps it.</param>
    /// <param name="assets">The assets; they live under <c>/assets/</c>.</param>
    /// <param name="diagnostics">Takes paths that are taken, are folders or would need escaping.</param>
    /// <param name="linkRoot">What links begin with in place of the address's path, with a slash at either end.</param>
    public static SitePaths Create(
        Uri baseUrl, IEnumerable<Route> routes, AssetSet assets, DiagnosticBag diagnostics, string? linkRoot = null)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(assets);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (!baseUrl.IsAbsoluteUri || !baseUrl.AbsolutePath.EndsWith('/'))
        {
            throw new ArgumentException("The base address must be absolute and end with a slash.", nameof(baseUrl));
        }

        // Some file systems do not tell 'A' from 'a': there, two files would become one.
        var taken = new Dictionary<string, Route>(StringComparer.OrdinalIgnoreCase);
        var folders = new Dictionary<string, Route>(StringComparer.OrdinalIgnoreCase)
        {
            ["assets"] = new Route("/assets/", new SourcePlace("templates/assets")),
        };
        foreach (var route in routes)
        {
            if (!IsSafe(route.Path))
            {
                diagnostics.Report(PublishingProblems.UnsafePath(route));
            }
            else if (!taken.TryAdd(ToFile(route.Path), route))
            {
                diagnostics.Report(PublishingProblems.SamePath(route, taken[ToFile(route.Path)]));
            }
            else
            {
                AddFolders(folders, route);
            }
        }

        diagnostics.Report(taken.Where(entry => folders.ContainsKey(entry.Key))
            .Select(entry => PublishingProblems.FileIsFolder(entry.Value, folders[entry.Key])));
        return new SitePaths(baseUrl, linkRoot, taken.Values.Select(route => route.Path).ToFrozenSet(StringComparer.Ordinal), assets);
    }

    /// <summary>Whether the site has the path; a query or fragment is not looked at.</summary>
    public bool Has(string path) => _paths.Contains(WithoutSuffix(path));

    /// <summary>The paths of all pages, in order.</summary>
    internal IEnumerable<string> Pages => _paths.Where(path => path.EndsWith('/')).Order(StringComparer.Ordinal);

    /// <summary>The names of all assets, in order.</summary>
    internal IEnumerable<string> AssetNames => _assets.Names;

    /// <summary>The address of a page from the root of its server: <c>/crmbench/models/</c>. A query or fragment is kept.</summary>
    /// <exception cref="ArgumentException">The site has no such path.</exception>
    public string Link(string path) => string.Concat(BasePath, Known(path).AsSpan(1));

    /// <summary>The whole address of a page, for canonical links, feeds and the sitemap.</summary>
    /// <exception cref="ArgumentException">The site has no such path.</exception>
    public string Absolute(string path) => string.Concat(_address, Known(path).AsSpan(1));

    /// <summary>The address of an asset, with its fingerprint: <c>/crmbench/assets/site.3f2a9c1b.css</c>.</summary>
    /// <param name="name">Path below the assets folder: <c>site.css</c>, <c>icons/mark.svg</c>.</param>
    /// <exception cref="ArgumentException">There is no such asset.</exception>
    public string Asset(string name) => string.Concat(BasePath, _assets.PublishedPath(name));

    /// <summary>The whole address of an asset, for those who show the site elsewhere.</summary>
    /// <exception cref="ArgumentException">There is no such asset.</exception>
    public string AbsoluteAsset(string name) => string.Concat(_address, _assets.PublishedPath(name));

    /// <summary>The addresses of the modules that scripts import before they run, also through one another, each once.</summary>
    /// <param name="scripts">Paths below the assets folder: <c>js/board.js</c>.</param>
    public IEnumerable<string> ImportsOf(IEnumerable<string> scripts) => _assets.ImportsOf(scripts).Select(Asset);

    /// <summary>The import map of the site's scripts: where each module, under the name that others import it by, is published.</summary>
    public InlineScript ImportMap() => InlineScript.ImportMap(_assets.Modules.ToDictionary(name => $"{BasePath}assets/{name}", Asset));

    /// <summary>Whether there is an asset of this name.</summary>
    public bool HasAsset(string name) => _assets.Has(name);

    /// <summary>The file that serves a path: <c>/models/</c> is <c>models/index.html</c>.</summary>
    /// <exception cref="ArgumentException">The site has no such path.</exception>
    public string FileOf(string path) => ToFile(Known(path));

    internal static string ToFile(string path) => path.EndsWith('/') ? $"{path[1..]}index.html" : path[1..];

    private static string WithoutSuffix(string path) => path.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? path[..end] : path;

    private static void AddFolders(Dictionary<string, Route> folders, Route route)
    {
        var file = ToFile(route.Path);
        for (var slash = file.LastIndexOf('/'); slash > 0; slash = file.LastIndexOf('/', slash - 1))
        {
            if (!folders.TryAdd(file[..slash], route))
            {
                return;
            }
        }
    }

    internal static bool IsSafe(string path)
    {
        if (path == "/")
        {
            return true;
        }

        if (!path.StartsWith('/'))
        {
            return false;
        }

        var segments = path.Trim('/').Split('/');
        return path.Length - path.TrimEnd('/').Length <= 1
            && path.Length - path.TrimStart('/').Length == 1
            && segments.All(segment => segment is not ("" or "." or "..") && !segment.AsSpan().ContainsAnyExcept(Allowed));
    }

    private string Known(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Has(path) ? path : throw new ArgumentException($"The site has no path '{path}'.");
    }
}
