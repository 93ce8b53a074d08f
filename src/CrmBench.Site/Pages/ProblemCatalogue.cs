using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Data.Diagnostics;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;
using CrmBench.Site.Verification;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

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
