using System.Collections.Immutable;
using System.Globalization;

namespace CrmBench.Site.Pictures;

/// <summary>What parts of a picture are drawn in.</summary>
internal enum Ink
{
    /// <summary>Nearly black: names and figures.</summary>
    Dark,

    /// <summary>Grey: all that explains.</summary>
    Quiet,

    /// <summary>The one colour.</summary>
    Accent,
}

/// <summary>A line of text in a picture.</summary>
/// <param name="Text">The text, of which every character can be written.</param>
/// <param name="X">Its left edge in pixels.</param>
/// <param name="Baseline">The line that its letters stand on, in pixels from the top.</param>
/// <param name="Size">Size of the type in pixels.</param>
/// <param name="Typeface">The weight.</param>
/// <param name="Ink">The colour.</param>
internal sealed record PictureText(string Text, int X, int Baseline, int Size, Typeface Typeface, Ink Ink)
{
    /// <summary>Its width in pixels.</summary>
    public double Width => Typeface.WidthOf(Text, Size);
}

/// <summary>A filled rectangle in a picture, in pixels from its top left corner.</summary>
internal sealed record PictureBox(int X, int Y, int Width, int Height, Ink Ink);

/// <summary>
/// A picture that stands for a page where others show a link to it: few words on paper, 1200 pixels by 630. Its bytes are the same on every machine.
/// </summary>
/// <param name="Boxes">What is drawn first.</param>
/// <param name="Texts">What is written.</param>
internal sealed record Picture(ImmutableArray<PictureBox> Boxes, ImmutableArray<PictureText> Texts)
{
    /// <summary>Pixels across; as wide as those who show links ask for.</summary>
    public const int Width = 1200;

    /// <summary>Pixels down.</summary>
    public const int Height = 630;

    private const string Ellipsis = "…";

    // Red, green and blue of the paper and of each ink, those of the site's light theme.
    private static readonly (int R, int G, int B) Paper = (0xFD, 0xFD, 0xFB);

    private static readonly ImmutableArray<(int R, int G, int B)> Inks = [(0x1A, 0x1D, 0x21), (0x54, 0x5A, 0x62), (0x1F, 0x5F, 0xBF)];

    private static readonly byte[] Palette =
    [
        .. Bytes(Paper, Paper, 0),
        .. Inks.SelectMany(ink => Enumerable.Range(1, GlyphBitmap.Levels).SelectMany(level => Bytes(Paper, ink, level))),
    ];

    [ThreadStatic]
    private static byte[]? _pixels;

    /// <summary>The picture as PNG.</summary>
    public byte[] ToPng()
    {
        var pixels = _pixels ??= new byte[Width * Height];
        Array.Clear(pixels);
        foreach (var box in Boxes)
        {
            for (var y = box.Y; y < box.Y + box.Height; y++)
            {
                pixels.AsSpan((y * Width) + box.X, box.Width).Fill(Colour(box.Ink, GlyphBitmap.Levels));
            }
        }

        foreach (var text in Texts)
        {
            Write(pixels, text);
        }

        return Png.Write(Width, Height, Palette, pixels);
    }

    /// <summary>A text as large as it fits, in the first of the sizes that does; at the last of them cut, with an ellipsis.</summary>
    /// <param name="text">Any text that can be written.</param>
    /// <param name="typeface">The weight.</param>
    /// <param name="room">Pixels that it may take.</param>
    /// <param name="sizes">Sizes, the largest first.</param>
    public static (string Text, int Size) Fit(string text, Typeface typeface, double room, params ReadOnlySpan<int> sizes)
    {
        foreach (var size in sizes)
        {
            if (typeface.WidthOf(text, size) <= room)
            {
                return (text, size);
            }
        }

        return (Cut(text, typeface, sizes[^1], room), sizes[^1]);
    }

    /// <summary>A text in at most so many lines that fit; the last is cut where there is more.</summary>
    public static ImmutableArray<string> Lines(string text, Typeface typeface, int size, double room, int most)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines.Count == 0 ? word : $"{lines[^1]} {word}";
            if (lines.Count == 0 || (lines.Count < most && typeface.WidthOf(longer, size) > room))
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = longer;
            }
        }

        return [.. lines.Select(line => Cut(line, typeface, size, room))];
    }

    private static string Cut(string text, Typeface typeface, int size, double room)
    {
        if (typeface.WidthOf(text, size) <= room)
        {
            return text;
        }

        var left = room - typeface.WidthOf(Ellipsis, size);
        var end = 0;
        while (end < text.Length && StringInfo.GetNextTextElementLength(text, end) is var length && left >= typeface.WidthOf(text.Substring(end, length), size))
        {
            left -= typeface.WidthOf(text.Substring(end, length), size);
            end += length;
        }

        return text[..end].TrimEnd() + Ellipsis;
    }

    private static void Write(byte[] pixels, PictureText text)
    {
        double pen = text.X;
        foreach (var rune in text.Text.EnumerateRunes())
        {
            if (text.Typeface.Bitmap(rune, text.Size) is { } glyph)
            {
                Blend(pixels, glyph, (int)Math.Floor(pen + 0.5) + glyph.Left, text.Baseline - glyph.Top, text.Ink);
            }

            pen += text.Typeface.AdvanceOf(rune, text.Size);
        }
    }

    // Where letters overlap, the darker pixel stays.
    private static void Blend(byte[] pixels, GlyphBitmap glyph, int left, int top, Ink ink)
    {
        for (var y = Math.Max(0, -top); y < glyph.Height && top + y < Height; y++)
        {
            for (var x = Math.Max(0, -left); x < glyph.Width && left + x < Width; x++)
            {
                if (glyph.Coverage[(y * glyph.Width) + x] is > 0 and var level)
                {
                    ref var pixel = ref pixels[((top + y) * Width) + left + x];
                    pixel = Math.Max(pixel, Colour(ink, level));
                }
            }
        }
    }

    private static byte Colour(Ink ink, int level) => (byte)(((int)ink * GlyphBitmap.Levels) + level);

    private static byte[] Bytes((int R, int G, int B) paper, (int R, int G, int B) ink, int level)
    {
        byte Mixed(int from, int to) => (byte)(from + ((to - from) * level / GlyphBitmap.Levels));
        return [Mixed(paper.R, ink.R), Mixed(paper.G, ink.G), Mixed(paper.B, ink.B)];
    }
}
