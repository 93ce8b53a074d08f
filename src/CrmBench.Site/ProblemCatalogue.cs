using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Data;
using CrmBench.Data.Import;
using CrmBench.Site.Pages;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;
using CrmBench.Site.Verification;

namespace CrmBench.Site;

/// <summary>Every kind of problem that the program can report, from data to finished pages, and where each is explained.</summary>
public static class ProblemCatalogue
{
    private static readonly FrozenDictionary<string, ProblemKind> ByCode =
        ((IEnumerable<ProblemKind>)
        [
            .. Problems.All, .. TemplateProblems.All, .. PublishingProblems.All, .. ProseProblems.All, .. VerificationProblems.All,
            .. ImportProblems.All,
        ])
        .ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>All kinds by code.</summary>
    public static ImmutableArray<ProblemKind> All { get; } = [.. ByCode.Values.OrderBy(kind => kind.Code, StringComparer.Ordinal)];

    /// <summary>The kind with a code, or null where there is none.</summary>
    public static ProblemKind? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The address of the list of all problems on a published site.</summary>
    /// <param name="site">Where the site is published; ends with a slash.</param>
    public static Uri AddressOn(Uri site) => new(site, Addresses.Problems[1..]);

    /// <summary>The address of the page on a code on a published site.</summary>
    /// <param name="site">Where the site is published; ends with a slash.</param>
    /// <param name="code">The code.</param>
    public static Uri AddressOn(Uri site, string code) => new(site, Addresses.Problem(code)[1..]);
}
