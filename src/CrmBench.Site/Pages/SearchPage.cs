using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>search</c> shows.</summary>
[TemplateModel]
internal sealed partial record SearchPageModel(PageHead Head, ImmutableArray<SearchSection> Sections) : PageModel(Head), IPageModel
{
    public static string Template => "search";
}

/// <summary>The pages of a kind, or the list that has them.</summary>
[TemplateModel]
internal sealed partial record SearchSection(string Name, string? List, string Count, ImmutableArray<NotedLink> Links);

/// <summary>A page with what tells it from others of the same name.</summary>
[TemplateModel]
internal sealed partial record NotedLink(string Name, string Path, string Note);

/// <summary>A page that can be found.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path within the site.</param>
/// <param name="Note">What tells it from others of the same name; may be empty.</param>
/// <param name="Also">Other words that lead to it, such as its identifier; never shown, may be empty.</param>
internal sealed record SearchEntry(string Name, string Path, string Note = "", string Also = "");

/// <summary>The pages of one kind that can be found.</summary>
/// <param name="Kind">What they are, in the singular: scripts show it beside each.</param>
/// <param name="Plural">The same in the plural: a heading of the page without scripts.</param>
/// <param name="List">Path of the page that lists them already; null where there is none.</param>
/// <param name="Entries">The pages.</param>
internal sealed record SearchKind(string Kind, string Plural, string? List, ImmutableArray<SearchEntry> Entries);

/// <summary>What readers can look for: by a script in the index, and without one on a page of links.</summary>
internal static class SearchPage
{
    /// <summary>Everything that can be found, by kind, what most people look for first. Drafts are left out, as search engines leave them out.</summary>
    public static ImmutableArray<SearchKind> Kinds(SiteIndex index, IReadOnlyDictionary<string, Text> texts, ProblemCatalogue problems)
    {
        var benchmarks = index.Scored.Benchmarks;
        return
        [
            new("Leaderboard", "Leaderboards", null, [.. benchmarks.SelectMany(Boards).Where(entry => !index.IsOfDraft(entry.Path))]),
            new(index.Site.Subject.Title, index.Site.Subject.Titles, Addresses.Models, [.. index.Models.Select(card => Of(index, card))]),
            new(index.UseCaseNoun.Title, index.UseCaseNoun.Titles, null,
            [
                .. benchmarks.SelectMany(scored => scored.Benchmark.UseCases.Where(useCase => !useCase.IsWhole), (scored, useCase) => new SearchEntry(
                    useCase.Name,
                    Addresses.UseCase(scored.Benchmark, useCase),
                    scored.Benchmark.ShortName,
                    Words(useCase.Id, useCase.Area, useCase.Type))),
            ]),
            new("Method", "Methods", null, [.. benchmarks.SelectMany(Methods).Where(entry => !index.IsOfDraft(entry.Path))]),
            new("Provider", "Providers", Addresses.Providers,
                [.. index.Providers.Select(provider => new SearchEntry(provider.Name, Addresses.Provider(provider.Id), Also: provider.Id))]),
            new("Page", "Pages", null, [.. Others(index, texts)]),
            new("Problem", "Problems", Addresses.Problems,
                [.. problems.All.Select(kind => new SearchEntry($"{kind.Code}: {kind.Title}", Addresses.Problem(kind.Code)))]),
        ];
    }

    /// <summary>The page of links.</summary>
    public static SearchPageModel Model(SiteIndex index, ImmutableArray<SearchKind> kinds) => new(
        new PageHead(index, Addresses.Search, "Search", section: "none")
        {
            Description = $"Every leaderboard, {index.UseCaseNoun.One} and method by name, and the lists of {index.Site.Subject.Many}, providers and problems.",
            Heading = "What are you looking for?",
        },
        Sections:
        [
            .. kinds.Where(kind => !kind.Entries.IsEmpty).Select(kind => new SearchSection(
                kind.Plural,
                kind.List,
                Format.Counted(kind.Entries.Length, kind.Kind.ToLowerInvariant()),
                kind.List is null ? [.. kind.Entries.Select(entry => new NotedLink(entry.Name, entry.Path, entry.Note))] : [])),
        ]);

    /// <summary>The index that scripts read: for each kind its name and its entries, each a name, an address, a note and other words.</summary>
    public static SiteFile Index(SitePaths paths, ImmutableArray<SearchKind> kinds)
    {
        var bytes = FileBytes.OfJson(json =>
        {
            json.WriteStartArray();
            foreach (var kind in kinds)
            {
                json.WriteStartArray();
                json.WriteStringValue(kind.Kind);
                json.WriteStartArray();
                foreach (var entry in kind.Entries)
                {
                    Write(json, paths, entry);
                }

                json.WriteEndArray();
                json.WriteEndArray();
            }

            json.WriteEndArray();
        });
        return new SiteFile(paths.FileOf(Addresses.SearchIndex), bytes);
    }

