using System.Numerics;
using System.Text;

namespace CrmBench.Core.Statistics;

/// <summary>A source of random numbers that gives the same sequence for the same seed on every machine: xoshiro256++.</summary>
/// <remarks>
/// D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM Trans. Math. Softw. 47 (2021), article 36;
/// the state is filled by SplitMix64 (G. L. Steele and others, OOPSLA 2014), as its authors advise. Not for secrets.
/// </remarks>
public sealed class Xoshiro256
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts the sequence of <paramref name="seed"/>; any seed will do.</summary>
    public Xoshiro256(ulong seed)
    {
        _s0 = SplitMix64(ref seed);
        _s1 = SplitMix64(ref seed);
        _s2 = SplitMix64(ref seed);
        _s3 = SplitMix64(ref seed);
    }

    /// <summary>Starts from a given state, which must not be all zero; for checks against published sequences.</summary>
    internal Xoshiro256(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>
    /// Starts the sequence that belongs to a text, such as a release id with what is drawn: <c>2026-06/agreement/factuality</c>.
    /// </summary>
    public static Xoshiro256 FromText(string text) => new(Hash(text));

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_s0 + _s3, 23) + _s0;
            var shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>A number from 0 up to but not including 1, one of 2^53 evenly spaced.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1L << 53));

    /// <summary>A whole number from 0 up to but not including <paramref name="bound"/>, each equally likely.</summary>
    /// <param name="bound">At least 1.</param>
    /// <remarks>
    /// D. Lemire, "Fast random integer generation in an interval", ACM Trans. Model. Comput. Simul. 29 (2019), article 3.
    /// </remarks>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (ulong)bound;
        var high = Math.BigMul(NextBits(), range, out var low);
        if (low < range)
        {
            // Reject the few draws that would make some numbers likelier than others: 2^64 is no multiple of the bound.
            var uneven = unchecked(0UL - range) % range;
            while (low < uneven)
            {
                high = Math.BigMul(NextBits(), range, out low);
            }
        }

        return (int)high;
    }

    /// <summary>The FNV-1a hash, 64 bits, of the text in UTF-8.</summary>
    /// <remarks>With the offset and prime that G. Fowler, L. C. Noll and K.-P. Vo chose for 64 bits.</remarks>
    internal static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var part in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ part) * 0x100000001B3);
        }

        return hash;
    }

    /// <summary>The next number of the SplitMix64 sequence.</summary>
    internal static ulong SplitMix64(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
