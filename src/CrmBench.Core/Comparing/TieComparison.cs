using System.Collections.Immutable;
using CrmBench.Core.Scoring;

namespace CrmBench.Core.Comparing;

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
