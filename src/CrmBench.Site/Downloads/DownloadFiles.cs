using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Downloads;

/// <summary>The downloads of a site: every board as CSV and as JSON.</summary>
internal static class DownloadFiles
{
    /// <summary>The path of a board's download within the site.</summary>
    /// <param name="board">The board.</param>
    /// <param name="extension"><c>csv</c> or <c>json</c>.</param>
    public static string PathOf(Leaderboard board, string extension) =>
        $"/data/{board.Benchmark.Id}/{board.Release.Id}/{board.Method.Id}.{extension}";

    /// <summary>The paths of all downloads.</summary>
    public static IEnumerable<Route> Routes(ScoredCatalogue scored) =>
        from board in Boards(scored)
        from extension in (string[])["csv", "json"]
        select new Route(PathOf(board, extension), new SourcePlace("data/site.json"));

    /// <summary>All downloads, each board's CSV before its JSON.</summary>
    public static ImmutableArray<SiteFile> Write(ScoredCatalogue scored)
    {
        var boards = Boards(scored).ToArray();
        var files = new SiteFile[2 * boards.Length];
        Parallel.For(0, boards.Length, i =>
        {
            files[2 * i] = new SiteFile(PathOf(boards[i], "csv")[1..], ResultsCsv.Write(boards[i]));
            files[(2 * i) + 1] = new SiteFile(PathOf(boards[i], "json")[1..], ResultsJson.Write(boards[i]));
        });
        return [.. files];
    }

    private static IEnumerable<Leaderboard> Boards(ScoredCatalogue scored) =>
        scored.Benchmarks.SelectMany(benchmark => benchmark.Releases).SelectMany(release => release.Boards);
}
