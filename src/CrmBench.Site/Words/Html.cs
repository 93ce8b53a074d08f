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
