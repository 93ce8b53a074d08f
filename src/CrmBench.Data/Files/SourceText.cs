using CrmBench.Core.Diagnostics;
using CrmBench.Data.Values;

namespace CrmBench.Data.Files;

/// <summary>The text of one input file as UTF-8, and the way from an offset to a line and column.</summary>
internal sealed class SourceText(string path, ReadOnlyMemory<byte> utf8)
{
    private List<int>? _lineStarts;
    private (SourceText Before, EditedText After)? _edited;

    // Where the last place was asked for: most questions come in the order of the text, and a line may be megabytes long.
    private (int Offset, int Line, int Column) _last = (0, 0, 1);

    /// <summary>Path from the root of the repository.</summary>
    public string Path { get; } = path;

    /// <summary>The text, valid UTF-8, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>The file as a whole.</summary>
    public SourcePlace Whole { get; } = new(path);

    /// <summary>
    /// The text after edits. Its places are those of this text, which is what a person has before them; the edits must not change
    /// where lines end.
    /// </summary>
    public SourceText With(IEnumerable<TextEdit> edits)
    {
        var after = EditedText.Apply(Utf8.Span, edits);
        return new SourceText(Path, after.Utf8) { _edited = (this, after) };
    }

    /// <summary>The line and column of a byte. Columns count characters (code points), as a person would.</summary>
    /// <param name="offset">Offset from 0 up to and including the length, in bytes.</param>
    public SourcePlace PlaceAt(int offset)
    {
        if (_edited is { } edited)
        {
            return edited.Before.PlaceAt(edited.After.OffsetBefore(offset));
        }

        var starts = _lineStarts ??= LineStarts(Utf8.Span);
        var found = starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        var (from, column) = line == _last.Line && offset >= _last.Offset ? (_last.Offset, _last.Column) : (starts[line], 1);
        _last = (offset, line, column + Measure.Characters(Utf8.Span[from..offset]));
        return new SourcePlace(Path, line + 1, _last.Column);
    }

    /// <summary>The text between two offsets.</summary>
    public string TextOf(int start, int end) => System.Text.Encoding.UTF8.GetString(Utf8.Span[start..end]);

    /// <summary>The offset of the byte at a line and byte position, both from 0, as System.Text.Json counts them.</summary>
    public int OffsetOf(long line, long byteInLine)
    {
        // There a line ends at a line feed only, so the table of lines is of no use.
        var offset = 0;
        for (var i = 0L; i < line; i++)
        {
            offset += Utf8.Span[offset..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(offset + byteInLine, Utf8.Length);
    }

    private static List<int> LineStarts(ReadOnlySpan<byte> text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; ;)
        {
            var next = text[at..].IndexOfAny((byte)'\n', (byte)'\r');
            if (next < 0)
            {
                return starts;
            }

            at += next + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
            {
                at++;
            }

            starts.Add(at);
        }
    }
}
