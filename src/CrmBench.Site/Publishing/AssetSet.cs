using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Site.Publishing;

/// <summary>One asset as it is written.</summary>
/// <param name="Name">Path below the assets folder, with forward slashes: <c>icons/mark.svg</c>.</param>
/// <param name="Path">Path from the root of the repository, for diagnostics.</param>
/// <param name="Content">Its bytes.</param>
public sealed record AssetSource(string Name, string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>Whether an asset is text by its name, so that it is checked as text is and has LF line ends, whatever the checkout made of them.</summary>
    public static bool IsText(string name) =>
        System.IO.Path.GetExtension(name) is ".css" or ".js" or ".mjs" or ".svg" or ".txt" or ".json" or ".xml" or ".webmanifest";
}

/// <summary>An address that one asset gives for another, such as the one in <c>import "./rank.js"</c>.</summary>
/// <param name="Start">Index of its first character in the text.</param>
/// <param name="Text">The address as it is written, without quotes.</param>
/// <param name="IsImport">Whether a module imports it before it runs, and not while it runs.</param>
/// <param name="IsUnmapped">Whether a module makes the address by itself, so that no import map leads it to the published file.</param>
internal sealed record AssetReference(int Start, string Text, bool IsImport = false, bool IsUnmapped = false)
{
    /// <summary>Whether it leads to another server.</summary>
    public bool IsForeign => Text.StartsWith("//", StringComparison.Ordinal) || Text.Contains("://", StringComparison.Ordinal);

    /// <summary>The name of the asset that it means, seen from <paramref name="from"/>; null when it leaves the assets folder.</summary>
    public string? Resolve(string from)
    {
        var segments = new List<string>(from.Split('/')[..^1]);
        foreach (var segment in PathOnly().Split('/'))
        {
            switch (segment)
            {
                case ".":
                    break;
                case ".." when segments.Count == 0:
                    return null;
                case "..":
                    segments.RemoveAt(segments.Count - 1);
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return string.Join('/', segments);
    }

    /// <summary>The same address with another file name; folders, query and fragment stay.</summary>
    public string WithFileName(string fileName)
    {
        var path = PathOnly();
        var folder = path[..(path.LastIndexOf('/') + 1)];
        return string.Create(CultureInfo.InvariantCulture, $"{folder}{fileName}{Text.AsSpan(path.Length)}");
    }

    private string PathOnly() => Text.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? Text[..end] : Text;
}

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
    /// <param name="files">The files; those elsewhere are left out.</param>
    /// <param name="folder">The assets folder, from the root of the repository: <c>templates/assets</c>.</param>
    /// <param name="diagnostics">Takes names that need escaping and references that lead nowhere or elsewhere.</param>
    public static AssetSet Read(ThemeFiles files, string folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        var sources = files.Paths
            .Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal))
            .Select(path => (Path: path, Name: path[(folder.Length + 1)..]))
            .Where(found => !found.Name.StartsWith('.') && !found.Name.Contains("/.", StringComparison.Ordinal))
            .Select(found => Content(files, found.Path, diagnostics) is { } content ? new AssetSource(found.Name, found.Path, content) : null)
            .OfType<AssetSource>();
        return AssetBuilder.Build(sources, diagnostics);
    }

    // Styles and scripts are read by people as much as templates are, and so are drawings.
    private static byte[]? Content(FileTree tree, string path, DiagnosticBag diagnostics) =>
        !AssetSource.IsText(path) ? tree.Read(path, LargestFile.Asset, diagnostics)
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

/// <summary>
/// Names assets by their content and makes the references of style sheets follow: a sheet's fingerprint covers whatever it loads, also
/// through others, so that a change deep down changes every name above it. Modules stay as they are written, for the import map of a page
/// leads from one to the other; a change of one changes its own name alone.
/// </summary>
internal static class AssetBuilder
{
    public static AssetSet Build(IEnumerable<AssetSource> sources, DiagnosticBag diagnostics)
    {
        var drafts = sources.OrderBy(source => source.Name, StringComparer.Ordinal).Select(Draft.Read).ToDictionary(
            draft => draft.Name, StringComparer.Ordinal);
        foreach (var draft in drafts.Values)
        {
            Check(draft, drafts, diagnostics);
        }

        var published = drafts.Values.ToDictionary(draft => draft.Name, draft => PublishedName(draft, drafts), StringComparer.Ordinal);
        return new AssetSet(drafts.Values.ToDictionary(
            draft => draft.Name,
            draft => new SiteFile($"assets/{published[draft.Name]}", draft.Rewritten(published)),
            StringComparer.Ordinal),
            drafts.Values.ToDictionary(
                draft => draft.Name,
                draft => Reach(draft, drafts, reference => reference.IsImport).Skip(1).Select(reached => reached.Name).ToImmutableArray(),
                StringComparer.Ordinal));
    }

