using System.Text.RegularExpressions;
using CrmBench.Core.Model;
using CrmBench.Site.Words;

namespace CrmBench.Site.Publishing;

/// <summary>
/// The web app manifest: what the site is called and looks like where a device keeps it beside its programs. Its addresses are relative to
/// it, so that it holds in any folder.
/// </summary>
internal static partial class WebManifest
{
    // The manifest knows one colour for light and dark; a style sheet of another make may call its paper otherwise, and then there is none.
    private const string StyleSheet = "css/site.css";

    /// <summary>The file, with the icons that are among the assets: <c>icons/icon-192.png</c> is one of 192 pixels.</summary>
    public static SiteFile Write(SiteSettings site, SitePaths paths, AssetSet assets)
    {
        var bytes = FileBytes.OfJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("name", site.Title);
            json.WriteString("description", site.Description);
            json.WriteString("start_url", "./");
            json.WriteString("scope", "./");
            json.WriteString("display", "minimal-ui");
            if (assets.Has(StyleSheet) && Paper().Match(assets.Text(StyleSheet)) is { Success: true } paper)
            {
                json.WriteString("theme_color", paper.Groups["light"].Value);
                json.WriteString("background_color", paper.Groups["light"].Value);
            }

            json.WriteStartArray("icons");
            foreach (var name in assets.Names)
            {
                if (Icon().Match(name) is { Success: true } icon)
                {
                    json.WriteStartObject();
                    json.WriteString("src", assets.PublishedPath(name));
                    json.WriteString("sizes", $"{icon.Groups["size"]}x{icon.Groups["size"]}");
                    json.WriteString("type", "image/png");
                    json.WriteString("purpose", "any maskable");
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        return new SiteFile(paths.FileOf(Addresses.Manifest), bytes);
    }

    [GeneratedRegex(@"--paper:\s*(?:light-dark\()?(?<light>#[0-9A-Fa-f]{3,8})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Paper();

    [GeneratedRegex("^icons/icon-(?<size>[0-9]+)\\.png$", RegexOptions.CultureInvariant)]
    private static partial Regex Icon();
}
