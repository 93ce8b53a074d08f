using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Site.Api;
using CrmBench.Site.Downloads;
using CrmBench.Site.Metadata;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>The files for one thing that somebody wants to do with the data.</summary>
/// <param name="Id">The fragment it is at.</param>
/// <param name="Name">What they want to do.</param>
/// <param name="Lead">A sentence or two that help to begin.</param>
/// <param name="Files">The files, what most people need first.</param>
[TemplateModel]
internal sealed partial record DataDoor(string Id, string Name, string Lead, ImmutableArray<DataFile> Files)
{
    /// <summary>What can be typed to use them.</summary>
    public ImmutableArray<DataExample> Examples { get; init; } = [];

    /// <summary>What few need, folded away.</summary>
    public ImmutableArray<DataFold> Folds { get; init; } = [];
}

/// <summary>Files and examples that few need.</summary>
/// <param name="Summary">What is behind the fold.</param>
/// <param name="Files">The files.</param>
/// <param name="Examples">What can be typed.</param>
[TemplateModel]
internal sealed partial record DataFold(string Summary, ImmutableArray<DataFile> Files, ImmutableArray<DataExample> Examples);

/// <summary>A file of the site, or a page.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">Its form, such as CSV.</param>
/// <param name="Path">Its path within the site.</param>
/// <param name="What">What is in it, in a sentence.</param>
[TemplateModel]
internal sealed partial record DataFile(string Name, string Kind, string Path, string What);

/// <summary>Something to type.</summary>
/// <param name="What">What it does, in a sentence.</param>
/// <param name="Text">The lines.</param>
[TemplateModel]
internal sealed partial record DataExample(string What, string Text);

/// <summary>
/// What the page of data leads to, by what somebody wants to do: look at it in a spreadsheet, compute with it, cite it, be told of changes,
/// show it elsewhere. Every file that the site writes for others stands in one of these lists.
/// </summary>
internal static class DataDoors
{
    /// <summary>All of them that lead to anything.</summary>
    public static ImmutableArray<DataDoor> Of(SiteIndex index) =>
        [.. new[] { Spreadsheet(index), Program(index), Cite(index), Watch(index), Show(index) }.Where(door => !door.Files.IsEmpty)];

    private static DataDoor Spreadsheet(SiteIndex index) => new(
        "spreadsheet",
        "With a spreadsheet",
        "Open the first file: a row is one figure, with its interval, count, basis and source. The table of a single leaderboard is in the list of releases below.",
        [
            new("All figures", "CSV", FigureTable.Form.CsvPath, "Every figure of every leaderboard in one table: a row says whose, of what, how sure, and where it comes from, down to the line in the repository."),
            new($"All {index.Site.Subject.Many}", "CSV", CatalogueTables.Models.CsvPath, "What the identifiers in the table of figures stand for, with day, openness, licence and provider."),
        ])
    {
        Folds =
        [
            new($"More tables: providers, prices, {UseCasesOf(index)} and changes",
            [
                new("Providers", "CSV", CatalogueTables.Providers.CsvPath, "Their names and sites."),
                new("Prices", "CSV", CatalogueTables.Prices.CsvPath, "Every list price of tokens, old ones too, with its days and its source."),
                new("Costs at later prices", "CSV", CatalogueTables.Repriced.CsvPath, "Costs of older releases counted anew at the list prices last read, with tokens, prices and the published cost."),
                new($"All {UseCasesOf(index)}", "CSV", CatalogueTables.UseCases.CsvPath, "Of every benchmark, with area, type, typical lengths and weight."),
                new("Changes", "CSV", LedgerFiles.Table.CsvPath, "Every result added, corrected or withdrawn, a row each, with its day and reason."),
            ], []),
            new("What each column holds", [.. Columns()], []),
        ],
    };

