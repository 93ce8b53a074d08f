using System.Security.Cryptography;
using System.Text;
using CrmBench.Site.Words;

namespace CrmBench.Site.Publishing;

/// <summary>A script that stands in the page itself, because it must run before the first paint.</summary>
public sealed record InlineScript
{
    /// <summary>Prepares the script.</summary>
    /// <param name="source">Its code; line ends become LF, as browsers make them before they hash.</param>
    /// <exception cref="ArgumentException">The code would end the element or begin a comment in it.</exception>
    public InlineScript(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        source = source.ReplaceLineEndings("\n");
        if (source.Contains("</script", StringComparison.OrdinalIgnoreCase) || source.Contains("<!--", StringComparison.Ordinal))
        {
            throw new ArgumentException("A script in a page cannot have '</script' or '<!--' in it.", nameof(source));
        }

        Element = new Html($"<script>{source}</script>");
        PolicySource = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}'";
    }

    /// <summary>The element, to be written into the page as it is.</summary>
    public Html Element { get; }

    /// <summary>What allows this very script in a content security policy: <c>'sha256-...'</c>.</summary>
    public string PolicySource { get; }
}
