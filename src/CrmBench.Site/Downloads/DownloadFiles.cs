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
/// The data files of a site: every board as CSV, as JSON and as what the browser scores it from; the figures of all boards as CSV and as Parquet,
/// with the tables that they are joined with; the ledger as CSV and as JSON; the prices.
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
        scored.AllBoards.SelectMany(entry => (string[])["csv", "json", ForBrowser], (entry, extension) => PathOf(entry.Board, extension))
            .Concat(CatalogueTables.All.SelectMany(table => (string[])[table.CsvPath, table.SchemaPath]))
            .Concat([FigureTable.ParquetPath, LedgerFiles.JsonPath, Prices])
            .Select(path => new Route(path, new SourcePlace("data/site.json")));

    /// <summary>All of them: three a board, the tables over all boards, the ledger's and the prices.</summary>
    public static ImmutableArray<SiteFile> Write(ScoredCatalogue scored, SitePaths paths)
    {
        var boards = scored.AllBoards.ToArray();
        var files = new SiteFile[3 * boards.Length];
        var all = new ImmutableArray<ResultFigure>[boards.Length];
        Parallel.For(0, boards.Length, () => new ArrayBufferWriter<byte>(), (i, _, buffer) =>
        {
            var (release, board) = boards[i];
            ImmutableArray<ResultFigure> figures = all[i] = [.. ResultFigure.Of(board)];
            SiteFile File(string extension, Action<ArrayBufferWriter<byte>> write) =>
                new(PathOf(board, extension)[1..], FileBytes.Of(buffer, write));

            files[3 * i] = File("csv", to => FigureTable.Form.WriteCsv(figures, to));
            files[(3 * i) + 1] = File("json", to => ResultsJson.Write(board, figures, to));
            files[(3 * i) + 2] = File(ForBrowser, to => BoardData.Write(release, board, paths, scored.Catalogue.Site, to));
            return buffer;
        }, _ => { });
        var catalogue = scored.Catalogue;
        return
        [
            .. files,
            OfAllBoards([.. boards.Select((_, i) => files[3 * i])]),
            new SiteFile(FigureTable.ParquetPath[1..], ParquetFile.Write(FigureTable.Form, [.. all.SelectMany(figures => figures)])),
            Table(CatalogueTables.Models, catalogue.Models.Values),
            Table(CatalogueTables.Providers, catalogue.Providers.Values),
            Table(CatalogueTables.Prices, catalogue.Prices),
            Table(CatalogueTables.UseCases, CatalogueTables.UseCasesOf(catalogue)),
            Table(CatalogueTables.Repriced, CatalogueTables.RepricedOf(scored)),
            Table(LedgerFiles.Table, LedgerFiles.Lines(catalogue, paths)),
            .. CatalogueTables.All.Select(table => new SiteFile(table.SchemaPath[1..], table.WriteSchema())),
            new SiteFile(LedgerFiles.JsonPath[1..], LedgerFiles.WriteJson(catalogue, paths)),
            new SiteFile(Prices[1..], PriceData.Write(catalogue.Prices)),
        ];
    }

    private static SiteFile Table<T>(DownloadTable<T> table, IEnumerable<T> rows) => new(table.CsvPath[1..], table.WriteCsv(rows));

    // The lines of all boards' own files below one header: nothing is written twice.
    private static SiteFile OfAllBoards(ImmutableArray<SiteFile> boards)
    {
        var header = FigureTable.Form.WriteCsv([]);
        var bytes = GC.AllocateUninitializedArray<byte>(header.Length + boards.Sum(board => board.Content.Length - header.Length));
        header.CopyTo(bytes, 0);
        var end = header.Length;
        foreach (var board in boards)
        {
            var lines = board.Content[header.Length..];
            lines.CopyTo(bytes.AsMemory(end));
            end += lines.Length;
        }

        return new SiteFile(FigureTable.Form.CsvPath[1..], bytes);
    }
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
