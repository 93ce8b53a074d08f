using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Marks the rows that no other row beats on the board's dimension without costing more (the Pareto frontier).</summary>
internal static class CostFrontier
{
    /// <summary>Marks complete rows.</summary>
    /// <param name="better">Which way the board's dimension is better.</param>
    /// <param name="rows">Complete rows, best first.</param>
    public static ImmutableArray<LeaderboardRow> Mark(Direction better, ImmutableArray<LeaderboardRow> rows)
    {
        var sign = better == Direction.Higher ? 1 : -1;
        return [.. rows.Select(row => Cost(row) is { } cost
            ? row with { OnCostFrontier = !rows.Any(other => Cost(other) is { } otherCost && Beats(other, otherCost, row, cost)) }
            : row)];

        bool Beats(LeaderboardRow other, double otherCost, LeaderboardRow row, double cost)
        {
            var gain = sign * (other.RankedBy.Estimate!.Value - row.RankedBy.Estimate!.Value);
            return gain >= 0 && otherCost <= cost && (gain > 0 || otherCost < cost);
        }
    }

    // Only a cost over all use cases is comparable with a score over all use cases.
    private static double? Cost(LeaderboardRow row) =>
        row.Dimensions.FirstOrDefault(score => score.Dimension.Unit == Unit.Usd) is { Coverage.IsComplete: true } score
            ? score.Estimate?.Value
            : null;
}
