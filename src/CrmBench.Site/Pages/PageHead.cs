using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>The model of a page. Templates see the members of its head as the page's own.</summary>
/// <param name="Head">What the layout and every page need.</param>
internal abstract record PageModel(PageHead Head) : ITemplateModel
{
    public virtual bool TryGetMember(string member, out object? value) => Head.TryGetMember(member, out value);

    public virtual IEnumerable<ITemplateModel> Nested() => [];
}

/// <summary>What the layout and every page need: title, description, trail, place in the navigation.</summary>
[TemplateModel]
internal sealed partial record PageHead
{
    // Pages that are there only where their prose is, which is named like the section.
    private static readonly (string Section, string Name, string Path)[] Written =
        [("data", "Data", Addresses.Data), ("submit", "Submit", Addresses.Submit), ("about", "About", Addresses.About)];

    /// <summary>Begins the head of a page.</summary>
    /// <param name="index">Everything scored.</param>
    /// <param name="path">Path of the page within the site.</param>
    /// <param name="title">Title without the site's name.</param>
    /// <param name="section">Entry of the navigation it belongs to: <c>boards</c>, <c>models</c>, <c>methodology</c> and so on.</param>
    /// <param name="methodology">
    /// Where "Methodology" in the navigation leads: that of the benchmark on this page; null for that of the featured one.
    /// </param>
    public PageHead(SiteIndex index, string path, string title, string section, string? methodology = null)
    {
        Title = path == Addresses.Home ? $"{index.Site.Title}: {title}" : $"{title} – {index.Site.Title}";
        Canonical = path;
        KeptOut = path == Addresses.NotFound || index.IsKeptOut(path);
        Crumb = title;
        UseCaseNoun = NounWords.Of(index.UseCaseNoun);
        Reading = index.HasText("reading") ? Addresses.Reading : null;
        Nav =
        [
            .. Navigation(index, methodology ?? (index.Featured is { } featured ? Addresses.Methodology(featured.Benchmark) : null))
                .Select(item => new SwitchLink(item.Name, item.Path, Current: item.Section == section)),
        ];
    }

    /// <summary>Title with the site's name.</summary>
    public string Title { get; }

    /// <summary>One sentence for search engines.</summary>
    public required string Description { get; init; }

    /// <summary>The one heading, a question where the page answers one.</summary>
    public required string Heading { get; init; }

    /// <summary>The address that search engines should keep, where it is another than the page's own.</summary>
    public string Canonical { get; init; }

    /// <summary>Whether search engines should not keep the page.</summary>
    public bool KeptOut { get; }

    /// <summary>Pages above this one, outermost first.</summary>
    public ImmutableArray<Link> Trail { get; init; } = [];

    /// <summary>Whether any pages are above this one.</summary>
    public bool HasTrail => !Trail.IsEmpty;

    /// <summary>What the trail calls this page; its title unless given.</summary>
    public string Crumb { get; init; }

    /// <summary>Whether it shows invented results, which it then says at the top.</summary>
    public bool Invented { get; init; }

    /// <summary>Style sheets beyond those of every page, as names of assets.</summary>
    public ImmutableArray<string> Styles { get; init; } = [];

    /// <summary>Scripts beyond those of every page, as names of assets.</summary>
    public ImmutableArray<string> Scripts { get; init; } = [];

    /// <summary>Modules that those scripts ask for on this page as soon as they run, as names of assets.</summary>
    public ImmutableArray<string> Asked { get; init; } = [];

    /// <summary>The file that those scripts read at once, as a path of the site; or null.</summary>
    public string? Data { get; init; }

    /// <summary>The feed of what the page is about, beside that of the whole site; or null.</summary>
    public FeedLink? Watch { get; init; }

    /// <summary>The picture that others show with a link to the page; null for the site's own.</summary>
    public PagePicture? Picture { get; init; }

    /// <summary>Path of the Markdown twin, for programs that read text; or null.</summary>
    public string? Twin { get; init; }

    /// <summary>What search engines for data read, as an element; or null.</summary>
    public Html? Dataset { get; init; }

    /// <summary>Path of the page on reading leaderboards, where there is one.</summary>
    public string? Reading { get; }

    /// <summary>What use cases are called on this page: as its benchmark says, else as the benchmarks of the site agree on.</summary>
    public NounWords UseCaseNoun { get; init; }

    /// <summary>Path of the ledger.</summary>
    public string ChangesPath { get; } = Addresses.Changes;

    /// <summary>The navigation of the site.</summary>
    public ImmutableArray<SwitchLink> Nav { get; }

    private static IEnumerable<(string Section, string Name, string Path)> Navigation(SiteIndex index, string? methodology)
    {
        yield return ("boards", "Leaderboards", Addresses.Home);
        yield return ("models", index.Site.Subject.Titles, Addresses.Models);
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

/// <summary>A noun as templates use it: within a sentence, at the beginning of a heading, with its article.</summary>
[TemplateModel]
internal sealed partial record NounWords(string One, string Many, string Title, string Titles, string AnyOne)
{
    public static NounWords Of(Noun noun) => new(noun.One, noun.Many, noun.Title, noun.Titles, noun.AnyOne);
}

/// <summary>A feed in both its forms.</summary>
/// <param name="Name">What it follows.</param>
/// <param name="Atom">Path of the Atom feed.</param>
/// <param name="Json">Path of the JSON feed.</param>
[TemplateModel]
internal sealed partial record FeedLink(string Name, string Atom, string Json)
{
    /// <summary>The feed of the changes of a benchmark.</summary>
    public static FeedLink Of(Benchmark benchmark) => In(Addresses.Benchmark(benchmark), benchmark.ShortName);

    /// <summary>The feed of the changes of a model.</summary>
    public static FeedLink Of(ModelCard model) => In(Addresses.Model(model.Id), model.Name);

    /// <summary>The feed of the changes of a provider's models.</summary>
    public static FeedLink Of(Provider provider) => In(Addresses.Provider(provider.Id), provider.Name);

    private static FeedLink In(string folder, string name) => new(name, Feed.AtomIn(folder), Feed.JsonIn(folder));
}

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
