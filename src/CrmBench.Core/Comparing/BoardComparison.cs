using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Core.Comparing;

/// <summary>Why a row of a board differs.</summary>
public enum RowCause
{
    /// <summary>Its own submission came, went or differs.</summary>
    Own,

    /// <summary>Something shared by several submissions differs: the benchmark, the release, the model, a price.</summary>
    Shared,

    /// <summary>Only other rows differ.</summary>
    Others,
}

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

/// <summary>Compares the boards of two states row by row.</summary>
/// <param name="shared">What differs of the things that several submissions rest on.</param>
/// <param name="submissions">The submissions that differ.</param>
internal sealed class BoardComparison(SharedChanges shared, ImmutableArray<SubmissionChange> submissions)
{
    private readonly HashSet<(string Benchmark, string Release, string Submission)> _own =
        [.. submissions.Select(change => (change.Benchmark.Id, change.Release.Id, change.Submission.Latest.Id))];

    /// <summary>All rows that differ, the most important first.</summary>
    public ImmutableArray<RowChange> Between(ScoredCatalogue before, ScoredCatalogue after) =>
    [
        .. Boards(before, after)
            .SelectMany((pair, place) => Rows(pair).Select(row => (Row: row, Place: place)))
            .OrderBy(entry => entry.Row.UseCase is not null)
            .ThenBy(entry => entry.Row.Cause)
            .ThenBy(entry => !entry.Row.IsInFront)
            .ThenBy(entry => !entry.Row.HasScore)
            .ThenByDescending(entry => entry.Row.Cause == RowCause.Own ? 0 : Math.Abs(entry.Row.PlacesGained))
            .ThenBy(entry => entry.Place)
            .ThenBy(entry => entry.Row.Row.Latest.Rank ?? int.MaxValue)
            .ThenBy(entry => entry.Row.Row.Latest.Submission.Id, StringComparer.Ordinal)
            .Select(entry => entry.Row),
    ];

    private static IEnumerable<(Change<Leaderboard> Board, UseCase? UseCase, bool IsInFront)> Boards(ScoredCatalogue before, ScoredCatalogue after) =>
        from benchmark in SharedChanges.Pairs(before.Benchmarks, after.Benchmarks, benchmark => benchmark.Benchmark.Id)
        from release in SharedChanges.Pairs(
            benchmark.Before?.Releases ?? [], benchmark.After?.Releases ?? [], release => release.Release.Id)
        let front = (benchmark.After?.Front ?? benchmark.Before?.Front)?.Release.Id
        from pair in Whole(release).Concat(OfUseCases(release))
        select (pair.Board, pair.UseCase, front == release.Latest.Release.Id);

    private static IEnumerable<(Change<Leaderboard> Board, UseCase? UseCase)> Whole(Change<ScoredRelease> release) =>
        SharedChanges.Pairs(release.Before?.Boards ?? [], release.After?.Boards ?? [], board => board.Method.Id)
            .Select(board => (board, (UseCase?)null));

    private static IEnumerable<(Change<Leaderboard> Board, UseCase? UseCase)> OfUseCases(Change<ScoredRelease> release) =>
        SharedChanges.Pairs(UseCaseBoards(release.Before), UseCaseBoards(release.After), board => $"{board.UseCases[0].Id}/{board.Method.Id}")
            .Select(board => (board, (UseCase?)board.Latest.UseCases[0]));

    // The board of an only use case says what the board over all use cases says.
    private static IEnumerable<Leaderboard> UseCaseBoards(ScoredRelease? release) =>
        release is { Observed.UseCases.Length: > 1 } ? release.UseCaseBoards.SelectMany(boards => boards) : [];

    private IEnumerable<RowChange> Rows((Change<Leaderboard> Board, UseCase? UseCase, bool IsInFront) pair)
    {
        var ties = new TieComparison(pair.Board);
        return SharedChanges.Pairs(pair.Board.Before?.Rows ?? [], pair.Board.After?.Rows ?? [], row => row.Submission.Id)
            .Select(row => new RowChange
            {
                Board = pair.Board.Latest,
                UseCase = pair.UseCase,
                IsInFront = pair.IsInFront,
                Row = row,
                Cause = CauseOf(pair.Board.Latest, row.Latest),
                Figures = FigureComparison.Between(row),
                TiesGained = ties.Gained(row),
                TiesLost = ties.Lost(row),
            })
            .Where(row => row.IsAny);
    }

    private RowCause CauseOf(Leaderboard board, LeaderboardRow row)
    {
        if (_own.Contains((board.Benchmark.Id, board.Release.Id, row.Submission.Id)))
        {
            return RowCause.Own;
        }

        return shared.Concern(board.Benchmark.Id, board.Release.Id, row.Model) ? RowCause.Shared : RowCause.Others;
    }
}

/// <summary>Compares the ties of a board: which rows cannot be told apart from which.</summary>
internal sealed class TieComparison(Change<Leaderboard> board)
{
    private readonly Side _before = new(board.Before);
    private readonly Side _after = new(board.After);

    /// <summary>See <see cref="RowChange.TiesGained"/>.</summary>
    public ImmutableArray<LeaderboardRow> Gained(Change<LeaderboardRow> row) => In(_after, _before, row.Latest.Submission.Id);

    /// <summary>See <see cref="RowChange.TiesLost"/>.</summary>
    public ImmutableArray<LeaderboardRow> Lost(Change<LeaderboardRow> row) => In(_before, _after, row.Latest.Submission.Id);

    private static ImmutableArray<LeaderboardRow> In(Side side, Side other, string submission)
    {
        if (side.TiesOf(submission) is not { } here)
        {
            return [];
        }

        if (other.TiesOf(submission) is not { } there)
        {
            return [.. here];
        }

        var known = there.Select(row => row.Submission.Id).ToHashSet(StringComparer.Ordinal);
        return [.. here.Where(row => other.Ranks(row.Submission.Id) && !known.Contains(row.Submission.Id))];
    }

    private sealed class Side(Leaderboard? board)
    {
        private readonly Dictionary<string, int> _places = board?.Ties is null
            ? []
            : board.Complete.Index().ToDictionary(pair => pair.Item.Submission.Id, pair => pair.Index, StringComparer.Ordinal);

        public bool Ranks(string submission) => _places.ContainsKey(submission);

        public IEnumerable<LeaderboardRow>? TiesOf(string submission) =>
            _places.TryGetValue(submission, out var place) ? board!.Ties!.Of(place).Select(other => board.Complete[other]) : null;
    }
}
