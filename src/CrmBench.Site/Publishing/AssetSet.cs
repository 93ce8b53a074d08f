using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CrmBench.Site.Publishing;

/// <summary>Styles, scripts and images, published under <c>assets/</c> with a fingerprint of their content in the name.</summary>
public sealed class AssetSet
{
    private readonly FrozenDictionary<string, string> _publishedPaths;

    internal AssetSet(IReadOnlyDictionary<string, SiteFile> byName)
    {
        _publishedPaths = byName.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Path, StringComparer.Ordinal);
        Files = [.. byName.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>No assets.</summary>
    public static AssetSet Empty { get; } = new(new Dictionary<string, SiteFile>());

    /// <summary>The files as they are published, by path.</summary>
    public ImmutableArray<SiteFile> Files { get; }

    internal string PublishedPath(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _publishedPaths.TryGetValue(name, out var path)
            ? path
            : throw new ArgumentException($"There is no asset '{name}'.", nameof(name));
    }
}
