using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>The order of display: complete rows, then partial, then empty; partial ones by their use cases; within them best first, then by name and identifier.</summary>
internal sealed class RowOrder : IComparer<LeaderboardRow>
{
    private readonly int _sign;

    private RowOrder(int sign) => _sign = sign;

    /// <summary>The order for a dimension that is better this way.</summary>
    public static RowOrder Of(Direction better) => new(better == Direction.Higher ? -1 : 1);

    /// <inheritdoc/>
    public int Compare(LeaderboardRow? x, LeaderboardRow? y)
    {
        var first = x ?? throw new ArgumentNullException(nameof(x));
        var second = y ?? throw new ArgumentNullException(nameof(y));
        var byCoverage = second.RankedBy.Coverage.Count.CompareTo(first.RankedBy.Coverage.Count);
        if (byCoverage != 0)
        {
            return byCoverage;
        }

        // Rows over the same use cases stand together, because only their values can be compared.
        var byUseCases = second.RankedBy.Coverage.Covered.AsSpan().SequenceCompareTo(first.RankedBy.Coverage.Covered.AsSpan());
        if (byUseCases != 0)
        {
            return byUseCases;
        }

        var byValue = _sign * Nullable.Compare(first.RankedBy.Estimate?.Value, second.RankedBy.Estimate?.Value);
        if (byValue != 0)
        {
            return byValue;
        }

        var byName = string.CompareOrdinal(first.Label, second.Label);
        return byName != 0 ? byName : string.CompareOrdinal(first.Submission.Id, second.Submission.Id);
    }
}
