using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace CrmBench.Site.Publishing;

/// <summary>
/// A page with all that it needs in itself: styles, scripts, data and icon. It works from a disk and asks no server for anything; its links lead to the
/// published site.
/// </summary>
/// <remarks>
/// Browsers load no modules from a disk, but those in the page itself and those in addresses that hold them (<c>data:</c>). So each module is such an
/// address, and the import map of the page leads to it by its name, from one module to the other as on the site.
/// </remarks>
internal static partial class SingleFile
{
    /// <summary>The page as one file.</summary>
    /// <param name="page">The page, whose links begin with <see cref="RelativeLinks.Root"/>.</param>
    /// <param name="assets">The assets of the site.</param>
    /// <param name="find">The file of the site at a path such as <c>data/x.json</c>, or null.</param>
    /// <param name="address">Where the site is published, with a slash at the end.</param>
    /// <param name="replaced">Elements that are something else in such a file: by their markup what stands there instead, null for nothing.</param>
    public static string Of(
        string page, AssetSet assets, Func<string, SiteFile?> find, string address, IEnumerable<KeyValuePair<string, InlineScript?>> replaced)
    {
        var names = assets.Names.ToDictionary(name => RelativeLinks.Root + assets.PublishedPath(name), StringComparer.Ordinal);
        var policy = new List<InlineScript>();
        var styles = new List<string>();
        foreach (var (element, script) in replaced)
        {
            page = page.Replace(element, script?.Element.Markup ?? "", StringComparison.Ordinal);
            policy.AddRange(script is null ? [] : [script]);
        }

        page = Needless().Replace(page, "");
        page = Style().Replace(page, link =>
        {
            var style = assets.Text(names[link.Groups["path"].Value]);
            styles.Add($"'{InlineScript.HashOf(style)}'");
            return $"<style>{style}</style>";
        });
        var entries = Script().Matches(page).Select(script => names[script.Groups["path"].Value]).ToImmutableArray();
        page = Script().Replace(page, "");
        page = Attribute().Replace(page, attribute =>
        {
            var path = attribute.Groups["path"].Value;
            return names.TryGetValue(RelativeLinks.Root + path, out var asset) && IsModule(asset) ? $"{attribute.Groups["name"].Value}=\"{asset}\""
                : find(path) is { } file ? $"{attribute.Groups["name"].Value}=\"{DataAddress(path, Absolute(path, file.Content.Span, address))}\""
                : attribute.Value;
        });

        var map = InlineScript.ImportMap(Reach(assets, entries).ToDictionary(name => name, name => DataAddress(name, Renamed(assets, name))));
        var module = InlineScript.Module(string.Concat(entries.Select(entry => $"import \"{entry}\";\n")));
        page = ImportMapElement().Replace(page, _ => map.Element.Markup);
        page = page.Replace("</body>", $"{module.Element.Markup}\n</body>", StringComparison.Ordinal);
        var scripts = string.Join(' ', policy.Append(map).Append(module).Select(script => script.PolicySource));
        page = Policy().Replace(page, _ => "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            + $"script-src {scripts} data:; style-src {string.Join(' ', styles)}; style-src-attr 'unsafe-inline'; img-src data:; connect-src data:; "
            + "base-uri 'none'; form-action 'none'\">");
        return page.Replace(RelativeLinks.Root, address, StringComparison.Ordinal);
    }

    /// <summary>The modules that some lead to, also through others and also later, each once.</summary>
    private static List<string> Reach(AssetSet assets, IEnumerable<string> entries)
    {
        var reached = entries.Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < reached.Count; i++)
        {
            reached.AddRange(References(assets, reached[i]).Select(reference => reference.Name).Distinct(StringComparer.Ordinal).Except(reached).ToList());
        }

        reached.Sort(StringComparer.Ordinal);
        return reached;
    }

    /// <summary>A module that names others as the import map does: from an address that holds a module, no path leads anywhere.</summary>
    private static byte[] Renamed(AssetSet assets, string module)
    {
        var text = new StringBuilder(assets.Text(module));
        foreach (var (reference, name) in References(assets, module).OrderByDescending(each => each.Reference.Start))
        {
            text.Remove(reference.Start, reference.Text.Length).Insert(reference.Start, name);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<(AssetReference Reference, string Name)> References(AssetSet assets, string module) =>
        from reference in ModuleText.References(assets.Text(module))
        let name = reference.Resolve(module)
        where name is not null && assets.Has(name)
        select (reference, name);

    private static byte[] Absolute(string path, ReadOnlySpan<byte> content, string address) => Path.GetExtension(path) == ".json"
        ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(RelativeLinks.Root, address, StringComparison.Ordinal))
        : content.ToArray();

    private static string DataAddress(string path, ReadOnlySpan<byte> content)
    {
        var kind = Path.GetExtension(path) switch
        {
            ".js" or ".mjs" => "text/javascript",
            ".json" => "application/json",
            ".svg" => "image/svg+xml",
            _ => "image/png",
        };
        return $"data:{kind};base64,{Convert.ToBase64String(content)}";
    }

    private static bool IsModule(string name) => Path.GetExtension(name) is ".js" or ".mjs";

    // What only hastens or what a device keeps, and the search, whose results are pages elsewhere.
    [GeneratedRegex("""(?:<link rel="(?:modulepreload|preload|manifest|apple-touch-icon)"[^>]*>|<button class="seek".*?</button>|<dialog class="search".*?</dialog>)\n?""", RegexOptions.Singleline)]
    private static partial Regex Needless();

    [GeneratedRegex("""<link rel="stylesheet" href="(?<path>/\.crmbench-root/[^"]+)">""")]
    private static partial Regex Style();

    [GeneratedRegex("""<script type="module" src="(?<path>/\.crmbench-root/[^"]+)"></script>\n?""")]
    private static partial Regex Script();

    [GeneratedRegex("""(?<name>(?<=<link rel="icon"[^>]*)href|(?<=<img[^>]*)src|\bdata-[a-z-]+)="/\.crmbench-root/(?<path>[^"]+)["]""")]
    private static partial Regex Attribute();

    [GeneratedRegex("""<script type="importmap">[^<]*</script>""")]
    private static partial Regex ImportMapElement();

    [GeneratedRegex("""<meta http-equiv="Content-Security-Policy"[^>]*>""")]
    private static partial Regex Policy();
}
