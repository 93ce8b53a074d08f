using System.Security.Cryptography;
using System.Text;
using CrmBench.Site.Words;

namespace CrmBench.Site.Publishing;

/// <summary>
/// A script that stands in the page itself: one that must run before the first paint, or the map by which modules find each other.
/// </summary>
public sealed record InlineScript
{
    /// <summary>Prepares the script.</summary>
    /// <param name="source">Its code; line ends become LF, as browsers make them before they hash.</param>
    /// <exception cref="ArgumentException">The code would end the element or begin a comment in it.</exception>
    public InlineScript(string source)
        : this(source, "")
    {
    }

    private InlineScript(string source, string attributes)
    {
        ArgumentNullException.ThrowIfNull(source);
        source = source.ReplaceLineEndings("\n");
        if (source.Contains("</script", StringComparison.OrdinalIgnoreCase) || source.Contains("<!--", StringComparison.Ordinal))
        {
            throw new ArgumentException("A script in a page cannot have '</script' or '<!--' in it.", nameof(source));
        }

        Element = new Html($"<script{attributes}>{source}</script>");
        PolicySource = $"'{HashOf(source)}'";
    }

    /// <summary>An import map: modules import each other by the addresses that they would have without fingerprints.</summary>
    /// <param name="published">By such an address the published one, neither of which needs escaping.</param>
    public static InlineScript ImportMap(IEnumerable<KeyValuePair<string, string>> published)
    {
        var entries = published.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"\"{entry.Key}\":\"{entry.Value}\"");
        return new InlineScript($"{{\"imports\":{{{string.Join(',', entries)}}}}}", " type=\"importmap\"");
    }

    /// <summary>A module in the page itself.</summary>
    public static InlineScript Module(string source) => new(source, " type=\"module\"");

    /// <summary>How policies name a script by what it says: <c>sha256-...</c>.</summary>
    public static string HashOf(string source) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}";

    /// <summary>The element, to be written into the page as it is.</summary>
    public Html Element { get; }

    /// <summary>What allows this very script in a content security policy: <c>'sha256-...'</c>.</summary>
    public string PolicySource { get; }
}

/// <summary>Tells browsers that the site loads nothing from elsewhere.</summary>
public static class ContentSecurityPolicy
{
    /// <summary>
    /// The content of <c>&lt;meta http-equiv="Content-Security-Policy"&gt;</c>: everything from this server only, the given scripts in the
    /// page, and style attributes (charts and bars place themselves with them), but no style elements.
    /// </summary>
    /// <param name="scripts">The scripts that stand in pages.</param>
    public static string For(params IEnumerable<InlineScript> scripts)
    {
        var allowed = string.Join(' ', scripts.Select(script => script.PolicySource).Prepend("'self'"));
        return $"default-src 'none'; script-src {allowed}; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";
    }
}
