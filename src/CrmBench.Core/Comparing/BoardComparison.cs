using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Core.Comparing;

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
