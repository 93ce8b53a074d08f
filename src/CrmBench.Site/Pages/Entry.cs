using CrmBench.Core.Scoring;

namespace CrmBench.Site.Pages;

/// <summary>One row with the board it stands on.</summary>
/// <param name="Benchmark">The benchmark with all its releases.</param>
/// <param name="Release">The release of the board.</param>
/// <param name="Board">The board over all use cases.</param>
/// <param name="Row">The row.</param>
/// <param name="Place">Its place in the order of display, from 0.</param>
internal sealed record Entry(ScoredBenchmark Benchmark, ScoredRelease Release, Leaderboard Board, LeaderboardRow Row, int Place)
{
    /// <summary>The address of the row on its board, whichever of the board's pages it stands on.</summary>
    public string Path =>
        $"{Addresses.BoardRows(Addresses.Board(Benchmark, Release, Board), BoardTable.PartOf(Board, Place))}#{BoardTable.RowId(Row)}";

    /// <summary>Whether the board is the newest of its benchmark.</summary>
    public bool IsLatest => ReferenceEquals(Benchmark.Releases[0], Release);
}
