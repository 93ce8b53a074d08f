using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Downloads;

/// <summary>The downloads of a site: every board and the ledger as CSV and as JSON, and the ledger as a feed.</summary>
internal static class DownloadFiles
{
    /// <summary>The path of a board's download within the site.</summary>
    /// <param name="board">The board.</param>
    /// <param name="extension"><c>csv</c> or <c>json</c>.</param>
    public static string PathOf(Leaderboard board, string extension) =>
        $"/data/{board.Benchmark.Id}/{board.Release.Id}/{board.Method.Id}.{extension}";

    /// <summary>The paths of all downloads.</summary>
    public static IEnumerable<Route> Routes(ScoredCatalogue scored) =>
        Boards(scored).SelectMany(board => (string[])[PathOf(board, "csv"), PathOf(board, "json")])
            .Concat([LedgerFiles.CsvPath, LedgerFiles.JsonPath, LedgerFeed.Path])
            .Select(path => new Route(path, new SourcePlace("data/site.json")));

    /// <summary>All downloads, each board's CSV before its JSON, the ledger last.</summary>
    public static ImmutableArray<SiteFile> Write(ScoredCatalogue scored, SitePaths paths)
    {
        var boards = Boards(scored).ToArray();
        var files = new SiteFile[2 * boards.Length];
        Parallel.For(0, boards.Length, i =>
        {
            files[2 * i] = new SiteFile(PathOf(boards[i], "csv")[1..], ResultsCsv.Write(boards[i]));
            files[(2 * i) + 1] = new SiteFile(PathOf(boards[i], "json")[1..], ResultsJson.Write(boards[i]));
        });
        return
        [
            .. files,
            new SiteFile(LedgerFiles.CsvPath[1..], LedgerFiles.WriteCsv(scored.Catalogue, paths)),
            new SiteFile(LedgerFiles.JsonPath[1..], LedgerFiles.WriteJson(scored.Catalogue, paths)),
            new SiteFile(LedgerFeed.Path[1..], LedgerFeed.Write(scored.Catalogue, paths)),
        ];
    }

    private static IEnumerable<Leaderboard> Boards(ScoredCatalogue scored) =>
        scored.Benchmarks.SelectMany(benchmark => benchmark.Releases).SelectMany(release => release.Boards);
}
