using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CrmBench.Tests.Fuzzing;

/// <summary>
/// Looks for markup that came out of a text: a page, as a browser parses it, may have only the elements, attributes, scripts and kinds of
/// addresses that the same page has where every text is harmless.
/// </summary>
internal sealed class LiveMarkup
{
    private static readonly HashSet<string> Addresses =
        new(["href", "src", "action", "formaction", "xlink:href", "poster", "data", "srcset", "cite", "background", "ping", "manifest"], StringComparer.Ordinal);

    private static readonly string[] Harmless = ["#", "/", "./", "https://", "http://", "mailto:"];

    private readonly HashSet<string> _elements = new(StringComparer.Ordinal);
    private readonly HashSet<string> _scripts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _styles = new(StringComparer.Ordinal);

    /// <summary>Learns what harmless pages have.</summary>
    /// <param name="pages">The pages.</param>
    public LiveMarkup(IEnumerable<string> pages)
    {
        foreach (var element in pages.SelectMany(page => Parse(page).All))
        {
            _elements.Add(element.LocalName);
            _elements.UnionWith(element.Attributes.Select(attribute => $"{element.LocalName} {attribute.Name}"));
            _ = element.LocalName switch
            {
                "script" => _scripts.Add(ScriptOf(element)),
                "style" => _styles.Add(element.TextContent),
                _ => false,
            };
        }
    }

    /// <summary>What is live in a page and in no harmless one; nothing where all is well.</summary>
    public IEnumerable<string> In(string page)
    {
        foreach (var element in Parse(page).All)
        {
            if (!_elements.Contains(element.LocalName))
            {
                yield return $"an element {element.LocalName}: {element.OuterHtml}";
            }

            foreach (var attribute in element.Attributes)
            {
                if (!_elements.Contains($"{element.LocalName} {attribute.Name}"))
                {
                    yield return $"an attribute {attribute.Name} of {element.LocalName}: {element.OuterHtml}";
                }

                if (Addresses.Contains(attribute.Name) && attribute.Value.Length > 0
                    && !Harmless.Any(start => attribute.Value.StartsWith(start, StringComparison.OrdinalIgnoreCase)) && !IsRelative(attribute.Value))
                {
                    yield return $"an address {attribute.Value}";
                }
            }

            if (element.LocalName == "script" && !_scripts.Contains(ScriptOf(element)) && !IsJson(element))
            {
                yield return $"a script: {element.OuterHtml}";
            }

            if (element.LocalName == "style" && !_styles.Contains(element.TextContent))
            {
                yield return $"a style: {element.OuterHtml}";
            }
        }
    }

    private static string ScriptOf(IElement element) => $"{element.GetAttribute("src")}|{element.TextContent}";

    // A name of a file, without anything that could be a scheme.
    private static bool IsRelative(string address) => !address.Split('/', '?', '#')[0].Contains(':', StringComparison.Ordinal) && address.Trim() == address;

    private static bool IsJson(IElement element)
    {
        if (element.GetAttribute("type") is not ("application/json" or "application/ld+json") || element.HasAttribute("src"))
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(element.TextContent);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string page) => new HtmlParser().ParseDocument(page);
}
