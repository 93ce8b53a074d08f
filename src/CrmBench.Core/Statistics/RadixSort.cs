using System.Numerics;

namespace CrmBench.Core.Statistics;

/// <summary>Sorts numbered rows in time that grows with their count alone, which a million ratings call for.</summary>
/// <remarks>Least significant digit first: D. E. Knuth, The Art of Computer Programming 3 (1998), 5.2.5, algorithm R with counting.</remarks>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    /// <summary>How many low bits can differ from 0 in numbers up to <paramref name="highest"/>.</summary>
    public static int BitsOf(ulong highest) => 64 - BitOperations.LeadingZeroCount(highest);

    /// <summary>Sorts both spans by ascending key; rows with equal keys keep their order.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="values">The value of each key.</param>
    /// <param name="bits">Number of low bits of the keys that can differ from 0; higher ones are not looked at.</param>
    public static void Sort(Span<ulong> keys, Span<double> values, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, keys.Length);
        Span<ulong> otherKeys = new ulong[keys.Length];
        Span<double> otherValues = new double[keys.Length];
        Span<int> next = stackalloc int[Digits];
        for (var shift = 0; shift < bits; shift += DigitBits)
        {
            CountBelow(keys, shift, next);
            for (var i = 0; i < keys.Length; i++)
            {
                var place = next[Digit(keys[i], shift)]++;
                otherKeys[place] = keys[i];
                otherValues[place] = values[i];
            }

            otherKeys.CopyTo(keys);
            otherValues.CopyTo(values);
        }
    }

    /// <summary>Per digit the number of keys with a lower one, which is where its first key goes.</summary>
    private static void CountBelow(ReadOnlySpan<ulong> keys, int shift, Span<int> below)
    {
        below.Clear();
        foreach (var key in keys)
        {
            below[Digit(key, shift)]++;
        }

        var sum = 0;
        foreach (ref var count in below)
        {
            (count, sum) = (sum, sum + count);
        }
    }

    private static int Digit(ulong key, int shift) => (int)((key >> shift) & (Digits - 1));
}
