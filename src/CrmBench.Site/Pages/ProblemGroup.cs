using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;

namespace CrmBench.Site.Pages;

/// <summary>Problems whose codes begin alike: they are about one thing and come from the same commands.</summary>
/// <param name="Prefix">What their codes begin with.</param>
/// <param name="Id">Fragment of the group in the list of all problems.</param>
/// <param name="Name">What they are about.</param>
/// <param name="Commands">The commands that report them, in the order in which a submitter meets them.</param>
internal sealed record ProblemGroup(string Prefix, string Id, string Name, ImmutableArray<string> Commands)
{
    private static readonly ImmutableArray<string> Reading = ["check", "build", "verify", "import"];
    private static readonly ImmutableArray<string> Planning = ["check", "build", "verify"];
    private static readonly ImmutableArray<string> Verifying = ["build", "verify"];

    /// <summary>All groups by prefix; every code belongs to exactly one.</summary>
    public static ImmutableArray<ProblemGroup> All { get; } =
    [
        new("CB01", "files", "Files and folders", Reading),
        new("CB02", "json", "JSON files", Reading),
        new("CB03", "tables", "CSV tables", Reading),
        new("CB04", "values", "Single values", Reading),
        new("CB05", "site", "Site, models, providers and prices", Reading),
        new("CB06", "benchmarks", "Benchmarks and use cases", Reading),
        new("CB07", "submissions", "Releases and submissions", Reading),
        new("CB08", "sanity", "Figures that look wrong", Planning),
        new("CB090", "templates", "Templates", Planning),
        new("CB091", "paths", "Paths and assets", Planning),
        new("CB092", "prose", "Prose", Planning),
        new("CB093", "versions", "Versions and blanks", [.. Reading, "migrate"]),
        new("CB094", "zeros", "Zeros that may be blanks", Planning),
        new("CB10", "pages", "Finished pages", Verifying),
        new("CB11", "imports", "Imports", ["import"]),
    ];

    /// <summary>The group of a kind.</summary>
    public static ProblemGroup Of(ProblemKind kind) => All.First(group => group.Has(kind));

    /// <summary>The kinds of the group by code.</summary>
    public IEnumerable<ProblemKind> Kinds => ProblemCatalogue.All.Where(Has);

    /// <summary>What a severity comes to.</summary>
    public static string Consequence(Severity severity) => severity == Severity.Error ? "error: stops the build" : "warning: stops nothing";

    private bool Has(ProblemKind kind) => kind.Code.StartsWith(Prefix, StringComparison.Ordinal);
}
