using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>The complete row that is best on one dimension, and every other against it.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Row">The best row by value, first on the board among equals.</param>
/// <param name="Others">The other complete rows with a figure over all use cases, best first.</param>
/// <param name="Without">Complete rows that have no such figure, or only one that belongs to something farther, in the order of the board.</param>
public sealed record DimensionLeader(
    Dimension Dimension, LeaderboardRow Row, ImmutableArray<RowDifference> Others, ImmutableArray<LeaderboardRow> Without)
{
    /// <summary>What the compared figures belong to; where it is not <see cref="Belonging.Row"/>, no row has a figure of its own.</summary>
    public Belonging Belonging => Row[Dimension].Estimate!.Belonging;
}
