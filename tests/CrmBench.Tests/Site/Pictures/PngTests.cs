using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CrmBench.Site.Pictures;
using CsCheck;

namespace CrmBench.Tests.Site.Pictures;

public class PngTests
{
    // The reader is the system's, which nobody here wrote.
    private static byte[] Inflated(byte[] compressed)
    {
        using var from = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    [Fact]
    public void What_is_compressed_can_be_read_whatever_it_is() =>
        Gen.Select(Gen.Byte[0, 7].Array[0, 3000], Gen.Int[1, 700]).Sample((data, row) => Inflated(Zlib.Compress(data, row)).AsSpan().SequenceEqual(data));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100_000)]
    public void Runs_of_any_length_can_be_read(int length)
    {
        var data = new byte[length];

        Assert.Equal(data, Inflated(Zlib.Compress(data, 601)));
    }

    [Fact]
    public void All_bytes_and_far_repetitions_can_be_read()
    {
        byte[] data = [.. Enumerable.Range(0, 40_000).Select(i => (byte)(((i * i) >> 3) & 0xFF)), .. Enumerable.Range(0, 40_000).Select(i => (byte)(((i * i) >> 3) & 0xFF))];

        Assert.Equal(data, Inflated(Zlib.Compress(data, 40_000)));
        Assert.Equal(data, Inflated(Zlib.Compress(data, 30_000)));
    }

    // The third edition of PNG, section 5: signature, chunks with their lengths and checks, in this order.
    [Fact]
    public void A_picture_has_the_pixels_that_it_was_given()
    {
        byte[] palette = [255, 255, 255, 0, 0, 0, 31, 95, 191];
        byte[] pixels = [0, 1, 2, 2, 1, 0];

        var chunks = Chunks(Png.Write(3, 2, palette, pixels));

        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], chunks.Select(chunk => chunk.Kind));
        Assert.Equal([0, 0, 0, 3, 0, 0, 0, 2, 4, 3, 0, 0, 0], chunks[0].Data);
        Assert.Equal(palette, chunks[1].Data);
        Assert.Equal([0, 0x01, 0x20, 0, 0x21, 0x00], Inflated(chunks[2].Data));
    }

    internal static List<(string Kind, byte[] Data)> Chunks(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        var chunks = new List<(string Kind, byte[] Data)>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            Assert.Equal(Crc(png.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add((Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }

    // Bit by bit, as the polynomial is written in the specification's annex.
    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