    private static DataDoor Program(SiteIndex index)
    {
        ImmutableArray<DataExample> queries = [.. FigureQueries.Of(index.Scored).Select(query => new DataExample(query.What, query.Sql))];
        return new(
            "programs",
            "With a program",
            "Everything is a plain file at an address that stays: no key, no limit, no query. Fetch the list of leaderboards; it names the JSON and the CSV of each, with all their figures.",
            [
                new("Leaderboards", "JSON", ApiFiles.Lists.Single(list => list.Name == "leaderboards").Path, "Every release by every method, with the addresses of its page and files."),
                new("Index", "JSON", FileIndex.Path, "Every file of the data, with size, hash, schema and day: fetch again only what has changed."),
                new("All figures", "Parquet", FigureTable.ParquetPath, "The table of every figure of every leaderboard, typed, and a small part of its size: for DuckDB, pandas, Polars, Arrow and R."),
                new("OpenAPI", "OpenAPI 3.1", OpenApi.Path, "All lists with their schemas, for programs that make clients."),
            ])
        {
            Examples = [.. queries.Take(1)],
            Folds =
            [
                .. queries.Length > 1 ? [new DataFold("More queries: averages, and joins with providers", [], queries[1..])] : Array.Empty<DataFold>(),
                new("The other lists of the API",
                [
                    .. ApiFiles.Lists.Where(list => list.Name != "leaderboards").Select(list => new DataFile(Noun.Capital(list.Name), "JSON", list.Path, $"{list.What}.")),
                    new("Changes", "JSON", LedgerFiles.JsonPath, "The ledger: every release, and every result added, corrected or withdrawn."),
                    new("Prices for the browser", "JSON", DownloadFiles.Prices, $"The newest list price of each {index.Site.Subject.One}, as the pages of this site read it."),
                ], []),
                new("The same for other tools: Data Package, Croissant, Every Eval Ever, llms.txt",
                [
                    new("Data Package", "datapackage.json", PackageFiles.DataPackagePath, "Every table with its schema, size and hash, without the leaderboards of drafts, for Frictionless and other programs that read Data Packages."),
                    new("Croissant", "JSON-LD", PackageFiles.CroissantPath, "The same as Croissant 1.0, for search engines and libraries of machine learning."),
                    .. EvaluationsOf(index),
                    new("llms.txt", "Markdown", Addresses.LlmsText, "What the site is and where its numbers are, for programs that read for people; each leaderboard has a Markdown twin, in the list of releases below."),
                ], []),
            ],
        };
    }

    private static IEnumerable<DataFile> Columns() => CatalogueTables.All.Select(table => new DataFile(
        $"Columns of {table.Name}.csv", "Table Schema", table.SchemaPath, $"{table.Meaning} What each column holds, its type, and what it is joined with."));

    private static IEnumerable<DataFile> EvaluationsOf(SiteIndex index) =>
        from board in index.Featured is { Front: { Release.Status: ReleaseStatus.Frozen } front } ? front.Boards.Take(1) : []
        where EveryEvalEver.FiguresOf(board).Any()
        select new DataFile(
            board.Benchmark.Name, "Every Eval Ever", EveryEvalEver.PathOf(board),
            "What was measured in the run of each row, a row of the leaderboard a line, for collections of evaluations; each leaderboard's newest release has such a file.");

    // Benchmarks may call theirs by different names.
    private static string UseCasesOf(SiteIndex index) =>
        index.Scored.Benchmarks.Select(scored => scored.Benchmark.UseCaseNoun).Distinct().ToArray() is [var only] ? only.Many : Noun.UseCase.Many;

    private static DataDoor Cite(SiteIndex index) => new(
        "cite",
        "To cite",
        "Cite a release and not the front of a leaderboard: a frozen release keeps its address and its numbers, and a correction is an entry with its day. Cite the sources of the figures as well. Each release has both files in the list of releases below.",
        index.Featured is not { Front.Release: { } release, Benchmark: { } benchmark } ? [] :
        [
            new("BibTeX", $"{benchmark.ShortName}, {release.Name}", Citation.BibtexPath(benchmark, release), "An entry for LaTeX and for programs that keep references."),
            new("CITATION.cff", $"{benchmark.ShortName}, {release.Name}", Citation.CffPath(benchmark, release), "Citation File Format 1.2, with the sources of the figures as references."),
        ]);

