using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>What the layout and every page need: title, description, trail, place in the navigation.</summary>
internal sealed record PageHead
{
    // Pages that are there only where their prose is, which is named like the section.
    private static readonly (string Section, string Name, string Path)[] Written =
        [("data", "Data", Addresses.Data), ("submit", "Submit", Addresses.Submit), ("about", "About", Addresses.About)];

    /// <summary>Path of the page within the site.</summary>
    public required string Path { get; init; }

    /// <summary>Title without the site's name.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for search engines.</summary>
    public required string Description { get; init; }

    /// <summary>Entry of the navigation it belongs to: <c>boards</c>, <c>models</c>, <c>methodology</c> and so on.</summary>
    public required string Section { get; init; }

    /// <summary>The one heading, a question where the page answers one.</summary>
    public required string Heading { get; init; }

    /// <summary>The address that search engines should keep, if it is another than the page's own.</summary>
    public string? Canonical { get; init; }

    /// <summary>Pages above this one, outermost first, as name and path.</summary>
    public IReadOnlyList<(string Name, string Path)> Trail { get; init; } = [];

    /// <summary>What the trail calls this page; its title unless given.</summary>
    public string? Crumb { get; init; }

    /// <summary>Whether it shows invented results, which it then says at the top.</summary>
    public bool Invented { get; init; }

    /// <summary>Where "Methodology" in the navigation leads: that of the benchmark on this page.</summary>
    public string? Methodology { get; init; }

    /// <summary>Style sheets beyond those of every page, as names of assets.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>Scripts beyond those of every page, as names of assets.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>Modules that those scripts ask for on this page as soon as they run, as names of assets.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>The file that those scripts read at once, as a path of the site; or null.</summary>
    public string? Data { get; init; }

    /// <summary>The fields that the layout reads, ready for the page's own to be added.</summary>
    public ScriptObject Model(SiteIndex index)
    {
        var methodology = Methodology ?? (index.Featured is { } featured ? Addresses.Methodology(featured.Benchmark) : null);
        return new PartsModel(48)
        {
            ["path"] = Path,
            ["title"] = Path == Addresses.Home ? $"{index.Site.Title}: {Title}" : $"{Title} – {index.Site.Title}",
            ["description"] = Description,
            ["canonical"] = Canonical ?? Path,
            ["kept_out"] = index.IsOfDraft(Path),
            ["heading"] = Heading,
            ["trail"] = Models.List(Trail, step => new ScriptObject { ["name"] = step.Name, ["path"] = step.Path }),
            ["has_trail"] = Trail.Count > 0,
            ["crumb"] = Crumb ?? Title,
            ["invented"] = Invented,
            ["styles"] = Models.List(Styles, name => name),
            ["scripts"] = Models.List(Scripts, name => name),
            ["asked"] = Models.List(Asked, name => name),
            ["data"] = Data,
            ["reading"] = index.HasText("reading") ? Addresses.Reading : null,
            ["changes_path"] = Addresses.Changes,
            ["nav"] = Models.List(Navigation(index, methodology), item => new ScriptObject
            {
                ["name"] = item.Name,
                ["path"] = item.Path,
                ["current"] = item.Section == Section,
            }),
        };
    }

    private static IEnumerable<(string Section, string Name, string Path)> Navigation(SiteIndex index, string? methodology)
    {
        yield return ("boards", "Leaderboards", Addresses.Home);
        yield return ("models", "Models", Addresses.Models);
        yield return ("compare", "Compare", Addresses.Compare);
        yield return ("choose", "Choose", Addresses.Choose);
        if (methodology is not null)
        {
            yield return ("methodology", "Methodology", methodology);
        }

        foreach (var (section, name, path) in Written.Where(page => index.HasText(page.Section)))
        {
            yield return (section, name, path);
        }
    }
}
