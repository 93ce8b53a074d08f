using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;

namespace CrmBench.Site.Pictures;

/// <summary>
/// A weight of Inter, as its outlines in TrueType files that come with the program: the same letters on every machine, whatever fonts it has.
/// </summary>
/// <remarks>
/// The files are the subsets that the font is published in (Latin, Greek and Cyrillic), without the tables that say how letters join: each character is
/// one glyph. What needs more, as marks that combine, is not written (<see cref="CanWrite"/>).
/// </remarks>
internal sealed class Typeface
{
    private static readonly ImmutableArray<string> Subsets = ["latin", "latin-ext", "greek", "cyrillic"];

    private readonly ImmutableArray<Lazy<TypefaceFile>> _files;
    private readonly ConcurrentDictionary<int, (TypefaceFile File, int Glyph)?> _glyphs = new();
    private readonly ConcurrentDictionary<(int Rune, int Size), GlyphBitmap> _bitmaps = new();

    private Typeface(string weight) => _files = [.. Subsets.Select(subset => new Lazy<TypefaceFile>(() => TypefaceFile.Read($"Inter-{weight}-{subset}.ttf")))];

    /// <summary>For all that is not stressed.</summary>
    public static Typeface Regular { get; } = new("400");

    /// <summary>For headings and figures.</summary>
    public static Typeface SemiBold { get; } = new("600");

    /// <summary>Whether every character of a text has a glyph.</summary>
    public bool CanWrite(string text) => text.EnumerateRunes().All(rune => Find(rune) is not null);

    /// <summary>The width of a text in pixels; a character without a glyph has none.</summary>
    public double WidthOf(string text, int size) => text.EnumerateRunes().Sum(rune => AdvanceOf(rune, size));

    /// <summary>How far the next character stands from this one, in pixels.</summary>
    public double AdvanceOf(Rune rune, int size) => Find(rune) is { } found ? (double)found.File.Advance(found.Glyph) * size / found.File.UnitsPerEm : 0;

    /// <summary>What a character covers at a size, drawn once.</summary>
    public GlyphBitmap? Bitmap(Rune rune, int size) => Find(rune) is not { } found ? null : _bitmaps.GetOrAdd(
        (rune.Value, size), _ => GlyphBitmap.Of(found.File.Outline(found.Glyph), (double)size / found.File.UnitsPerEm));

    private (TypefaceFile File, int Glyph)? Find(Rune rune) => _glyphs.GetOrAdd(rune.Value, value =>
    {
        // A space that does not break looks like one that does.
        var wanted = value == '\u00a0' ? ' ' : value;
        foreach (var file in _files)
        {
            if (file.Value.GlyphOf(wanted) is > 0 and var glyph)
            {
                return (file.Value, glyph);
            }
        }

        return null;
    });
}

/// <summary>A point of an outline, in units of the font, its y upwards.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Upwards from the baseline.</param>
/// <param name="OnCurve">Whether the outline goes through it, and is not only drawn towards it.</param>
internal readonly record struct OutlinePoint(double X, double Y, bool OnCurve);

/// <summary>One TrueType file (the OpenType specification, version 1.9): characters to glyphs (<c>cmap</c>, format 4), outlines (<c>glyf</c>) and widths.</summary>
internal sealed class TypefaceFile
{
    // Glyphs made of others made of others: real ones stop at two.
    private const int DeepestParts = 4;

    private readonly byte[] _bytes;
    private readonly int _glyf;
    private readonly int _loca;
    private readonly int _hmtx;
    private readonly int _characters;
    private readonly int _widths;

