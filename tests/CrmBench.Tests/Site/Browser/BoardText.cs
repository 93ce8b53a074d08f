using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Browser;
using CrmBench.Site.Publishing;

namespace CrmBench.Tests.Site.Browser;

/// <summary>The file that the browser scores a board from, on a site that has no more than the pages it names.</summary>
internal static class BoardText
{
    private static readonly SiteSettings Settings = new("T", "D", new Uri("https://example.org/x/"), "https://example.org/repo", ["bench"], "bench");

    public static string Of(ScoredRelease release, Leaderboard board)
    {
        var routes = board.UseCases.Select(useCase =>
            new Route($"/{board.Benchmark.Id}/use-cases/{useCase.Id}/", new SourcePlace("use-cases.csv")));
        var paths = SitePaths.Create(Settings.BaseUrl, routes, AssetSet.Empty, new DiagnosticBag());
        return Encoding.UTF8.GetString(BoardData.Write(release, board, paths, Settings));
    }
}
