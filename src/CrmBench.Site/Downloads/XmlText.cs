using System.Text;
using System.Xml;
using CrmBench.Site.Words;

namespace CrmBench.Site.Downloads;

/// <summary>Text within XML.</summary>
internal static class XmlText
{
    /// <summary>The text, escaped for elements and quoted attributes; what XML does not allow at all becomes U+FFFD.</summary>
    public static string Of(string text)
    {
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            allowed.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\ufffd" : rune.ToString());
        }

        return Html.FromText(allowed.ToString()).Markup;
    }
}
