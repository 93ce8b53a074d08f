using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;

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

    /// <summary>Whether the board belongs to the release in front of its benchmark.</summary>
    public bool IsInFront => ReferenceEquals(Benchmark.Front, Release);

    /// <summary>Whether nothing needs to be said of its release: it is in front, and frozen.</summary>
    public bool IsPlainlyInFront => IsInFront && Release.Release.Status == ReleaseStatus.Frozen;

    /// <summary>Whether its release is a draft behind the one in front.</summary>
    public bool IsInDraftBehind => Benchmark.IsDraftBehind(Release);
}
