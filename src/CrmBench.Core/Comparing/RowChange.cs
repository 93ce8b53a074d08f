using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Core.Comparing;

/// <summary>A row of a board that differs: in its figures or its place, or because it is new or removed.</summary>
public sealed record RowChange
{
    /// <summary>The board, as it is or was.</summary>
    public required Leaderboard Board { get; init; }

    /// <summary>The use case of the board; null for the board over all of them.</summary>
    public required UseCase? UseCase { get; init; }

    /// <summary>The row in both states; null where it is not on the board.</summary>
    public required Change<LeaderboardRow> Row { get; init; }

    /// <summary>Whether it is a board of the release that readers see first.</summary>
    public required bool IsInFront { get; init; }

    /// <summary>Why it differs.</summary>
    public required RowCause Cause { get; init; }

    /// <summary>Dimensions and metrics that differ, in the benchmark's order; none where the row came or went.</summary>
    public required ImmutableArray<FigureChange> Figures { get; init; }

    /// <summary>
    /// Rows that it could be told apart from before and cannot be now; for a new row, all that it cannot be told apart from.
    /// A tie with a new row is listed at the new row only.
    /// </summary>
    public required ImmutableArray<LeaderboardRow> TiesGained { get; init; }

    /// <summary>
    /// Rows that it could not be told apart from before and can be now; for a removed row, all that it could not be told apart from.
    /// A tie with a removed row is listed at the removed row only.
    /// </summary>
    public required ImmutableArray<LeaderboardRow> TiesLost { get; init; }

    /// <summary>Whether the row was on the board and still is.</summary>
    public bool Stayed => Row is { Before: not null, After: not null };

    /// <summary>Whether the rank differs.</summary>
    public bool IsOfRank => Row.Before?.Rank != Row.After?.Rank;

    /// <summary>Whether the rank range differs.</summary>
    public bool IsOfRankRange => Row.Before?.RankRange != Row.After?.RankRange;

    /// <summary>Whether it joined or left the cost frontier.</summary>
    public bool IsOfFrontier => (Row.Before?.OnCostFrontier ?? false) != (Row.After?.OnCostFrontier ?? false);

    /// <summary>Places gained, negative for places lost; 0 where it has no rank in one of the states.</summary>
    public int PlacesGained => (Row.Before?.Rank - Row.After?.Rank) ?? 0;

    /// <summary>Whether the board is ordered by something that the row has, or had.</summary>
    public bool HasScore => Row.Before?.RankedBy.Estimate is not null || Row.After?.RankedBy.Estimate is not null;

    /// <summary>Whether anything that a reader sees differs; a row without any figure that is new or removed does not count.</summary>
    internal bool IsAny =>
        (!Stayed && (HasFigures(Row.Before) || HasFigures(Row.After))) || IsOfRank || IsOfRankRange || IsOfFrontier || !Figures.IsEmpty || !TiesGained.IsEmpty || !TiesLost.IsEmpty;

    private static bool HasFigures(LeaderboardRow? row) => row is not null && row.Dimensions.Any(score => score.Estimate is not null);
}
