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
}

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
        "A row is one figure, with its interval, count, basis and source. A single leaderboard is in the list further down.",
        [
            new("All figures", "CSV", FigureTable.Form.CsvPath, "Every figure of every leaderboard in one table: a row says whose, of what, how sure, and where it comes from, down to the line in the repository."),
            new($"All {index.Site.Subject.Many}", "CSV", CatalogueTables.Models.CsvPath, "What the identifiers in the table of figures stand for, with day, openness, licence and provider."),
            new("Providers", "CSV", CatalogueTables.Providers.CsvPath, "Their names and sites."),
            new("Prices", "CSV", CatalogueTables.Prices.CsvPath, "Every list price of tokens, old ones too, with its days and its source."),
            new("Costs at later prices", "CSV", CatalogueTables.Repriced.CsvPath, "Costs of older releases counted anew at the list prices last read, with tokens, prices and the published cost."),
            new($"All {UseCasesOf(index)}", "CSV", CatalogueTables.UseCases.CsvPath, "Of every benchmark, with area, type, typical lengths and weight."),
            new("Changes", "CSV", LedgerFiles.CsvPath, "Every result added, corrected or withdrawn, a row each, with its day and reason."),
        ]);

    private static DataDoor Program(SiteIndex index) => new(
        "programs",
        "With a program",
        "Everything is a plain file at an address that stays: no key, no limit, no query. Each JSON file names its JSON Schema; within a version of the API properties are added at most.",
        [
            new("Index", "JSON", FileIndex.Path, "Begin here: every file of the data, with size, hash, schema and day."),
            new("All figures", "Parquet", FigureTable.ParquetPath, "The same table of every figure of every leaderboard, typed, and a small part of its size: for DuckDB, pandas, Polars, Arrow and R."),
            .. CatalogueTables.All.Select(table => new DataFile(
                $"Columns of {table.Name}.csv", "Table Schema", table.SchemaPath, $"{table.Meaning} What each column holds, its type, and what it is joined with.")),
            .. ApiFiles.Lists.Select(list => new DataFile(Noun.Capital(list.Name), "JSON", list.Path, $"{list.What}.")),
            new("Changes", "JSON", LedgerFiles.JsonPath, "The ledger: every release, and every result added, corrected or withdrawn."),
            new("Prices for the browser", "JSON", DownloadFiles.Prices, $"The newest list price of each {index.Site.Subject.One}, as the pages of this site read it."),
            new("OpenAPI", "OpenAPI 3.1", OpenApi.Path, "All of these with their schemas, for programs that make clients."),
            new("Data Package", "datapackage.json", PackageFiles.DataPackagePath, "Every table with its schema, size and hash, without the leaderboards of drafts, for Frictionless and other programs that read Data Packages."),
            new("Croissant", "JSON-LD", PackageFiles.CroissantPath, "The same as Croissant 1.0, for search engines and libraries of machine learning."),
            new("llms.txt", "Markdown", Addresses.LlmsText, "What the site is and where its numbers are, for programs that read for people; each leaderboard has a Markdown twin, in the list further down."),
        ])
    {
        Examples = [.. FigureQueries.Of(index.Scored).Select(query => new DataExample(query.What, query.Sql))],
    };

    // Benchmarks may call theirs by different names.
    private static string UseCasesOf(SiteIndex index) =>
        index.Scored.Benchmarks.Select(scored => scored.Benchmark.UseCaseNoun).Distinct().ToArray() is [var only] ? only.Many : Noun.UseCase.Many;

    private static DataDoor Cite(SiteIndex index) => new(
        "cite",
        "To cite",
        "Cite a release and not the front of a leaderboard: a frozen release keeps its address and its numbers. Cite the sources of the figures as well. Each release has both files in the list further down.",
        index.Featured is not { Front.Release: { } release, Benchmark: { } benchmark } ? [] :
        [
            new("BibTeX", $"{benchmark.ShortName}, {release.Name}", Citation.BibtexPath(benchmark, release), "An entry for LaTeX and for programs that keep references."),
            new("CITATION.cff", $"{benchmark.ShortName}, {release.Name}", Citation.CffPath(benchmark, release), "Citation File Format 1.2, with the sources of the figures as references."),
        ]);

    private static DataDoor Watch(SiteIndex index) => new(
        "watch",
        "To be told of changes",
        $"A feed says what is new without a visit: releases, and every result added, corrected or withdrawn. Each leaderboard, provider and {index.Site.Subject.One} has feeds of its own, named at the foot of its pages.",
        [
            new("All changes", "Atom", Feed.AtomIn(Addresses.Home), "The newest hundred entries of the ledger."),
            new("All changes", "JSON Feed", Feed.JsonIn(Addresses.Home), "The same for programs that would rather read JSON."),
            .. index.Scored.Benchmarks.Select(scored => new DataFile(
                scored.Benchmark.Name, "Atom", Feed.AtomIn(Addresses.Benchmark(scored.Benchmark)), "The same of one leaderboard; beside it stands feed.json.")),
        ]);

    private static DataDoor Show(SiteIndex index) => new(
        "show",
        "To show elsewhere",
        $"Each result has a badge, which says the ranks that its interval leaves open, what it rests on and the day, and follows the leaderboard: "
            + $"the page of the {index.Site.Subject.One} has what to paste. A leaderboard can be shown within another page (under Share), or be taken away as one file that works without a network.",
        index.Featured is not { Front: { Release.Status: ReleaseStatus.Frozen } front } featured ? [] :
        [
            new(index.Site.Subject.Titles, "pages", Addresses.Models, "Choose one; the badge is below its figures."),
            .. front.Boards[0].Complete.Take(1).Select(row => new Entry(featured, front, front.Boards[0], row, 0)).Select(entry => new DataFile(
                $"Badge of {entry.Row.Label}", "SVG", Badge.Of(index.Site, entry).Svg, "An example. The same in JSON is the endpoint form of shields.io.")),
            .. front.Boards.Take(1).Where(board => EveryEvalEver.FiguresOf(board).Any()).Select(board => new DataFile(
                featured.Benchmark.Name, "Every Eval Ever", EveryEvalEver.PathOf(board),
                "What was measured in each use case, a row of the leaderboard a line, for collections of evaluations; each leaderboard's newest release has such a file.")),
        ])
    {
        Examples = [new("Writes a leaderboard as one file, from a copy of the repository", "crmbench build --single-file board.html --board " + (index.Featured?.Benchmark.Id ?? ""))],
    };
}