    private static void Check(Draft draft, Dictionary<string, Draft> drafts, DiagnosticBag diagnostics)
    {
        var route = new Route($"/assets/{draft.Name}", new SourcePlace(draft.Path));
        if (!SitePaths.IsSafe(route.Path))
        {
            diagnostics.Report(PublishingProblems.UnsafePath(route));
        }

        foreach (var reference in draft.References)
        {
            if (reference.IsForeign)
            {
                diagnostics.Report(PublishingProblems.ForeignAsset(draft.PlaceOf(reference), reference.Text));
            }
            else if (reference.IsUnmapped)
            {
                diagnostics.Report(PublishingProblems.UnmappedAsset(draft.PlaceOf(reference), reference.Text));
            }
            else if (reference.Resolve(draft.Name) is not { } name || !drafts.ContainsKey(name))
            {
                diagnostics.Report(PublishingProblems.UnknownAsset(
                    draft.PlaceOf(reference), reference.Text, reference.Resolve(draft.Name), drafts.Keys.Order(StringComparer.Ordinal)));
            }
        }
    }

    private static string PublishedName(Draft draft, Dictionary<string, Draft> drafts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var one in (draft.IsModule ? [draft] : Reach(draft, drafts, _ => true)).OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{one.Name}\0{one.Content.Length}\0")));
            hash.AppendData(one.Content.Span);
        }

        var fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
        var extension = Path.GetExtension(draft.Name);
        return $"{draft.Name[..^extension.Length]}.{fingerprint}{extension}";
    }

    /// <summary>An asset and all that it leads to by references of a kind, also through others; itself first, the nearest next.</summary>
    private static List<Draft> Reach(Draft draft, Dictionary<string, Draft> drafts, Func<AssetReference, bool> follow)
    {
        var reached = new List<Draft> { draft };
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var name in reached[i].References.Where(follow).Select(reference => reference.Resolve(reached[i].Name)))
            {
                if (name is not null && drafts.TryGetValue(name, out var target) && !reached.Contains(target))
                {
                    reached.Add(target);
                }
            }
        }

        return reached;
    }

    /// <summary>An asset with what it refers to; text has LF line ends.</summary>
    private sealed record Draft(
        string Name, string Path, ReadOnlyMemory<byte> Content, string Text, ImmutableArray<AssetReference> References)
    {
        public bool IsModule => System.IO.Path.GetExtension(Name) is ".js" or ".mjs";

        public static Draft Read(AssetSource source)
        {
            if (!AssetSource.IsText(source.Name))
            {
                return new Draft(source.Name, source.Path, source.Content, "", []);
            }

            var text = Encoding.UTF8.GetString(source.Content.Span).TrimStart('\ufeff').ReplaceLineEndings("\n");
            var kind = System.IO.Path.GetExtension(source.Name);
            if (kind is not (".css" or ".js" or ".mjs"))
            {
                return new Draft(source.Name, source.Path, Encoding.UTF8.GetBytes(text), "", []);
            }

            // What begins with '#' or 'data:' stands for itself.
            var references = (kind == ".css" ? CssReferences.Find(text) : ModuleText.References(text)).Where(reference =>
                !reference.Text.StartsWith('#') && !reference.Text.StartsWith("data:", StringComparison.OrdinalIgnoreCase));
            var sent = kind == ".css" ? text : ModuleText.Compact(text);
            return new Draft(source.Name, source.Path, Encoding.UTF8.GetBytes(sent), text, [.. references]);
        }

        public SourcePlace PlaceOf(AssetReference reference)
        {
            var before = Text.AsSpan(0, reference.Start);
            return new SourcePlace(Path, before.Count('\n') + 1, reference.Start - before.LastIndexOf('\n'));
        }

        public ReadOnlyMemory<byte> Rewritten(Dictionary<string, string> published)
        {
            if (References.IsEmpty || IsModule)
            {
                return Content;
            }

            var text = new StringBuilder();
            var at = 0;
            foreach (var reference in References)
            {
                var target = reference.Resolve(Name) is { } name && published.TryGetValue(name, out var found)
                    ? reference.WithFileName(found[(found.LastIndexOf('/') + 1)..])
                    : reference.Text;
                text.Append(Text, at, reference.Start - at).Append(target);
                at = reference.Start + reference.Text.Length;
            }

            return Encoding.UTF8.GetBytes(text.Append(Text, at, Text.Length - at).ToString());
        }
    }
}