    private static void Write(Utf8JsonWriter json, SitePaths paths, SearchEntry entry)
    {
        json.WriteStartArray();
        json.WriteStringValue(entry.Name);
        json.WriteStringValue(paths.Link(entry.Path));
        json.WriteStringValue(entry.Note);
        if (entry.Also.Length > 0)
        {
            json.WriteStringValue(entry.Also);
        }

        json.WriteEndArray();
    }

    private static SearchEntry Of(SiteIndex index, ModelCard card) => new(
        card.Name,
        Addresses.Model(card.Id),
        Where(index, card),
        Words([card.Id, .. card.Aliases]));

    /// <summary>Whose a model is, and on which leaderboards it stands: <c>OpenAI: LLM for CRM, CRMArena</c>.</summary>
    private static string Where(SiteIndex index, ModelCard card)
    {
        var boards = index.ShownOf(card).Where(entry => !entry.IsInDraftBehind).Select(entry => entry.Benchmark.Benchmark.ShortName).Distinct().ToArray();
        var provider = index.Scored.Catalogue.Providers[card.Provider].Name;
        return boards.Length == 0 ? provider : $"{provider}: {string.Join(", ", boards)}";
    }

    private static IEnumerable<SearchEntry> Boards(ScoredBenchmark scored)
    {
        var benchmark = scored.Benchmark;
        yield return new(benchmark.Name, Addresses.Benchmark(benchmark), Also: Words(
        [
            benchmark.Id,
            benchmark.ShortName,
            .. benchmark.Dimensions.Select(dimension => dimension.Name),
            .. benchmark.Dimensions.SelectMany(dimension => dimension.Metrics).Select(metric => metric.Name),
            .. benchmark.AllMetrics.Any(metric => metric.Unit.IsTime()) ? ["latency fast"] : Array.Empty<string>(),
            .. benchmark.AllMetrics.Any(metric => metric.Unit == Unit.Usd) ? ["price cheap"] : Array.Empty<string>(),
        ]));
        foreach (var release in scored.Releases.Where(release => !ReferenceEquals(release, scored.Front)))
        {
            yield return new(
                benchmark.Name, Addresses.Release(benchmark, release.Release), ReleaseText.InSentence(benchmark, release.Release), benchmark.Id);
        }
    }

    private static IEnumerable<SearchEntry> Methods(ScoredBenchmark scored)
    {
        var benchmark = scored.Benchmark;
        foreach (var board in scored.Front?.Boards ?? [])
        {
            yield return new(board.Method.Name, Addresses.Board(scored, scored.Front!, board), benchmark.ShortName, board.Method.Id);
        }

        yield return new("Methodology", Addresses.Methodology(benchmark), benchmark.ShortName, benchmark.Id);
        if (Addresses.AgreementInFront(scored) is not null)
        {
            yield return new("Agreement of the raters", Addresses.Agreement(benchmark), benchmark.ShortName, benchmark.Id);
        }
    }

    // A page that needs its prose is there only with it; the others have names of their own. The last words are those that readers ask by.
    private static IEnumerable<SearchEntry> Others(SiteIndex index, IReadOnlyDictionary<string, Text> texts)
    {
        var subject = index.Site.Subject;
        (string Path, string Name, string? Prose, string Also)[] pages =
        [
            (Addresses.Choose, $"Choose {subject.AnyOne}", null, "best cheapest fastest cheap fast price pricing within limits budget recommend"),
            (Addresses.Compare, $"Compare {subject.Many}", null, "difference versus side by side"),
            (Addresses.Models, $"All {subject.Many}", null, "open weights availability released"),
            (Addresses.Providers, "All providers", null, ""),
            (Addresses.Changes, "Changes", null, "news ledger corrected withdrawn feed how often updated"),
            (Addresses.Problems, "All problems", null, "errors warnings"),
            (Addresses.Data, "Data", "data", "download csv parquet json api prices badges feeds cite"),
            (Addresses.Submit, "Submit", "submit", "contribute results add my model upload"),
            (Addresses.About, "About", "about", "contact licence license who"),
            (Addresses.Reading, "How to read a leaderboard", "reading", "glossary words terms meaning intervals ranks ties tiers confidence"),
        ];
        return pages
            .Where(page => page.Prose is null || index.HasText(page.Prose))
            .Select(page => new SearchEntry(
                page.Prose is { } prose && texts.TryGetValue(prose, out var text) ? text.Title : page.Name, page.Path, Also: Words(page.Name, page.Also)));
    }

    private static string Words(params IEnumerable<string> words) => string.Join(' ', words.Where(word => word.Length > 0));
}
