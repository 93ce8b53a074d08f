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
        var costs = rows.Select(Cost).ToArray();
        if (Array.TrueForAll(costs, cost => cost is null))
        {
            return rows;
        }

        var sign = better == Direction.Higher ? 1 : -1;
        return [.. rows.Select((row, i) => costs[i] is null ? row : row with { OnCostFrontier = !IsBeaten(i) })];

        bool IsBeaten(int row)
        {
            for (var other = 0; other < costs.Length; other++)
            {
                if (costs[other] <= costs[row])
                {
                    var gain = sign * (rows[other].RankedBy.Estimate!.Value - rows[row].RankedBy.Estimate!.Value);
                    if (gain > 0 || (gain == 0 && costs[other] < costs[row]))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    // A score over all use cases can only be set against the row's own cost over all use cases.
    private static double? Cost(LeaderboardRow row) =>
        row.Dimensions.FirstOrDefault(score => score.Dimension.Unit == Unit.Usd) is { IsComparable: true } score
            ? score.Estimate?.Value
            : null;
}