    private static DataDoor Watch(SiteIndex index) => new(
        "watch",
        "To be told of changes",
        $"Give one of these addresses to a reader of feeds, and it says what is new: releases, and every result added, corrected or withdrawn. Each leaderboard, provider and {index.Site.Subject.One} has feeds of its own, named at the foot of its pages.",
        [
            new("All changes", "Atom", Feed.AtomIn(Addresses.Home), "The newest hundred entries of the ledger."),
            new("All changes", "JSON Feed", Feed.JsonIn(Addresses.Home), "The same for programs that would rather read JSON."),
            .. index.Featured?.Front?.Boards[0].Complete.Take(1).SelectMany(row => (DataFile[])
            [
                new(row.Model.Name, "Atom", Feed.AtomIn(Addresses.Model(row.Model.Id)), $"An example of the feed of one {index.Site.Subject.One}."),
                new(row.Provider.Name, "Atom", Feed.AtomIn(Addresses.Provider(row.Provider.Id)), $"An example of the feed of one provider, with all its {index.Site.Subject.Many}."),
            ]) ?? [],
        ])
    {
        Folds =
        [
            new("The feed of each leaderboard",
            [
                .. index.Scored.Benchmarks.Select(scored => new DataFile(
                    scored.Benchmark.Name, "Atom", Feed.AtomIn(Addresses.Benchmark(scored.Benchmark)), "Beside it stands feed.json.")),
            ], []),
        ],
    };

    private static DataDoor Show(SiteIndex index)
    {
        var front = index.Featured?.Front is { Release.Status: ReleaseStatus.Frozen } release ? release : null;
        var example = front?.Boards[0].Complete.Select(row => new Entry(index.Featured!, front, front.Boards[0], row, 0)).FirstOrDefault();
        var badge = example is null ? null : BadgeOffer.Of(index, example);
        return new(
            "show",
            "To show elsewhere",
            "Paste one of these lines. A badge says the ranks that an interval leaves open, what it rests on and the day, and follows the leaderboard; a frame shows a whole leaderboard within your page, "
                + "and Share on each leaderboard makes one of what you see there.",
            front is null ? [] :
            [
                new(index.Site.Subject.Titles, "pages", Addresses.Models, "Choose one; its badge is below its figures, with what to paste."),
                .. badge is null ? Array.Empty<DataFile>() :
                [
                    new($"Badge of {example!.Row.Label}", "SVG", badge.Svg, "An example."),
                    new($"Badge of {example.Row.Label}", "JSON", badge.Json, "The same as the endpoint form of shields.io."),
                ],
                .. SocialPictures.Of(index, front, front.Boards[0]) is { } picture
                    ? (DataFile[])[new("Picture of the leaderboard", "PNG", picture.Path, "What a link to it shows where links have pictures; it is drawn anew with each release.")]
                    : [],
            ])
        {
            Examples =
            [
                .. badge is null ? Array.Empty<DataExample>() : [new("A badge, in Markdown", badge.Markdown)],
                .. front is null ? Array.Empty<DataExample>() : [new("A leaderboard in a frame, in HTML", Frame(index, index.Featured!.Benchmark))],
                new("A leaderboard as one file that works without a network, written from a copy of the repository", "crmbench build --single-file board.html --board " + (index.Featured?.Benchmark.Id ?? "")),
            ],
        };
    }

    private static string Frame(SiteIndex index, Benchmark benchmark) =>
        $"<iframe src=\"{Addresses.Absolute(index.Site, Addresses.Benchmark(benchmark))}?embed=1\" title=\"{Html.FromText(benchmark.Name).Markup}\" width=\"100%\" height=\"640\" loading=\"lazy\"></iframe>";
}
