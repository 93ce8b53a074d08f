using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>The boards that the pages for comparing and choosing work on.</summary>
internal static class FrontBoards
{
    /// <summary>The style sheets of these pages.</summary>
    public static ImmutableArray<string> Styles { get; } = ["css/controls.css", "css/pick.css"];

    /// <summary>A board with what its sections say of it, and the best row on each dimension.</summary>
    /// <param name="Entry">The benchmark.</param>
    /// <param name="Release">Its release in front.</param>
    /// <param name="Board">The board.</param>
    /// <param name="Leaders">The best complete row on each dimension.</param>
    public sealed record Item(
        ScoredBenchmark Entry, ScoredRelease Release, Leaderboard Board, ImmutableArray<DimensionLeader> Leaders)
    {
        /// <summary>The board's name, with its method where the release has several.</summary>
        public string Name => Release.Boards.Length > 1 ? $"{Board.Benchmark.Name}, {Board.Method.Name}" : Board.Benchmark.Name;

        /// <summary>What the section of the board begins with.</summary>
        public BoardHead Head() => new(
            Id: Addresses.BoardKey(Board),
            Name: Name,
            Path: Addresses.Board(Entry, Release, Board),
            Release: ReleaseText.InSentence(Board.Benchmark, Board.Release),
            Invented: Board.Benchmark.Invented);

        /// <summary>The address of a row on its board.</summary>
        public string PathOf(LeaderboardRow row) => new Entry(Entry, Release, Board, row, Board.Complete.IndexOf(row)).Path;
    }

    /// <summary>The boards of each benchmark's release in front, in the site's order.</summary>
    public static IEnumerable<Item> Of(SiteIndex index) =>
        from benchmark in index.Scored.Benchmarks
        where benchmark.Front is not null
        let release = benchmark.Front
        from board in release.Boards.Zip(release.Leaders)
        select new Item(benchmark, release, board.First, board.Second);

    /// <summary>
    /// The boards of every release, for a list to pick from: by benchmark, the release in front first; drafts last, and only those with results;
    /// with <paramref name="ranked"/> only those whose rows may be chosen between.
    /// </summary>
    public static ImmutableArray<BoardChoices> Choices(SiteIndex index, bool ranked = false) =>
    [
        .. index.Scored.Benchmarks
            .Where(benchmark => benchmark.Front is not null && !(ranked && benchmark.Benchmark.Unranked is not null))
            .Select(benchmark => new BoardChoices(benchmark.Benchmark.Name,
            [
                .. from release in benchmark.ByStanding
                   where release.Release.HasResults || !benchmark.IsDraftBehind(release)
                   from board in release.Boards
                   select new BoardChoice(
                       Id: Addresses.BoardKey(board),
                       Name: release.Boards.Length > 1
                           ? $"{benchmark.Benchmark.ShortName}, {ReleaseText.Name(board.Release)}, {DimensionText.InSentence(board.Method.Name)}"
                           : $"{benchmark.Benchmark.ShortName}, {ReleaseText.Name(board.Release)}",
                       Selected: ReferenceEquals(benchmark, index.Featured) && ReferenceEquals(board, benchmark.Front!.Boards[0]),
                       Data: DownloadFiles.PathOf(board, DownloadFiles.ForBrowser)),
            ])),
    ];

    /// <summary>What a call is called on the board that is selected first; scripts say it of the others.</summary>
    public static Noun CallNoun(SiteIndex index) => index.Featured is { } featured ? MoneyText.CallNoun(featured.Benchmark) : MoneyText.AnyCall;
}

/// <summary>What the partial <c>board-head</c> shows: the beginning of a section about a board.</summary>
[TemplateModel]
internal sealed partial record BoardHead(string Id, string Name, string Path, string Release, bool Invented);

/// <summary>The boards of a benchmark, for the partial <c>board-select</c>.</summary>
[TemplateModel]
internal sealed partial record BoardChoices(string Name, ImmutableArray<BoardChoice> Boards);

/// <summary>A board to pick, with the file that scripts read.</summary>
[TemplateModel]
internal sealed partial record BoardChoice(string Id, string Name, bool Selected, string Data);
