using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace CrmBench.Site.Downloads;

/// <summary>The encodings of Parquet that the downloads use: plain bits, and runs of small numbers.</summary>
/// <remarks>Encodings.md in the repository of the format, apache/parquet-format.</remarks>
internal static class ParquetBytes
{
    // Numbers are packed in groups of eight.
    private const int Group = 8;

    /// <summary>A number in as many bytes as it needs, seven bits each, the lowest first.</summary>
    public static void Varint(ArrayBufferWriter<byte> output, ulong value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            output.Write([LowestByte(value | 0x80)]);
        }

        output.Write([LowestByte(value)]);
    }

    /// <summary>Four bytes, the lowest first.</summary>
    public static void Fixed(ArrayBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), value);
        output.Advance(sizeof(int));
    }

    /// <summary>Eight bytes, the lowest first.</summary>
    public static void Fixed(ArrayBufferWriter<byte> output, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), value);
        output.Advance(sizeof(long));
    }

    /// <summary>Bits one after the other, the lowest of a byte first.</summary>
    public static void Bits(ArrayBufferWriter<byte> output, ReadOnlySpan<int> bits) => Pack(output, bits, width: 1);

    /// <summary>How many bits numbers below <paramref name="count"/> need; one at least.</summary>
    public static int WidthOf(int count) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)(count - 1)));

    /// <summary>
    /// Runs of equal numbers as one number and a count, the others packed: what Parquet calls the hybrid of run lengths and packed bits.
    /// </summary>
    /// <param name="output">Takes the bytes.</param>
    /// <param name="numbers">Numbers of <paramref name="width"/> bits.</param>
    /// <param name="width">From 1 to 31.</param>
    public static void Runs(ArrayBufferWriter<byte> output, ReadOnlySpan<int> numbers, int width)
    {
        var start = 0;
        var at = 0;
        while (at < numbers.Length)
        {
            var run = RunAt(numbers, at);

            // What waits to be packed must be whole groups: the run gives it the numbers that it lacks.
            var lacking = (Group - ((at - start) % Group)) % Group;
            if (run - lacking < Group)
            {
                at += run;
                continue;
            }

            at += lacking;
            Packed(output, numbers[start..at], width);
            run -= lacking;
            Varint(output, (ulong)run << 1);
            for (var bits = 0; bits < width; bits += 8)
            {
                output.Write([LowestByte((ulong)numbers[at] >> bits)]);
            }

            at += run;
            start = at;
        }

        Packed(output, numbers[start..], width);
    }

    private static byte LowestByte(ulong value) => (byte)(value & 0xFF);

    private static int RunAt(ReadOnlySpan<int> numbers, int start)
    {
        var end = start + 1;
        while (end < numbers.Length && numbers[end] == numbers[start])
        {
            end++;
        }

        return end - start;
    }

    private static void Packed(ArrayBufferWriter<byte> output, ReadOnlySpan<int> numbers, int width)
    {
        if (numbers.IsEmpty)
        {
            return;
        }

        var groups = (numbers.Length + Group - 1) / Group;
        Varint(output, ((ulong)groups << 1) | 1);
        Pack(output, numbers, width);

        // The last group is filled up with zeros, of which the numbers themselves fill up their last byte.
        var missing = (groups * width) - (((numbers.Length * width) + 7) / 8);
        output.GetSpan(missing + 1)[..missing].Clear();
        output.Advance(missing);
    }

    private static void Pack(ArrayBufferWriter<byte> output, ReadOnlySpan<int> numbers, int width)
    {
        ulong waiting = 0;
        var bits = 0;
        foreach (var number in numbers)
        {
            waiting |= (ulong)number << bits;
            for (bits += width; bits >= 8; bits -= 8)
            {
                output.Write([LowestByte(waiting)]);
                waiting >>= 8;
            }
        }

        if (bits > 0)
        {
            output.Write([LowestByte(waiting)]);
        }
    }
}
