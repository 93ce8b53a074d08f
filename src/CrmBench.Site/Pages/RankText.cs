using CrmBench.Core.Scoring;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>Ranks in words.</summary>
internal static class RankText
{
    /// <summary>The rank range, or the rank where no interval is known, or null for rows that are not ranked.</summary>
    public static string? Of(LeaderboardRow row) => row switch
    {
        { RankRange: { } range } => Format.Ranks(range),
        { Rank: { } rank } => Format.Count(rank),
        _ => null,
    };

    /// <summary>The same where the board has a ranking only for those who ask; null elsewhere.</summary>
    public static string? OnRequest(LeaderboardRow row) => row.RankOnRequest switch
    {
        { Range: { } range } => Format.Ranks(range),
        { Rank: var rank } => Format.Count(rank),
        _ => null,
    };

    /// <summary><c>rank 1–5 of 8</c>, or <c>not ranked</c>.</summary>
    public static string Sentence(LeaderboardRow row, Leaderboard board) => Of(row) is { } rank
        ? $"rank {rank} of {Format.Count(board.Complete.Length)}"
        : "not ranked";
}
