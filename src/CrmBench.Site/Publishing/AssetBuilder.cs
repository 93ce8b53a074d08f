using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Site.Publishing;

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

    /// <summary>An asset with what it refers to. Style sheets and scripts have LF line ends, whatever the checkout made of them.</summary>
    private sealed record Draft(
        string Name, string Path, ReadOnlyMemory<byte> Content, string Text, ImmutableArray<AssetReference> References)
    {
        public bool IsModule => System.IO.Path.GetExtension(Name) is ".js" or ".mjs";

        public static Draft Read(AssetSource source)
        {
            var kind = System.IO.Path.GetExtension(source.Name);
            if (kind is not (".css" or ".js" or ".mjs"))
            {
                return new Draft(source.Name, source.Path, source.Content, "", []);
            }

            var text = Encoding.UTF8.GetString(source.Content.Span).TrimStart('\ufeff').ReplaceLineEndings("\n");
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
