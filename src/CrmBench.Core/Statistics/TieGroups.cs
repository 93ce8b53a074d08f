using System.Collections.Immutable;

namespace CrmBench.Core.Statistics;

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
