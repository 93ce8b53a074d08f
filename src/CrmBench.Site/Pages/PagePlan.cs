using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>Every page of the site with the template it uses, and the old addresses that lead to some of them.</summary>
/// <param name="Pages">The pages; their models are built when they are rendered.</param>
/// <param name="Redirects">Old addresses.</param>
/// <param name="Listed">The pages that search engines should know: each once, not the page for wrong addresses, no draft's and nothing invented.</param>
/// <param name="Found">What readers can look for.</param>
internal sealed record PagePlan(
    ImmutableArray<Page> Pages, ImmutableArray<Redirection> Redirects, ImmutableArray<SitemapEntry> Listed, ImmutableArray<SearchKind> Found)
{
    /// <summary>The pages that are prose and little else, each only where its file is there.</summary>
    private static readonly ImmutableArray<(string Path, string Section, string Heading, ImmutableArray<string> Texts)> TextPages =
    [
        (Addresses.About, "about", "What is this site, and what is it not?", ["about"]),
        (Addresses.Reading, "reading", "How do I read a leaderboard?", ["reading", "glossary"]),
    ];

    /// <summary>The paths of all pages, which prose may link to before any page is built.</summary>
    public static IEnumerable<Route> RoutesOf(SiteIndex index, IReadOnlyDictionary<string, Prose> prose, ProblemCatalogue problems)
    {
        var plan = Create(index, prose.ToImmutableDictionary(
            entry => entry.Key,
            entry => new Text("", "", new Html("")) { Aliases = entry.Value.FrontMatter.Aliases }), [], problems);
        return plan.Pages.Select(page => new Route(page.Path, OriginOf(index, page.Path)))
            .Concat(plan.Redirects.Select(redirect => new Route(redirect.From, redirect.Origin)));
    }

    /// <summary>What asks for a page: the table or the folder of data that names it.</summary>
    private static SourcePlace OriginOf(SiteIndex index, string path) => new(path.Split('/') switch
    {
        ["", "models", ..] => "data/models.csv",
        ["", "providers", ..] => "data/providers.csv",
        ["", var first, ..] when index.Scored.Benchmarks.Any(scored => scored.Benchmark.Id == first) => $"data/benchmarks/{first}",
        _ => "data/site.json",
    });

    /// <summary>Plans all pages.</summary>
    public static PagePlan Create(
        SiteIndex index, IReadOnlyDictionary<string, Text> texts, ImmutableArray<CommandHelp> commands, ProblemCatalogue problems)
    {
        var pages = new List<Page>();
        var days = new PageDays(index);
        // A release in front has an address of its own for ever; what stands there is the benchmark's page.
        var twice = index.Scored.Benchmarks
            .Where(scored => scored.Front is not null)
            .Select(scored => Addresses.Release(scored.Benchmark, scored.Front!.Release))
            .ToHashSet(StringComparer.Ordinal);
        if (index.Featured is { Front: { } front } featured)
        {
            pages.Add(BoardAt(index, featured, front, front.Boards[0], Addresses.Home));
        }

        foreach (var benchmark in index.Scored.Benchmarks)
        {
            AddBenchmark(pages, index, benchmark, texts);
        }

        pages.Add(Page.Of(Addresses.Models, () => ModelIndexPage.Model(index)));
        pages.AddRange(index.Models.Select(card => Page.Of(Addresses.Model(card.Id), () => ModelPage.Model(index, card))));
        pages.Add(Page.Of(Addresses.Compare, () => ComparePage.Model(index, texts.GetValueOrDefault("compare"))));
        pages.Add(Page.Of(Addresses.Choose, () => ChoosePage.Model(index, texts.GetValueOrDefault("choose"))));
        pages.Add(Page.Of(Addresses.Providers, () => ProviderPages.Index(index)));
        pages.AddRange(index.Providers.Select(provider =>
            Page.Of(Addresses.Provider(provider.Id), () => ProviderPages.One(index, provider))));
        pages.Add(Page.Of(Addresses.Changes, () => ChangesPage.Model(index, texts.GetValueOrDefault("changes"))));
        pages.AddRange(TextPages.Where(page => texts.ContainsKey(page.Texts[0])).Select(page => Page.Of(
            page.Path,
            () => TextPage.Model(
                index, page.Path, page.Section, page.Heading, [.. page.Texts.Where(texts.ContainsKey).Select(name => texts[name])]))));
        if (texts.TryGetValue("submit", out var submit))
        {
            pages.Add(Page.Of(Addresses.Submit, () => SubmitPage.Model(index, submit, commands)));
        }

        if (texts.TryGetValue("data", out var data))
        {
            pages.Add(Page.Of(Addresses.Data, () => DataPage.Model(index, data)));
        }

        pages.Add(Page.Of(Addresses.Problems, () => ProblemPages.Index(index, problems, texts.GetValueOrDefault("problems"))));
        pages.AddRange(problems.All.Select(kind => Page.Of(
            Addresses.Problem(kind.Code), () => ProblemPages.One(index, problems, kind, texts.GetValueOrDefault(ProblemPages.TextOf(kind))))));
        var found = SearchPage.Kinds(index, texts, problems);
        pages.Add(Page.Of(Addresses.Search, () => SearchPage.Model(index, found)));
        pages.Add(Page.Of(Addresses.NotFound, () => NotFoundPage.Model(index)));

        return new PagePlan(
            [.. pages],
            [.. FormerAddresses.Of(index, texts, [.. pages.Select(page => page.Path)])],
            [
                .. pages.Select(page => page.Path)
                    .Where(path => path != Addresses.NotFound && !index.IsKeptOut(path) && !twice.Contains(path))
                    .Select(path => new SitemapEntry(path, days.Of(path))),
            ],
            found);
    }

    private static void AddBenchmark(List<Page> pages, SiteIndex index, ScoredBenchmark scored, IReadOnlyDictionary<string, Text> texts)
    {
        var benchmark = scored.Benchmark;
        foreach (var release in scored.Releases)
        {
            foreach (var board in release.AllBoards)
            {
                if (Addresses.Board(scored, release, board) is var shortest && shortest == Addresses.Benchmark(benchmark))
                {
                    pages.Add(BoardAt(index, scored, release, board, shortest));
                    pages.Add(BoardAt(index, scored, release, board, Addresses.Release(benchmark, release.Release)));
                }
                else
                {
                    pages.Add(BoardAt(index, scored, release, board, shortest));
                }

                pages.AddRange(Enumerable.Range(2, BoardTable.Parts(board) - 1).Select(part =>
                    BoardAt(index, scored, release, board, Addresses.BoardRows(shortest, part), part)));
            }
        }

        pages.AddRange(benchmark.UseCases.Where(useCase => !useCase.IsWhole).Select(useCase => Page.Of(
            Addresses.UseCase(benchmark, useCase),
            () => UseCasePage.Model(index, scored, useCase, texts.GetValueOrDefault($"use-cases/{benchmark.Id}/{useCase.Id}")))));
        foreach (var release in scored.Releases)
        {
            if (release.HasAgreement)
            {
                pages.Add(Page.Of(
                    Addresses.Agreement(scored, release),
                    () => AgreementPage.Model(index, scored, release, release.Agreement!, texts.GetValueOrDefault("agreement"))));
            }
        }

        pages.Add(Page.Of(
            Addresses.Methodology(benchmark),
            () => MethodologyPage.Model(
                index, scored, texts.GetValueOrDefault($"benchmarks/{benchmark.Id}"), texts.GetValueOrDefault("methods"))));
    }

    private static Page BoardAt(
        SiteIndex index, ScoredBenchmark scored, ScoredRelease release, Leaderboard board, string path, int part = 1) =>
        Page.Of(path, () => BoardPage.Model(index, scored, release, board, path, part));
}
