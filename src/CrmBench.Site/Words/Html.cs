using System.Buffers;
using System.Text;

namespace CrmBench.Site.Words;

/// <summary>Markup that a template writes as it stands; every other text is escaped.</summary>
/// <param name="Markup">Well-formed HTML or SVG whose texts are escaped already.</param>
public sealed record Html(string Markup)
{
    /// <summary>The markup that shows <paramref name="text"/> as it is, in element content and in double or single quotes.</summary>
    public static Html FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!HtmlEscaping.IsNeeded(text))
        {
            return new Html(text);
        }

        var markup = new StringBuilder(text.Length + 16);
        HtmlEscaping.Append(markup, text);
        return new Html(markup.ToString());
    }

    /// <summary>The markup itself.</summary>
    public override string ToString() => Markup;
}

/// <summary>
/// Escapes text for element content and quoted attributes. Control characters, which HTML forbids even as references, become U+FFFD.
/// </summary>
internal static class HtmlEscaping
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"'\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\v\f\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f");

    public static bool IsNeeded(ReadOnlySpan<char> text) => text.ContainsAny(Special);

    public static int IndexOfSpecial(ReadOnlySpan<char> text) => text.IndexOfAny(Special);

    public static string Replacement(char special) => special switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => "\ufffd",
    };

    public static void Append(StringBuilder markup, ReadOnlySpan<char> text)
    {
        for (var at = IndexOfSpecial(text); at >= 0; at = IndexOfSpecial(text))
        {
            markup.Append(text[..at]).Append(Replacement(text[at]));
            text = text[(at + 1)..];
        }

        markup.Append(text);
    }
}
