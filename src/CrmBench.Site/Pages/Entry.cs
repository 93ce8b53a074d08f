using CrmBench.Core.Scoring;

namespace CrmBench.Site.Pages;

/// <summary>One row with the board it stands on.</summary>
/// <param name="Benchmark">The benchmark with all its releases.</param>
/// <param name="Release">The release of the board.</param>
/// <param name="Board">The board over all use cases.</param>
/// <param name="Row">The row.</param>
internal sealed record Entry(ScoredBenchmark Benchmark, ScoredRelease Release, Leaderboard Board, LeaderboardRow Row)
{
    /// <summary>Whether the board is the newest of its benchmark.</summary>
    public bool IsLatest => ReferenceEquals(Benchmark.Releases[0], Release);
}
