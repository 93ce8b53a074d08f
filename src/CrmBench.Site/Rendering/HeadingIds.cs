using System.Globalization;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace CrmBench.Site.Rendering;

/// <summary>
/// Gives headings the ids that GitHub gives them, so that a link works there and here: the words in lower case with hyphens, and a number
/// behind where they stand already. Markdig can do so too, but tries all numbers anew for each heading.
/// </summary>
internal sealed class HeadingIds
{
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    /// <summary>Gives a heading its id. Headings come in the order of the text.</summary>
    public void Give(HeadingBlock heading)
    {
        if (heading.Inline is null)
        {
            return;
        }

        using var words = new StringWriter(CultureInfo.InvariantCulture);
        new HtmlRenderer(words) { EnableHtmlForInline = false, EnableHtmlEscape = false }.Render(heading.Inline);
        var slug = LinkHelper.UrilizeAsGfm(words.ToString());
        heading.GetAttributes().Id = Free(slug.Length == 0 ? "section" : slug);
    }

    private string Free(string slug)
    {
        var id = slug;
        while (!_last.TryAdd(id, 0))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{++_last[slug]}");
        }

        return id;
    }
}
