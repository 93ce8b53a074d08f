using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Data.Forms;
using CrmBench.Site.Browser;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Downloads;

/// <summary>
/// The data files of a site: every board as CSV, as JSON and as what the browser scores it from; the ledger as CSV and as JSON; the prices.
/// </summary>
internal static class DownloadFiles
{
    /// <summary>Extension of the file that the browser scores a board from.</summary>
    public const string ForBrowser = "board.json";

    /// <summary>The newest list price of each model, for the browser.</summary>
    public const string Prices = "/data/prices.json";

    /// <summary>The path of a board's download within the site.</summary>
    /// <param name="board">The board.</param>
    /// <param name="extension"><c>csv</c>, <c>json</c> or <see cref="ForBrowser"/>.</param>
    public static string PathOf(Leaderboard board, string extension) =>
        $"/data/{board.Benchmark.Id}/{board.Release.Id}/{board.Method.Id}.{extension}";

    /// <summary>The paths of all downloads.</summary>
    public static IEnumerable<Route> Routes(ScoredCatalogue scored) =>
        Boards(scored).SelectMany(entry => (string[])["csv", "json", ForBrowser], (entry, extension) => PathOf(entry.Board, extension))
            .Concat([LedgerFiles.CsvPath, LedgerFiles.JsonPath, Prices])
            .Select(path => new Route(path, new SourcePlace("data/site.json")));

    /// <summary>All of them, three a board, then the ledger's and the prices.</summary>
    public static ImmutableArray<SiteFile> Write(ScoredCatalogue scored, SitePaths paths)
    {
        var boards = Boards(scored).ToArray();
        var files = new SiteFile[3 * boards.Length];
        Parallel.For(0, boards.Length, () => new ArrayBufferWriter<byte>(), (i, _, buffer) =>
        {
            var (release, board) = boards[i];
            SiteFile File(string extension, Action<ArrayBufferWriter<byte>> write) =>
                new(PathOf(board, extension)[1..], FileBytes.Of(buffer, write));

            files[3 * i] = File("csv", to => ResultsCsv.Write(board, to));
            files[(3 * i) + 1] = File("json", to => ResultsJson.Write(board, to));
            files[(3 * i) + 2] = File(ForBrowser, to => BoardData.Write(release, board, paths, scored.Catalogue.Site, to));
            return buffer;
        }, _ => { });
        return
        [
            .. files,
            new SiteFile(LedgerFiles.CsvPath[1..], LedgerFiles.WriteCsv(scored.Catalogue, paths)),
            new SiteFile(LedgerFiles.JsonPath[1..], LedgerFiles.WriteJson(scored.Catalogue, paths)),
            new SiteFile(Prices[1..], PriceData.Write(scored.Catalogue.Prices)),
        ];
    }

    private static IEnumerable<(ScoredRelease Release, Leaderboard Board)> Boards(ScoredCatalogue scored) =>
        scored.Benchmarks.SelectMany(benchmark => benchmark.Releases).SelectMany(release => release.AllBoards, (release, board) => (release, board));
}

/// <summary>The schemas of the data's files, published so that editors and programs find them.</summary>
internal static class PublishedSchemas
{
    private const string Names = $"/{NamesSchema.Path}";

    /// <summary>The path of a schema within the site: <c>/schema/v1/submission.schema.json</c>.</summary>
    public static string PathOf(SchemaFile schema) => $"/{SchemaFiles.Folder}/{schema.Name}";

    /// <summary>The paths of all schemas.</summary>
    public static IEnumerable<Route> Routes => SchemaFiles.All.Select(PathOf).Append(Names).Select(path => new Route(path, new SourcePlace("data/site.json")));

    /// <summary>All schemas, each naming the address where it is published, and that of the names of the site.</summary>
    public static ImmutableArray<SiteFile> Write(Catalogue catalogue, SitePaths paths) =>
    [
        .. SchemaFiles.All.Select(schema => new SiteFile(
            paths.FileOf(PathOf(schema)),
            Encoding.UTF8.GetBytes(schema.Write(new Uri(paths.Absolute(PathOf(schema))))))),
        new SiteFile(paths.FileOf(Names), Encoding.UTF8.GetBytes(NamesSchema.Of(catalogue, new Uri(paths.Absolute(Names))))),
    ];
}
