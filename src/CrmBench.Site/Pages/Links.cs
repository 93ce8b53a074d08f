using System.Collections.Immutable;
using CrmBench.Site.Rendering;

namespace CrmBench.Site.Pages;

/// <summary>A page of the site by its name.</summary>
[TemplateModel]
internal sealed partial record Link(string Name, string Path);

/// <summary>One of several pages between which a reader may switch.</summary>
[TemplateModel]
internal sealed partial record SwitchLink(string Name, string Path, bool Current);

/// <summary>A name and what is known of it, for the partial <c>facts</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Text">What is known, or null or empty.</param>
/// <param name="Path">Path of the page of the site that tells more, or null.</param>
/// <param name="Url">Address elsewhere that tells more, or null.</param>
[TemplateModel]
internal sealed partial record Fact(string Name, string? Text, string? Path = null, string? Url = null)
{
    /// <summary>The facts of which something is known.</summary>
    public static ImmutableArray<Fact> Known(params IEnumerable<Fact> facts) => [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Text))];
}
