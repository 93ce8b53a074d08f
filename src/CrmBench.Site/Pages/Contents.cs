using System.Net;
using System.Text.RegularExpressions;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>The list "On this page": headings of the second level with the fragments they are at.</summary>
internal static partial class Contents
{
    /// <summary>The headings of a text, in order. Headings in prose have an id and no markup but emphasis and code.</summary>
    public static IEnumerable<(string Id, string Name)> Of(Html body) => Heading().Matches(body.Markup)
        .Select(match => (match.Groups["id"].Value, WebUtility.HtmlDecode(Tag().Replace(match.Groups["name"].Value, ""))));

    /// <summary>The list as templates show it; null where a page has too few headings to need one.</summary>
    public static ScriptArray? Model(IEnumerable<(string Id, string Name)> headings)
    {
        var list = Models.List(headings, heading => new ScriptObject { ["id"] = heading.Id, ["name"] = heading.Name });
        return list.Count < 3 ? null : list;
    }

    [GeneratedRegex("<h2 id=\"(?<id>[^\"]+)\">(?<name>.*?)</h2>", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
