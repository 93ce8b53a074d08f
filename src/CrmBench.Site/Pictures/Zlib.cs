using System.Buffers.Binary;

namespace CrmBench.Site.Pictures;

/// <summary>
/// Compresses (RFC 1950 and 1951) with the fixed codes and with repetitions of what stands one row above, right before, or where the next bytes
/// were last seen: enough for drawings, which repeat themselves, and the same bytes on every machine.
/// </summary>
internal static class Zlib
{
    private const int LongestMatch = 258;
    private const int ShortestMatch = 4;
    private const int FarthestMatch = 32768;
    private const int HashBits = 13;

    // RFC 1951, section 3.2.5: the first length and the first distance of each code, and how many bits follow it.
    private static ReadOnlySpan<ushort> Lengths =>
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static ReadOnlySpan<byte> LengthBits => [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    private static ReadOnlySpan<ushort> Distances =>
    [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ];

    // Codes are written from their highest bit, all else from the lowest: turned once, they are numbers like the others.
    private static readonly (int Code, int Bits)[] Literals = [.. Enumerable.Range(0, 288).Select(LiteralOf)];

    private static readonly int[] DistanceCodes = [.. Enumerable.Range(0, 30).Select(code => Turned(code, 5))];

    private static readonly byte[] LengthCodes = [.. Enumerable.Range(0, LongestMatch + 1).Select(length => (byte)Math.Max(0, Last(Lengths, length)))];

    [ThreadStatic]
    private static int[]? _last;

    /// <summary>The compressed bytes, with the header and the checksum of zlib.</summary>
    /// <param name="data">What to compress.</param>
    /// <param name="row">After how many bytes it is likely to repeat itself.</param>
    public static byte[] Compress(ReadOnlySpan<byte> data, int row)
    {
        var to = new BitWriter();
        to.Bits(0x78, 8);
        to.Bits(0x01, 8);
        // One block, the last, with fixed codes.
        to.Bits(1, 1);
        to.Bits(1, 2);
        var last = _last ??= new int[1 << HashBits];
        Array.Fill(last, -1);
        for (var at = 0; at < data.Length;)
        {
            var (length, distance) = Longest(data, at, row, last);
            if (length == 0)
            {
                Literal(to, data[at++]);
                continue;
            }

            Match(to, length, distance);
            at += length;
        }

        Literal(to, 256);
        to.ToByte();
        var checksum = Adler(data);
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            to.Bits((int)((checksum >> shift) & 0xFF), 8);
        }

        return to.Written();
    }

    private static (int Length, int Distance) Longest(ReadOnlySpan<byte> data, int at, int row, int[] last)
    {
        if (at + ShortestMatch > data.Length)
        {
            return default;
        }

        // Multiplied by the golden ratio, the highest bits are spread best (Knuth).
        var hash = (int)(unchecked(BinaryPrimitives.ReadUInt32BigEndian(data[at..]) * 2654435761u) >> (32 - HashBits));
        Span<int> distances = [row, 1, last[hash] < 0 ? 0 : at - last[hash]];
        last[hash] = at;
        var (longest, found) = (ShortestMatch - 1, 0);
        foreach (var distance in distances)
        {
            if (distance <= 0 || distance > FarthestMatch || distance > at)
            {
                continue;
            }

            var rest = data[at..Math.Min(data.Length, at + LongestMatch)];
            var length = rest.CommonPrefixLength(data.Slice(at - distance, rest.Length));
            if (length > longest)
            {
                (longest, found) = (length, distance);
            }
        }

        return found == 0 ? default : (longest, found);
    }

    private static void Match(BitWriter to, int length, int distance)
    {
        var code = LengthCodes[length];
        Literal(to, 257 + code);
        to.Bits(length - Lengths[code], LengthBits[code]);
        var far = Last(Distances, distance);
        to.Bits(DistanceCodes[far], 5);
        to.Bits(distance - Distances[far], far < 4 ? 0 : (far / 2) - 1);
    }

    private static void Literal(BitWriter to, int value)
    {
        var (code, bits) = Literals[value];
        to.Bits(code, bits);
    }

    // Section 3.2.6: the fixed codes of literals and lengths.
    private static (int Code, int Bits) LiteralOf(int value)
    {
        var (code, bits) = value switch
        {
            < 144 => (0x30 + value, 8),
            < 256 => (0x190 + value - 144, 9),
            < 280 => (value - 256, 7),
            _ => (0xC0 + value - 280, 8),
        };
        return (Turned(code, bits), bits);
    }

    private static int Turned(int value, int count)
    {
        var turned = 0;
        for (var bit = 0; bit < count; bit++)
        {
            turned |= ((value >> bit) & 1) << (count - 1 - bit);
        }

        return turned;
    }

    private static int Last(ReadOnlySpan<ushort> firsts, int value)
    {
        var code = firsts.Length - 1;
        while (code > 0 && firsts[code] > value)
        {
            code--;
        }

        return code;
    }

    // RFC 1950, section 8. Over zeros the first sum stays and the second grows by it with each: paper costs nothing.
    private static uint Adler(ReadOnlySpan<byte> data)
    {
        const uint Modulus = 65521;
        var (low, high) = (1ul, 0ul);
        while (!data.IsEmpty)
        {
            var zeros = data.IndexOfAnyExcept((byte)0) is var first and >= 0 ? first : data.Length;
            high = (high + (low * (ulong)zeros)) % Modulus;
            data = data[zeros..];
            var others = data.IndexOf((byte)0) is var end and >= 0 ? end : data.Length;
            foreach (var one in data[..others])
            {
                low += one;
                high += low;
            }

            (low, high) = (low % Modulus, high % Modulus);
            data = data[others..];
        }

        return (uint)((high << 16) | low);
    }

    /// <summary>Bits as deflate has them: numbers from their lowest bit, codes from their highest.</summary>
    private sealed class BitWriter
    {
        private readonly List<byte> _bytes = new(16384);
        private ulong _pending;
        private int _count;

        public void Bits(int value, int count)
        {
            _pending |= (ulong)(uint)value << _count;
            _count += count;
            while (_count >= 8)
            {
                _bytes.Add((byte)(_pending & 0xFF));
                _pending >>= 8;
                _count -= 8;
            }
        }

        public void ToByte() => Bits(0, (8 - _count) % 8);

        public byte[] Written() => [.. _bytes];
    }
}
