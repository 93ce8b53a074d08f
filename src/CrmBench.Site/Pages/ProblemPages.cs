using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;
using CrmBench.Site.Verification;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>problems</c> shows.</summary>
[TemplateModel]
internal sealed partial record ProblemIndexPageModel(
    PageHead Head, string Count, Html? Prose, ImmutableArray<ProblemSection> Groups, ImmutableArray<PageHeading>? Contents)
    : PageModel(Head), IPageModel
{
    public static string Template => "problems";
}

/// <summary>The problems of a group.</summary>
[TemplateModel]
internal sealed partial record ProblemSection(string Id, string Name, ImmutableArray<string> Commands, ImmutableArray<ProblemLine> Problems);

/// <summary>A problem in one line.</summary>
[TemplateModel]
internal sealed partial record ProblemLine(string Code, string Path, string Title, string Remedy, bool Warns);

/// <summary>What the template <c>problem</c> shows.</summary>
[TemplateModel]
internal sealed partial record ProblemPageModel(
    PageHead Head,
    string? Lead,
    string Code,
    string Consequence,
    string Group,
    string GroupPath,
    ImmutableArray<string> Commands,
    string Remedy,
    Html? Prose,
    ProblemLine? Previous,
    ProblemLine? Next) : PageModel(Head), IPageModel
{
    public static string Template => "problem";
}

/// <summary>Every problem that the program can report: a list of all, a line each, and a page for each code.</summary>
internal static class ProblemPages
{
    /// <summary>Name of the prose on a code; without it the page has what the program knows itself.</summary>
    public static string TextOf(ProblemKind kind) => $"problems/{kind.Code.ToLowerInvariant()}";

    public static ProblemIndexPageModel Index(SiteIndex index, ProblemCatalogue problems, Text? prose)
    {
        var head = new PageHead(index, Addresses.Problems, "Problems", section: "submit")
        {
            Description = prose is { Description.Length: > 0 }
                ? prose.Description
                : "Every code that the checks can report, with what is wrong and what to do about it.",
            Heading = "What does the code of a problem mean?",
        };
        return new(
            head,
            Count: Format.Counted(problems.All.Length, "code"),
            Prose: prose?.Body,
            Groups: [.. ProblemGroup.All.Select(group => new ProblemSection(group.Id, group.Name, group.Commands, [.. group.KindsOf(problems).Select(Line)]))],
            Contents: Contents.Model(ProblemGroup.All.Select(group => (group.Id, group.Name))));
    }

    public static ProblemPageModel One(SiteIndex index, ProblemCatalogue problems, ProblemKind kind, Text? prose)
    {
        var group = ProblemGroup.Of(kind);
        var head = new PageHead(index, Addresses.Problem(kind.Code), $"{kind.Code}: {kind.Title}", section: "submit")
        {
            Description = prose is { Description.Length: > 0 } ? prose.Description : kind.Remedy,
            Heading = kind.Title,
            Trail = [new("Problems", Addresses.Problems)],
            Crumb = kind.Code,
        };
        return new(
            head,
            Lead: prose?.Description,
            Code: kind.Code,
            Consequence: ProblemGroup.Consequence(kind.Severity),
            Group: group.Name,
            GroupPath: $"{Addresses.Problems}#{group.Id}",
            Commands: group.Commands,
            Remedy: kind.Remedy,
            Prose: prose?.Body,
            Previous: Neighbour(problems, kind, -1),
            Next: Neighbour(problems, kind, +1));
    }

    private static ProblemLine Line(ProblemKind kind) =>
        new(kind.Code, Addresses.Problem(kind.Code), kind.Title, kind.Remedy, Warns: kind.Severity == Severity.Warning);

    private static ProblemLine? Neighbour(ProblemCatalogue problems, ProblemKind kind, int step)
    {
        var at = problems.All.IndexOf(kind) + step;
        return at < 0 || at >= problems.All.Length ? null : Line(problems.All[at]);
    }
}

