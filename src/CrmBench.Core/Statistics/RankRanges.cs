using System.Collections.Immutable;

namespace CrmBench.Core.Statistics;

/// <summary>The ranks that the comparisons leave open, 1 being best.</summary>
public sealed record RankRange
{
    /// <summary>Creates the range of ranks from <paramref name="best"/> to <paramref name="worst"/>.</summary>
    /// <param name="best">At least 1.</param>
    /// <param name="worst">At least <paramref name="best"/>.</param>
    public RankRange(int best, int worst)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(best, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(worst, best);
        (Best, Worst) = (best, worst);
    }

    /// <summary>1 + the number of others that are significantly better.</summary>
    public int Best { get; }

    /// <summary>The number of all minus the number of others that are significantly worse.</summary>
    public int Worst { get; }
}

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

/// <summary>For each of several things, the group of others that it cannot be told apart from.</summary>
/// <remarks>"Cannot be told apart" is not transitive, so every one has a group of its own, and the groups overlap.</remarks>
public sealed class TieGroups
{
    private const int BitsOfAWord = 64;

    private readonly int _wordsOfARow;
    private readonly ulong[] _decided;

    /// <summary>Starts with nothing decided.</summary>
    /// <param name="count">How many things there are; one bit a pair is kept.</param>
    public TieGroups(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
        _wordsOfARow = (count + BitsOfAWord - 1) / BitsOfAWord;
        _decided = new ulong[count * _wordsOfARow];
    }

    /// <summary>How many things there are.</summary>
    public int Count { get; }

    /// <summary>The positions of the others that the one at <paramref name="position"/> cannot be told apart from, rising.</summary>
    public ImmutableArray<int> Of(int position) =>
        [.. Enumerable.Range(0, Count).Where(other => other != position && !AreToldApart(position, other))];

    /// <summary>Whether one of the two was found to be better.</summary>
    public bool AreToldApart(int first, int second) =>
        (_decided[Word(first, second)] & Bit(second)) != 0;

    /// <summary>Notes that one of the two is better.</summary>
    internal void TellApart(int first, int second)
    {
        _decided[Word(first, second)] |= Bit(second);
        _decided[Word(second, first)] |= Bit(first);
    }

    private int Word(int row, int column) => (row * _wordsOfARow) + (column / BitsOfAWord);

    private static ulong Bit(int column) => 1UL << (column % BitsOfAWord);
}

/// <summary>Holm's step-down adjustment: p-values that may all be read against one level at once.</summary>
/// <remarks>S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6 (1979) 65-70.</remarks>
public static class Holm
{
    /// <summary>
    /// The adjusted values: the smallest of m times m, the next times m - 1 and so on, none below the one before it, none above 1.
    /// </summary>
    /// <param name="pValues">Each from 0 to 1.</param>
    /// <returns>One a p-value, in the order given.</returns>
    public static ImmutableArray<double> Adjust(ReadOnlySpan<double> pValues)
    {
        var sorted = new double[pValues.Length];
        var order = new int[pValues.Length];
        for (var i = 0; i < pValues.Length; i++)
        {
            if (pValues[i] is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(pValues), pValues[i], "A p-value lies between 0 and 1.");
            }

            (sorted[i], order[i]) = (pValues[i], i);
        }

        // Equal p-values adjust to the same number, so an unstable sort does no harm.
        Array.Sort(sorted, order);
        var adjusted = new double[pValues.Length];
        var running = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            running = Math.Max(running, Math.Min(1, (sorted.Length - i) * sorted[i]));
            adjusted[order[i]] = running;
        }

        return [.. adjusted];
    }
}