    private TypefaceFile(byte[] bytes)
    {
        _bytes = bytes;
        UnitsPerEm = Unsigned(Table("head") + 18);
        if (Unsigned(Table("head") + 50) != 0)
        {
            throw new InvalidOperationException("The font's offsets are not short.");
        }

        (_glyf, _loca, _hmtx) = (Table("glyf"), Table("loca"), Table("hmtx"));
        _widths = Unsigned(Table("hhea") + 34);
        _characters = Table("cmap") + (int)BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(Table("cmap") + 8));
    }

    /// <summary>Units of the font in the size of its type.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Reads a file that comes with the program.</summary>
    public static TypefaceFile Read(string name)
    {
        using var stream = typeof(TypefaceFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program has no font '{name}'.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TypefaceFile(bytes);
    }

    /// <summary>The glyph of a character, or 0.</summary>
    public int GlyphOf(int character)
    {
        if (character > 0xFFFF)
        {
            return 0;
        }

        var twice = Unsigned(_characters + 6);
        for (var at = 0; at < twice; at += 2)
        {
            var last = Unsigned(_characters + 14 + at);
            if (last < character)
            {
                continue;
            }

            var starts = _characters + 16 + twice + at;
            var first = Unsigned(starts);
            var shift = Unsigned(starts + twice);
            var offset = Unsigned(starts + (2 * twice));
            if (first > character)
            {
                return 0;
            }

            var glyph = offset == 0 ? character : Unsigned(starts + (2 * twice) + offset + (2 * (character - first)));
            return glyph == 0 ? 0 : (glyph + shift) & 0xFFFF;
        }

        return 0;
    }

    /// <summary>How far the next glyph stands from this one, in units of the font.</summary>
    public int Advance(int glyph) => Unsigned(_hmtx + (4 * Math.Min(glyph, _widths - 1)));

    /// <summary>The closed curves of a glyph.</summary>
    public ImmutableArray<ImmutableArray<OutlinePoint>> Outline(int glyph) => [.. Outline(glyph, 0)];

    private List<ImmutableArray<OutlinePoint>> Outline(int glyph, int depth)
    {
        var (from, to) = (2 * Unsigned(_loca + (2 * glyph)), 2 * Unsigned(_loca + (2 * glyph) + 2));
        if (from == to || depth > DeepestParts)
        {
            return [];
        }

        var at = _glyf + from;
        return Signed(at) >= 0 ? Simple(at, Signed(at)) : Composite(at + 10, depth);
    }

    private List<ImmutableArray<OutlinePoint>> Simple(int at, int contours)
    {
        var ends = Enumerable.Range(0, contours).Select(i => Unsigned(at + 10 + (2 * i))).ToArray();
        var count = contours == 0 ? 0 : ends[^1] + 1;
        var next = at + 10 + (2 * contours);
        next += 2 + Unsigned(next);
        var flags = new byte[count];
        for (var i = 0; i < count; i++)
        {
            var flag = flags[i] = _bytes[next++];
            for (var again = (flag & 8) != 0 ? _bytes[next++] : 0; again > 0; again--)
            {
                flags[++i] = flag;
            }
        }

        var xs = Coordinates(flags, ref next, isShort: 2, isSame: 16);
        var ys = Coordinates(flags, ref next, isShort: 4, isSame: 32);
        var first = 0;
        var outline = new List<ImmutableArray<OutlinePoint>>(contours);
        foreach (var end in ends)
        {
            outline.Add([.. Enumerable.Range(first, end - first + 1).Select(i => new OutlinePoint(xs[i], ys[i], (flags[i] & 1) != 0))]);
            first = end + 1;
        }

        return outline;
    }

    private int[] Coordinates(byte[] flags, ref int next, int isShort, int isSame)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isShort) != 0)
            {
                value += (flags[i] & isSame) != 0 ? _bytes[next] : -_bytes[next];
                next++;
            }
            else if ((flags[i] & isSame) == 0)
            {
                value += Signed(next);
                next += 2;
            }

            values[i] = value;
        }

        return values;
    }

    private List<ImmutableArray<OutlinePoint>> Composite(int at, int depth)
    {
        var outline = new List<ImmutableArray<OutlinePoint>>();
        for (var more = true; more;)
        {
            var (flags, glyph) = (Unsigned(at), Unsigned(at + 2));
            at += 4;
            var isWide = (flags & 1) != 0;
            var (dx, dy) = isWide ? (Signed(at), Signed(at + 2)) : (unchecked((sbyte)_bytes[at]), unchecked((sbyte)_bytes[at + 1]));
            at += isWide ? 4 : 2;
            var (xx, xy, yx, yy) = (1.0, 0.0, 0.0, 1.0);
            if ((flags & 8) != 0)
            {
                xx = yy = Fraction(at);
                at += 2;
            }
            else if ((flags & 0x40) != 0)
            {
                (xx, yy) = (Fraction(at), Fraction(at + 2));
                at += 4;
            }
            else if ((flags & 0x80) != 0)
            {
                (xx, xy, yx, yy) = (Fraction(at), Fraction(at + 2), Fraction(at + 4), Fraction(at + 6));
                at += 8;
            }

            outline.AddRange(Outline(glyph, depth + 1).Select(contour => contour.Select(point =>
                new OutlinePoint((point.X * xx) + (point.Y * yx) + dx, (point.X * xy) + (point.Y * yy) + dy, point.OnCurve)).ToImmutableArray()));
            more = (flags & 0x20) != 0;
        }

        return outline;
    }

    private int Table(string tag)
    {
        for (var i = 0; i < Unsigned(4); i++)
        {
            var record = 12 + (16 * i);
            if (Encoding.ASCII.GetString(_bytes, record, 4) == tag)
            {
                return (int)BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(record + 8));
            }
        }

        throw new InvalidOperationException($"The font has no table '{tag}'.");
    }

    private int Unsigned(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private int Signed(int at) => BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(at));

    private double Fraction(int at) => Signed(at) / 16384.0;
}
