using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CrmBench.Core.Model;

namespace CrmBench.Site.Rendering;

/// <summary>
/// What prose may say of its site without knowing it: <c>{{ site.title }}</c>. The values come from <c>site.json</c>, so that the same text
/// serves another site.
/// </summary>
internal static partial class ProseValues
{
    private const string MarkdownSigns = @"\`*_{}[]()#+-.!<>|~^&";

    private static readonly ImmutableArray<(string Name, bool IsAddress, Func<SiteSettings, string> Of)> Known =
    [
        ("site.title", false, site => site.Title),
        ("site.description", false, site => site.Description),
        ("site.address", true, site => site.BaseUrl.AbsoluteUri),
        ("site.repository", true, site => site.RepositoryUrl),
        ("site.subject", false, site => site.Subject.One),
        ("site.subjects", false, site => site.Subject.Many),
    ];

    /// <summary>The names that a text may use.</summary>
    public static IEnumerable<string> Names => Known.Select(value => value.Name);

    /// <summary>A plain text with its values; what is unknown stays as it is.</summary>
    public static string InPlain(string text, SiteSettings site) =>
        Value().Replace(text, found => Find(found) is { } value ? value.Of(site) : found.Value);

    /// <summary>A Markdown text with its values, in which their signs mean nothing.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="site">The settings that have the values.</param>
    /// <param name="isCode">Whether a place is within code, which stays as it is.</param>
    /// <param name="unknown">Takes the place and the name of what is unknown.</param>
    public static string InMarkdown(string markdown, SiteSettings site, Func<int, bool> isCode, Action<int, string> unknown) =>
        Value().Replace(markdown, found =>
        {
            if (isCode(found.Index))
            {
                return found.Value;
            }

            if (Find(found) is not { } value)
            {
                unknown(found.Index, found.Groups["name"].Value);
                return found.Value;
            }

            return value.IsAddress ? value.Of(site) : Escaped(value.Of(site));
        });

    private static (string Name, bool IsAddress, Func<SiteSettings, string> Of)? Find(Match found)
    {
        var name = found.Groups["name"].Value;
        return Known.FirstOrDefault(value => value.Name == name) is { Name: not null } value ? value : null;
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (MarkdownSigns.Contains(letter, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"\{\{[ \t]*(?<name>[^{}\r\n]*?)[ \t]*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
