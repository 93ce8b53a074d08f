namespace CrmBench.Data.Json;

/// <summary>
/// <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>, which Python and JavaScript libraries write into JSON although it has no such
/// numbers.
/// </summary>
internal static class NotNumbers
{
    private static readonly byte[][] s_words = ["NaN"u8.ToArray(), "Infinity"u8.ToArray(), "-Infinity"u8.ToArray()];

    /// <summary>
    /// The text with texts of the same length in their places, so that every other offset stays, and the offsets of these; the text
    /// itself where there are none.
    /// </summary>
    public static (ReadOnlyMemory<byte> Utf8, HashSet<int> Offsets) Quoted(ReadOnlyMemory<byte> utf8)
    {
        var offsets = new HashSet<int>();
        var text = utf8.Span;
        if (text.IndexOf("NaN"u8) < 0 && text.IndexOf("Infinity"u8) < 0)
        {
            return (utf8, offsets);
        }

        var quoted = text.ToArray();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == (byte)'"')
            {
                at = EndOfText(text, at);
            }
            else if (Word(text[at..]) is { } word)
            {
                quoted.AsSpan(at, word.Length).Fill((byte)'-');
                quoted[at] = quoted[at + word.Length - 1] = (byte)'"';
                offsets.Add(at);
                at += word.Length - 1;
            }
        }

        return (quoted, offsets);
    }

    /// <summary>The word at an offset, or null.</summary>
    public static string? WordAt(ReadOnlySpan<byte> text, int offset) =>
        Word(text[offset..]) is { } word ? System.Text.Encoding.ASCII.GetString(word) : null;

    private static byte[]? Word(ReadOnlySpan<byte> text)
    {
        foreach (var word in s_words)
        {
            if (text.StartsWith(word))
            {
                return word;
            }
        }

        return null;
    }

    // The offset of the closing quotation mark, or of the last byte where there is none.
    private static int EndOfText(ReadOnlySpan<byte> text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == (byte)'\\')
            {
                at++;
            }
            else if (text[at] == (byte)'"')
            {
                return at;
            }
        }

        return text.Length - 1;
    }
}
