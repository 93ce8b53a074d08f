using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace CrmBench.Data.Files;

/// <summary>One change of a text.</summary>
/// <param name="Offset">Offset of the first byte that is replaced, or where text is inserted.</param>
/// <param name="Length">How many bytes are replaced; 0 for an insertion.</param>
/// <param name="Text">What stands there afterwards.</param>
internal sealed record TextEdit(int Offset, int Length, string Text)
{
    /// <summary>Offset after the last byte that is replaced.</summary>
    public int End => Offset + Length;
}

/// <summary>A text after edits, and the way back from its places to those of the text before.</summary>
internal sealed class EditedText
{
    private readonly ImmutableArray<TextEdit> _edits;

    // For each edit, where what was written begins in the new text, and where it ends.
    private readonly ImmutableArray<(int Start, int End)> _written;

    private EditedText(byte[] utf8, ImmutableArray<TextEdit> edits, ImmutableArray<(int Start, int End)> written) =>
        (Utf8, _edits, _written) = (utf8, edits, written);

    /// <summary>The new text.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Applies edits to a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="edits">The edits in any order; none overlaps another. Insertions at one place keep their order.</param>
    public static EditedText Apply(ReadOnlySpan<byte> utf8, IEnumerable<TextEdit> edits)
    {
        ImmutableArray<TextEdit> sorted = [.. edits.OrderBy(edit => edit.Offset)];
        var text = new ArrayBufferWriter<byte>(utf8.Length + 256);
        var written = ImmutableArray.CreateBuilder<(int, int)>(sorted.Length);
        var from = 0;
        foreach (var edit in sorted)
        {
            if (edit.Offset < from)
            {
                throw new ArgumentException($"Two edits overlap at {edit.Offset}.", nameof(edits));
            }

            text.Write(utf8[from..edit.Offset]);
            var start = text.WrittenCount;
            Encoding.UTF8.GetBytes(edit.Text, text);
            written.Add((start, text.WrittenCount));
            from = edit.End;
        }

        text.Write(utf8[from..]);
        return new EditedText(text.WrittenSpan.ToArray(), sorted, written.MoveToImmutable());
    }

    /// <summary>Where a byte of the new text stood before; for one that was written by an edit, where the edit was made.</summary>
    public int OffsetBefore(int offset)
    {
        var shift = 0;
        for (var i = 0; i < _edits.Length && offset >= _written[i].Start; i++)
        {
            if (offset < _written[i].End)
            {
                return _edits[i].Offset;
            }

            shift = _edits[i].End - _written[i].End;
        }

        return offset + shift;
    }
}
