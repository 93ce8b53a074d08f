using System.Collections.Immutable;

namespace CrmBench.Core.Model;

/// <summary>What <c>site.json</c> says.</summary>
/// <param name="Title">Title of the site.</param>
/// <param name="Description">One sentence for search engines and feeds.</param>
/// <param name="BaseUrl">Absolute address of the site's root, with a final slash; its path is the base path of every link.</param>
/// <param name="RepositoryUrl">Address of the repository, without a final slash.</param>
/// <param name="Benchmarks">Identifiers of the benchmarks in the order of display.</param>
/// <param name="Featured">Identifier of the benchmark on the home page.</param>
public sealed record SiteSettings(
    string Title,
    string Description,
    Uri BaseUrl,
    string RepositoryUrl,
    ImmutableArray<string> Benchmarks,
    string Featured);
