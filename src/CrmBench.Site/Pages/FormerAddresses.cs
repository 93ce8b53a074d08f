using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>An old address that leads on.</summary>
/// <param name="From">Old path.</param>
/// <param name="To">Path of the page where the content is now.</param>
/// <param name="Title">Name of that page.</param>
/// <param name="Origin">What asks for it.</param>
internal sealed record Redirection(string From, string To, string Title, SourcePlace Origin);

/// <summary>
/// Where pages stood before a model, a benchmark, a release, a use case or a page of prose got another name: each such address leads on.
/// </summary>
internal static class FormerAddresses
{
    /// <summary>All old addresses.</summary>
    /// <param name="index">Everything scored.</param>
    /// <param name="texts">The prose.</param>
    /// <param name="pages">The paths of all pages.</param>
    public static IEnumerable<Redirection> Of(SiteIndex index, IReadOnlyDictionary<string, Text> texts, IReadOnlyCollection<string> pages)
    {
        var there = pages.ToHashSet(StringComparer.Ordinal);
        var models = index.Models.SelectMany(card => card.Aliases, (card, alias) =>
            new Redirection(Addresses.Model(alias), Addresses.Model(card.Id), card.Name, new SourcePlace("data/models.csv")));
        var ofBenchmark = index.Scored.Catalogue.Benchmarks.ToDictionary(benchmark => benchmark.Id, StringComparer.Ordinal);
        var boards = pages.SelectMany(path =>
            ofBenchmark.TryGetValue(path.Split('/')[1], out var benchmark) ? Of(benchmark, path) : []);
        var prose = texts.OrderBy(text => text.Key, StringComparer.Ordinal).SelectMany(text => PathOf(text.Key) is not { } path || !there.Contains(path) ? [] :
            text.Value.Aliases.Select(alias => new Redirection(alias.Path, path, text.Value.Title, alias.Place)));
        return [.. models, .. boards, .. prose];
    }

    /// <summary>Reports aliases of texts that stand on a page with others, or on none.</summary>
    public static IEnumerable<Diagnostic> Homeless(IReadOnlyDictionary<string, Prose> prose) => prose
        .Where(text => PathOf(text.Key) is null)
        .SelectMany(text => text.Value.FrontMatter.Aliases)
        .Select(alias => ProseProblems.AliasWithoutPage(alias.Place, alias.Path));

    /// <summary>The page that is named like a text, or whose subject is.</summary>
    private static string? PathOf(string text) => text.Split('/') switch
    {
        ["about" or "changes" or "choose" or "compare" or "data" or "problems" or "reading" or "submit"] => $"/{text}/",
        ["problems", var code] => Addresses.Problem(code),
        ["benchmarks", var benchmark] => $"/{benchmark}/methodology/",
        ["use-cases", var benchmark, var useCase] => $"/{benchmark}/use-cases/{useCase}/",
        _ => null,
    };

    /// <summary>The addresses that a page of a benchmark had under each former name in its path, one or both of them old.</summary>
    private static IEnumerable<Redirection> Of(Benchmark benchmark, string path)
    {
        var parts = path.Split('/');
        var (at, name, aliases) = parts switch
        {
            [_, _, "use-cases", var id, ..] when benchmark.UseCases.FirstOrDefault(useCase => useCase.Id == id) is { } useCase => (3, useCase.Name, useCase.Aliases),
            [_, _, var id, ..] when benchmark.Releases.FirstOrDefault(release => release.Id == id) is { } release => (2, benchmark.Name, release.Aliases),
            _ => (2, benchmark.Name, ImmutableArray<Alias>.Empty),
        };
        foreach (var former in benchmark.Aliases.Prepend(null))
        {
            foreach (var inner in aliases.Prepend(null))
            {
                if ((former ?? inner) is { } alias)
                {
                    string[] old = [.. parts];
                    old[1] = former?.Id ?? old[1];
                    old[at] = inner?.Id ?? old[at];
                    yield return new Redirection(string.Join('/', old), path, name, alias.Place);
                }
            }
        }
    }
}
