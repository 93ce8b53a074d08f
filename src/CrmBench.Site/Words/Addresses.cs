using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Words;

/// <summary>The paths of all pages within the site, and the addresses of files in the repository.</summary>
internal static class Addresses
{
    public const string Home = "/";
    public const string Models = "/models/";
    public const string Compare = "/compare/";
    public const string Choose = "/choose/";
    public const string Providers = "/providers/";
    public const string Changes = "/changes/";
    public const string Data = "/data/";
    public const string Submit = "/submit/";
    public const string About = "/about/";
    public const string Reading = "/reading/";
    public const string Problems = "/problems/";
    public const string Search = "/search/";
    public const string SearchIndex = "/search.json";
    public const string Where = "/where.json";
    public const string LlmsText = "/llms.txt";
    public const string Manifest = "/manifest.webmanifest";
    public const string NotFound = "/404.html";

    /// <summary>The release in front of a benchmark by its default method.</summary>
    public static string Benchmark(Benchmark benchmark) => $"/{benchmark.Id}/";

    /// <summary>A release by its default method; this address never means anything else.</summary>
    public static string Release(Benchmark benchmark, Release release) => $"/{benchmark.Id}/{release.Id}/";

    /// <summary>A release by another method than its default.</summary>
    public static string Method(Benchmark benchmark, Release release, Method method) => $"/{benchmark.Id}/{release.Id}/{method.Id}/";

    /// <summary>The shortest address of a board: the benchmark's own for the release in front by the default method.</summary>
    public static string Board(ScoredBenchmark benchmark, ScoredRelease release, Leaderboard board)
    {
        if (!ReferenceEquals(release.Boards[0], board))
        {
            return Method(board.Benchmark, board.Release, board.Method);
        }

        return ReferenceEquals(benchmark.Front, release)
            ? Benchmark(board.Benchmark)
            : Release(board.Benchmark, board.Release);
    }

    /// <summary>The whole address of a page or file, for what is read away from the site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="path">Its path within the site, also with a fragment: <c>/models/</c>.</param>
    public static string Absolute(SiteSettings site, string path) => new Uri(site.BaseUrl, path[1..]).AbsoluteUri;

    /// <summary>The address of the licence of a site's data; where it names none, its own, since what it says of terms is there.</summary>
    public static string Terms(SiteSettings site) => site.Licence ?? site.BaseUrl.AbsoluteUri;

    /// <summary>The address of a board that never means another: that of its release by the default method, else that of its method.</summary>
    public static string Kept(ScoredRelease release, Leaderboard board) => ReferenceEquals(release.Boards[0], board)
        ? Release(board.Benchmark, board.Release)
        : Method(board.Benchmark, board.Release, board.Method);

    /// <summary>A page of a board with very many rows, from 1; the first is the board's own.</summary>
    public static string BoardRows(string board, int part) => part == 1 ? board : $"{board}rows/{Format.Plain(part)}/";

    /// <summary>The page of a use case; of a benchmark that has none, its own page.</summary>
    public static string UseCase(Benchmark benchmark, UseCase useCase) =>
        useCase.IsWhole ? Benchmark(benchmark) : $"/{benchmark.Id}/use-cases/{useCase.Id}/";

    public static string Methodology(Benchmark benchmark) => $"/{benchmark.Id}/methodology/";

    /// <summary>Agreement of the raters in the first release that has ratings; a draft behind it has an address of its own.</summary>
    public static string Agreement(Benchmark benchmark) => $"/{benchmark.Id}/agreement/";

    /// <summary>Agreement of the raters of a release: the benchmark's own address for <see cref="AgreementInFront"/>.</summary>
    public static string Agreement(ScoredBenchmark benchmark, ScoredRelease release) =>
        AgreementInFront(benchmark) == release
            ? Agreement(benchmark.Benchmark)
            : $"{Release(benchmark.Benchmark, release.Release)}agreement/";

    /// <summary>The first release with ratings that is no draft behind another; null where there is none.</summary>
    public static ScoredRelease? AgreementInFront(ScoredBenchmark benchmark) =>
        benchmark.ByStanding.FirstOrDefault(release => release.HasAgreement && !benchmark.IsDraftBehind(release));

    public static string Model(string id) => $"/models/{id}/";

    /// <summary>A board's name in addresses that say something about it: none of its parts can hold an underscore.</summary>
    public static string BoardKey(Leaderboard board) => $"{board.Benchmark.Id}_{board.Release.Id}_{board.Method.Id}";

    /// <summary>What a model's page says about one submission on a board.</summary>
    public static string ModelOn(LeaderboardRow row, Leaderboard board) => ModelOn(row.Model.Id, board.Benchmark, board.Release);

    /// <summary>What a model's page says about it on a benchmark's boards.</summary>
    public static string ModelOn(string id, Benchmark benchmark, Release release) => $"{Model(id)}#{PartOfModel(benchmark, release)}";

    /// <summary>
    /// What a model's page calls its part about a benchmark: all frozen releases share one name, since one of them is shown; a draft has its
    /// own, which no identifier can be, since none holds an underscore.
    /// </summary>
    public static string PartOfModel(Benchmark benchmark, Release release) =>
        release.Status == ReleaseStatus.Draft ? $"{benchmark.Id}_{release.Id}" : benchmark.Id;

    /// <summary>What a model's page calls its part about one row of a board.</summary>
    public static string RowOnModel(Leaderboard board, LeaderboardRow row) => $"{BoardKey(board)}_{row.Submission.Id}";

    /// <summary>The form that reports a wrong result, with the row filled in.</summary>
    public static string Report(SiteSettings site, Leaderboard board, LeaderboardRow row)
    {
        var place = $"{board.Benchmark.Id}, {board.Release.Id}, {board.Method.Id}, {row.Submission.Id}";
        var page = Absolute(site, Model(row.Model.Id));
        return $"{site.RepositoryUrl}/issues/new?template=wrong-result.yml"
            + $"&title={Uri.EscapeDataString($"Wrong result: {row.Submission.Id}")}"
            + $"&page={Uri.EscapeDataString(page)}&row={Uri.EscapeDataString(place)}"
            + $"&file={Uri.EscapeDataString(InRepository(site, row.Place))}";
    }

    public static string Provider(string id) => $"/providers/{id}/";

    /// <summary>What a problem's code means.</summary>
    public static string Problem(string code) => $"{Problems}{code.ToLowerInvariant()}/";

    /// <summary>The file and line in the repository on the web.</summary>
    public static string InRepository(SiteSettings site, SourcePlace place) => place.Line > 0
        ? $"{site.RepositoryUrl}/blob/{site.Revision}/{place.Path}#L{Format.Plain(place.Line)}"
        : $"{site.RepositoryUrl}/blob/{site.Revision}/{place.Path}";
}
