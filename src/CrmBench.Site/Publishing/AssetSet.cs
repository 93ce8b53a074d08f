using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Site.Publishing;

/// <summary>Styles, scripts and images, published under <c>assets/</c> with a fingerprint of their content in the name.</summary>
public sealed class AssetSet
{
    private readonly FrozenDictionary<string, SiteFile> _byName;
    private readonly FrozenDictionary<string, ImmutableArray<string>> _imports;

    internal AssetSet(IReadOnlyDictionary<string, SiteFile> byName, IReadOnlyDictionary<string, ImmutableArray<string>> imports)
    {
        _imports = imports.ToFrozenDictionary(StringComparer.Ordinal);
        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
        Files = [.. byName.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>No assets.</summary>
    public static AssetSet Empty { get; } = new(new Dictionary<string, SiteFile>(), new Dictionary<string, ImmutableArray<string>>());

    /// <summary>The files as they are published, by path.</summary>
    public ImmutableArray<SiteFile> Files { get; }

    /// <summary>Reads every file of the assets folder whose path within it has no part that begins with a dot.</summary>
    /// <param name="tree">The repository.</param>
    /// <param name="folder">The assets folder, from the root of the repository: <c>templates/assets</c>.</param>
    /// <param name="files">The paths of the files below it; others are left out.</param>
    /// <param name="diagnostics">Takes names that need escaping and references that lead nowhere or elsewhere.</param>
    public static AssetSet Read(FileTree tree, string folder, IEnumerable<string> files, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(files);
        var sources = files
            .Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal))
            .Select(path => (Path: path, Name: path[(folder.Length + 1)..]))
            .Where(found => !found.Name.StartsWith('.') && !found.Name.Contains("/.", StringComparison.Ordinal))
            .Select(found => Content(tree, found.Path, diagnostics) is { } content ? new AssetSource(found.Name, found.Path, content) : null)
            .OfType<AssetSource>();
        return AssetBuilder.Build(sources, diagnostics);
    }

    // Styles and scripts are read by people as much as templates are.
    private static byte[]? Content(FileTree tree, string path, DiagnosticBag diagnostics) =>
        Path.GetExtension(path) is not (".css" or ".js" or ".mjs") ? tree.Read(path, LargestFile.Asset, diagnostics)
        : TextFile.Read(tree, path, LargestFile.Asset, diagnostics) is { } text ? Encoding.UTF8.GetBytes(text)
        : null;

    /// <summary>The text of a text asset as it is published, for example to write a script into the page.</summary>
    /// <param name="name">Path below the assets folder: <c>theme.js</c>.</param>
    /// <exception cref="ArgumentException">There is no such asset.</exception>
    public string Text(string name) => Encoding.UTF8.GetString(Find(name).Content.Span);

    internal IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The names of the modules, in order.</summary>
    internal IEnumerable<string> Modules => Names.Where(name => Path.GetExtension(name) is ".js" or ".mjs");

    internal bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>The modules that scripts import before they run, also through one another, each once; scripts that are not there have none.</summary>
    internal IEnumerable<string> ImportsOf(IEnumerable<string> scripts) => scripts
        .SelectMany(script => _imports.TryGetValue(script, out var imports) ? imports : [])
        .Distinct(StringComparer.Ordinal);

    internal string PublishedPath(string name) => Find(name).Path;

    private SiteFile Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(name, out var file) ? file : throw new ArgumentException($"There is no asset '{name}'.");
    }
}
