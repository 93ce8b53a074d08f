using System.Collections.Immutable;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>The boards that the pages for comparing and choosing work on.</summary>
internal static class FrontBoards
{
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
        public ScriptObject Head() => new()
        {
            ["id"] = Addresses.BoardKey(Board),
            ["name"] = Name,
            ["path"] = Addresses.Board(Entry, Release, Board),
            ["release"] = ReleaseText.InSentence(Board.Benchmark, Board.Release),
            ["invented"] = Board.Benchmark.Invented,
        };

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
    public static ScriptArray Choices(SiteIndex index, bool ranked = false) => Models.List(
        index.Scored.Benchmarks.Where(benchmark => benchmark.Front is not null && !(ranked && benchmark.Benchmark.Unranked is not null)),
        benchmark => new ScriptObject
        {
            ["name"] = benchmark.Benchmark.Name,
            ["boards"] = Models.List(
                benchmark.ByStanding.Where(release => release.Release.HasResults || !benchmark.IsDraftBehind(release)).SelectMany(release => release.Boards, (release, board) => (Release: release, Board: board)),
                entry => new ScriptObject
                {
                    ["id"] = Addresses.BoardKey(entry.Board),
                    ["name"] = entry.Release.Boards.Length > 1
                        ? $"{benchmark.Benchmark.ShortName}, {ReleaseText.Name(entry.Board.Release)}, {DimensionText.InSentence(entry.Board.Method.Name)}"
                        : $"{benchmark.Benchmark.ShortName}, {ReleaseText.Name(entry.Board.Release)}",
                    ["selected"] = ReferenceEquals(benchmark, index.Featured) && ReferenceEquals(entry.Board, benchmark.Front!.Boards[0]),
                    ["data"] = DownloadFiles.PathOf(entry.Board, DownloadFiles.ForBrowser),
                }),
        });
}