/// <summary>Problems whose codes begin alike: they are about one thing and come from the same commands.</summary>
/// <param name="Prefixes">What their codes begin with; of two groups that fit a code, the one with the longer beginning has it.</param>
/// <param name="Id">Fragment of the group in the list of all problems.</param>
/// <param name="Name">What they are about.</param>
/// <param name="Commands">The commands that report them, in the order in which a submitter meets them.</param>
internal sealed record ProblemGroup(ImmutableArray<string> Prefixes, string Id, string Name, ImmutableArray<string> Commands)
{
    private static readonly ImmutableArray<string> Reading = ["check", "build", "verify", "import"];
    private static readonly ImmutableArray<string> Planning = ["check", "build", "verify"];
    private static readonly ImmutableArray<string> Verifying = ["build", "verify"];

    /// <summary>All groups in the order of their codes; every code belongs to exactly one.</summary>
    public static ImmutableArray<ProblemGroup> All { get; } =
    [
        new(["CB01"], "files", "Files and folders", Reading),
        new(["CB02"], "json", "JSON files", Reading),
        new(["CB03"], "tables", "CSV tables", Reading),
        new(["CB04"], "values", "Single values", Reading),
        new(["CB05"], "site", "Site, models, providers and prices", Reading),
        new(["CB06"], "benchmarks", "Benchmarks and use cases", Reading),
        new(["CB07"], "submissions", "Releases and submissions", Reading),
        new(["CB08"], "sanity", "Figures that look wrong", Planning),
        new(["CB090", "CB1149"], "templates", "Templates", Planning),
        new(["CB091", "CB0963"], "paths", "Paths and assets", Planning),
        new(["CB092", "CB0934", "CB0935", "CB0936", "CB0937", "CB0938", "CB0939", "CB096"], "prose", "Prose", Planning),
        new(["CB093"], "versions", "Versions and blanks", [.. Reading, "migrate"]),
        new(["CB10"], "pages", "Finished pages", Verifying),
        new(["CB11"], "imports", "Imports", ["import"]),
        new(["CB115"], "proposals", "Boards made from tables", ["init", "new benchmark"]),
    ];

    /// <summary>The group of a kind.</summary>
    public static ProblemGroup Of(ProblemKind kind) => All.First(group => group.Has(kind));

    /// <summary>The kinds of the group among all, by code.</summary>
    public IEnumerable<ProblemKind> KindsOf(ProblemCatalogue problems) => problems.All.Where(Has);

    /// <summary>What a severity means for the build.</summary>
    public static string Consequence(Severity severity) => severity == Severity.Error ? "error: stops the build" : "warning: stops nothing";

    private bool Has(ProblemKind kind) => ReferenceEquals(All.MaxBy(group => group.Fit(kind)), this);

    private int Fit(ProblemKind kind) =>
        Prefixes.Where(prefix => kind.Code.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => prefix.Length).DefaultIfEmpty().Max();
}

/// <summary>Every kind of problem that the program can report, from data to finished pages, and where each is explained.</summary>
public sealed class ProblemCatalogue
{
    private readonly FrozenDictionary<string, ProblemKind> _byCode;

    /// <summary>Lists the kinds of data, templates, prose and finished pages, and those of whatever else the program does.</summary>
    /// <param name="others">The kinds of what else it does: of its importers.</param>
    public ProblemCatalogue(ImmutableArray<ProblemKind> others)
    {
        _byCode = ((IEnumerable<ProblemKind>)
            [
                .. Problems.All, .. TemplateProblems.All, .. PublishingProblems.All, .. ProseProblems.All, .. VerificationProblems.All, .. others,
            ])
            .ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);
        All = [.. _byCode.Values.OrderBy(kind => kind.Code, StringComparer.Ordinal)];
    }

    /// <summary>All kinds by code.</summary>
    public ImmutableArray<ProblemKind> All { get; }

    /// <summary>The kind with a code, or null where there is none.</summary>
    public ProblemKind? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The address of the list of all problems on a published site.</summary>
    /// <param name="site">Where the site is published; ends with a slash.</param>
    public static Uri AddressOn(Uri site) => new(site, Addresses.Problems[1..]);

    /// <summary>The address of the page on a code on a published site.</summary>
    /// <param name="site">Where the site is published; ends with a slash.</param>
    /// <param name="code">The code.</param>
    public static Uri AddressOn(Uri site, string code) => new(site, Addresses.Problem(code)[1..]);
}
