using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;

namespace CrmBench.Site.Pages;

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
        new(["CB090"], "templates", "Templates", Planning),
        new(["CB091"], "paths", "Paths and assets", Planning),
        new(["CB092", "CB0934", "CB0935", "CB0936"], "prose", "Prose", Planning),
        new(["CB093"], "versions", "Versions and blanks", [.. Reading, "migrate"]),
        new(["CB10"], "pages", "Finished pages", Verifying),
        new(["CB11"], "imports", "Imports", ["import"]),
    ];

    /// <summary>The group of a kind.</summary>
    public static ProblemGroup Of(ProblemKind kind) => All.First(group => group.Has(kind));

    /// <summary>The kinds of the group among all, by code.</summary>
    public IEnumerable<ProblemKind> KindsOf(ProblemCatalogue problems) => problems.All.Where(Has);

    /// <summary>What a severity comes to.</summary>
    public static string Consequence(Severity severity) => severity == Severity.Error ? "error: stops the build" : "warning: stops nothing";

    private bool Has(ProblemKind kind) => ReferenceEquals(All.MaxBy(group => group.Fit(kind)), this);

    private int Fit(ProblemKind kind) =>
        Prefixes.Where(prefix => kind.Code.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => prefix.Length).DefaultIfEmpty().Max();
}
