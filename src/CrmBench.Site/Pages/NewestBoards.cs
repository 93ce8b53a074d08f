using System.Collections.Immutable;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>The boards that the pages for comparing and choosing work on.</summary>
internal static class NewestBoards
{
    /// <summary>A board with what its sections say of it, and the best row on each dimension.</summary>
    /// <param name="Entry">The benchmark.</param>
    /// <param name="Release">Its newest release.</param>
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
            ["release"] = Board.Release.Id,
            ["invented"] = Board.Benchmark.Invented,
        };

        /// <summary>The address of a row on its board.</summary>
        public string PathOf(LeaderboardRow row) => new Entry(Entry, Release, Board, row, Board.Complete.IndexOf(row)).Path;
    }

    /// <summary>The boards of each benchmark's newest release, in the site's order.</summary>
    public static IEnumerable<Item> Of(SiteIndex index) =>
        from benchmark in index.Scored.Benchmarks
        where !benchmark.Releases.IsEmpty
        let release = benchmark.Releases[0]
        from board in release.Boards.Zip(release.Leaders)
        select new Item(benchmark, release, board.First, board.Second);

    /// <summary>
    /// Every board of every release, for a list to pick from: by benchmark, newest first; with <paramref name="ranked"/> only those
    /// whose rows may be chosen between.
    /// </summary>
    public static ScriptArray Choices(SiteIndex index, bool ranked = false) => Models.List(
        index.Scored.Benchmarks.Where(benchmark => !benchmark.Releases.IsEmpty && !(ranked && benchmark.Benchmark.Unranked is not null)),
        benchmark => new ScriptObject
        {
            ["name"] = benchmark.Benchmark.Name,
            ["boards"] = Models.List(
                benchmark.Releases.SelectMany(release => release.Boards, (release, board) => (Release: release, Board: board)),
                entry => new ScriptObject
                {
                    ["id"] = Addresses.BoardKey(entry.Board),
                    ["name"] = entry.Release.Boards.Length > 1
                        ? $"{benchmark.Benchmark.ShortName}, {entry.Board.Release.Id}, {DimensionText.InSentence(entry.Board.Method.Name)}"
                        : $"{benchmark.Benchmark.ShortName}, {entry.Board.Release.Id}",
                    ["selected"] = ReferenceEquals(benchmark, index.Featured) && ReferenceEquals(entry.Board, benchmark.Releases[0].Boards[0]),
                    ["data"] = DownloadFiles.PathOf(entry.Board, DownloadFiles.ForBrowser),
                }),
        });
}
