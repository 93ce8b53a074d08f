using System.Buffers.Binary;

namespace CrmBench.Site.Pictures;

/// <summary>
/// Writes a picture of at most sixteen colours as PNG (third edition, 2025). The compression is our own: that of the system differs
/// between processors, and the same site must have the same bytes everywhere.
/// </summary>
internal static class Png
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    // A picture's rows are too long to be made anew for each of a thousand.
    [ThreadStatic]
    private static byte[]? _rows;

    /// <summary>The file's bytes.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="palette">The colours, three bytes each: red, green, blue; at most sixteen.</param>
    /// <param name="pixels">A position in the palette for each pixel, row by row.</param>
    public static byte[] Write(int width, int height, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> pixels)
    {
        var row = ((width + 1) / 2) + 1;
        if (_rows?.Length != row * height)
        {
            _rows = new byte[row * height];
        }

        var rows = _rows;
        Array.Clear(rows);
        for (var y = 0; y < height; y++)
        {
            // The first byte of a row names its filter: none. Most of a picture is paper, which is 0 already.
            var line = pixels.Slice(y * width, width);
            var packed = rows.AsSpan((y * row) + 1, row - 1);
            for (var x = line.IndexOfAnyExcept((byte)0) is var first and >= 0 ? first & ~1 : width; x < width; x += 2)
            {
                packed[x / 2] = (byte)((line[x] << 4) | (x + 1 < width ? line[x + 1] : 0));
            }
        }

        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        // Four bits a pixel, colours from a palette.
        (header[8], header[9]) = (4, 3);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "PLTE"u8, palette);
        Chunk(file, "IDAT"u8, Zlib.Compress(rows, row));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(kind);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, kind), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var one in data)
        {
            crc = CrcTable[(crc ^ one) & 0xFF] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return crc;
    }
}
