using System.Collections.Immutable;

namespace CrmBench.Core.Statistics;

/// <summary>Rank ranges from pairwise comparisons: what cannot be told apart is not ranked apart.</summary>
/// <remarks>
/// The ranks come from all pairs, not from neighbours: "cannot be told apart" is not transitive. The level holds for each comparison,
/// unless Holm's adjustment makes it hold for the whole board. Cf. H. Goldstein and D. Spiegelhalter, J. R. Stat. Soc. A 159 (1996)
/// 385-443.
/// </remarks>
internal static class RankRanges
{
    /// <summary>
    /// Ranks by comparisons that together are wrong anywhere on the board with at most the probability left outside the level (Holm).
    /// </summary>
    /// <param name="count">How many are ranked.</param>
    /// <param name="compare">
    /// For two positions (first below second): first minus second, in a measure of which more is better. Null where the two cannot be
    /// compared, which leaves their order open.
    /// </param>
    /// <param name="level">The level of all comparisons together.</param>
    /// <param name="ties">Takes which pairs are told apart; null: nobody wants to know.</param>
    /// <returns>One range a position, in order.</returns>
    public static ImmutableArray<RankRange> FromHolm(
        int count, Func<int, int, Comparison?> compare, ConfidenceLevel level, TieGroups? ties = null)
    {
        var pairs = new List<(int First, int Second, int Sign)>();
        var pValues = new List<double>();
        for (var first = 0; first < count; first++)
        {
            for (var second = first + 1; second < count; second++)
            {
                if (compare(first, second) is { PValue: { } p } comparison)
                {
                    pairs.Add((first, second, Math.Sign(comparison.Difference)));
                    pValues.Add(p);
                }
            }
        }

        var adjusted = Holm.Adjust([.. pValues]);
        var counts = new PairCounts(count, ties);
        for (var i = 0; i < pairs.Count; i++)
        {
            counts.Add(pairs[i].First, pairs[i].Second, adjusted[i] < level.Outside ? pairs[i].Sign : 0);
        }

        return counts.ToRanges();
    }

    /// <summary>Ranks by verdicts.</summary>
    /// <param name="count">How many are ranked.</param>
    /// <param name="verdict">
    /// For two positions (first below second): positive when the first is better, negative when the second is; 0 or null leaves it open.
    /// </param>
    /// <param name="ties">Takes which pairs are told apart; null: nobody wants to know.</param>
    /// <returns>One range a position, in order.</returns>
    public static ImmutableArray<RankRange> FromVerdicts(int count, Func<int, int, int?> verdict, TieGroups? ties = null)
    {
        var counts = new PairCounts(count, ties);
        for (var first = 0; first < count; first++)
        {
            for (var second = first + 1; second < count; second++)
            {
                counts.Add(first, second, verdict(first, second) ?? 0);
            }
        }

        return counts.ToRanges();
    }

    private sealed class PairCounts(int count, TieGroups? ties)
    {
        private readonly int[] _better = new int[count];
        private readonly int[] _worse = new int[count];

        public void Add(int first, int second, int sign)
        {
            if (sign != 0)
            {
                var (winner, loser) = sign > 0 ? (first, second) : (second, first);
                _better[loser]++;
                _worse[winner]++;
                ties?.TellApart(first, second);
            }
        }

        public ImmutableArray<RankRange> ToRanges() =>
            [.. _better.Zip(_worse, (better, worse) => new RankRange(1 + better, _better.Length - worse))];
    }
}
