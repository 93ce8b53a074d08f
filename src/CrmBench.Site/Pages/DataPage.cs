using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Data.Forms;
using CrmBench.Site.Api;
using CrmBench.Site.Downloads;
using CrmBench.Site.Metadata;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>data</c> shows.</summary>
[TemplateModel]
internal sealed partial record DataPageModel(
    PageHead Head,
    string Lead,
    ImmutableArray<PageHeading>? Contents,
    ImmutableArray<DataDoor> Doors,
    Html Body,
    ImmutableArray<ReleaseFiles> Releases,
    ImmutableArray<SharedFile> Shared,
    ImmutableArray<SchemaLink> Schemas) : PageModel(Head), IPageModel
{
    public static string Template => "data";
}

/// <summary>The folder of a release, and what can be downloaded of it.</summary>
[TemplateModel]
internal sealed partial record ReleaseFiles(
    string Name, string Release, string Board, string Date, string Count, bool Invented, ImmutableArray<BoardDownload> Downloads,
    ReleaseCitation Citation, string Url);

/// <summary>A board as CSV, JSON and Markdown.</summary>
[TemplateModel]
internal sealed partial record BoardDownload(string Method, string Csv, string Json, string Markdown);

/// <summary>A file that all benchmarks share.</summary>
[TemplateModel]
internal sealed partial record SharedFile(string Path, string What, string Url);

/// <summary>The schema of a kind of file.</summary>
[TemplateModel]
internal sealed partial record SchemaLink(string About, string What, string Kind, string Path);

/// <summary>
/// Where the data are: the files by what somebody wants to do with them, the prose on licences and citing, every board, and the folder of
/// every release.
/// </summary>
internal static class DataPage
{
    private static readonly (string Path, string What)[] Shared =
    [
        ("data/README.md", "The dictionary: every file, column, type, unit and range"),
        ("data/models.csv", "The models"),
        ("data/providers.csv", "The providers"),
        ("data/prices.csv", "List prices of tokens, with their days and sources"),
    ];

    public static DataPageModel Model(SiteIndex index, Text prose)
    {
        var doors = DataDoors.Of(index);
        return new(
            new PageHead(index, Addresses.Data, prose.Title, "data")
            {
                Description = prose.Description,
                Heading = "Where are the data, and may I use them?",
                Dataset = DatasetMarkup.OfAll(
                    index.Site, Addresses.Data, (FileIndex.Path, "application/json"), (FigureTable.Form.CsvPath, "text/csv"), (PackageFiles.DataPackagePath, "application/json")),
            },
            Lead: prose.Description,
            Contents: Contents.Model(
            [
                .. doors.Select(door => (door.Id, door.Name)),
                ("files", "Every leaderboard and release"),
                .. Contents.Of(prose.Body),
                ("schemas", "Schemas of the files in the repository"),
            ]),
            Doors: doors,
            Body: prose.Body,
            Releases:
            [
                .. index.Scored.Benchmarks.SelectMany(
                    benchmark => benchmark.Releases, (benchmark, release) => Release(index, benchmark.Benchmark, release)),
            ],
            Shared: [.. Shared.Select(file => new SharedFile(file.Path, file.What, index.InRepository(new SourcePlace(file.Path))))],
            Schemas:
            [
                .. SchemaFiles.All.Select(schema => new SchemaLink(
                    schema.About, schema.Meaning, schema.IsTable ? "Table Schema" : "JSON Schema", PublishedSchemas.PathOf(schema))),
            ]);
    }

    private static ReleaseFiles Release(SiteIndex index, Benchmark benchmark, ScoredRelease scored) => new(
        Name: benchmark.Name,
        Release: ReleaseText.Name(scored.Release),
        Board: Addresses.Release(benchmark, scored.Release),
        Date: Format.Date(scored.Release.Date),
        Count: Format.Count(scored.Release.Submissions.Length),
        Invented: benchmark.Invented,
        Downloads:
        [
            .. scored.Boards.Select(board => new BoardDownload(
                board.Method.Name, DownloadFiles.PathOf(board, "csv"), DownloadFiles.PathOf(board, "json"), BoardMarkdown.PathOf(scored, board))),
        ],
        Citation: ReleaseCitation.Of(index.Site, benchmark, scored.Release),
        Url: index.InRepository(new SourcePlace($"data/benchmarks/{benchmark.Id}/releases/{scored.Release.Id}")));
}
