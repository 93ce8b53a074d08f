using System.Buffers;
using System.Globalization;
using System.Text;

namespace CrmBench.Data.Values;

/// <summary>
/// Characters that change how text looks without being seen: control characters, overrides of the writing direction,
/// zero-width spaces. They have no place in a name and hide what a review should see.
/// </summary>
internal static class Invisible
{
    // Every forbidden character begins with one of these bytes; most text has none of them, so it is searched in one sweep.
    private static readonly SearchValues<byte> FirstBytes = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(unit => unit is not ('\t' or '\n' or '\r')).Select(unit => (byte)unit),
         0x7F, 0xC2, 0xD8, 0xE2, 0xEF]);

    /// <summary>Whether a character is forbidden. Tabs and line breaks are not.</summary>
    public static bool Contains(char character) => character switch
    {
        '\t' or '\n' or '\r' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') => true,
        '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' => true,
        (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u2069') => true,
        _ => false,
    };

    /// <summary>The offset of the first forbidden character in valid UTF-8, or -1.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="character">The character found.</param>
    public static int IndexIn(ReadOnlySpan<byte> utf8, out char character)
    {
        for (var at = 0; ; at++)
        {
            var next = utf8[at..].IndexOfAny(FirstBytes);
            if (next < 0)
            {
                character = default;
                return -1;
            }

            at += next;
            if (Rune.DecodeFromUtf8(utf8[at..], out var rune, out _) == OperationStatus.Done && rune.IsBmp && Contains((char)rune.Value))
            {
                character = (char)rune.Value;
                return at;
            }
        }
    }

    /// <summary>A piece of input for a message: one line, invisible characters written out, at most 60 characters.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= 60)
            {
                return shown.Append("...").ToString();
            }

            if (rune.Value is '\t' or '\n' or '\r' || (rune.IsBmp && Contains((char)rune.Value)))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
            else
            {
                shown.Append(rune);
            }
        }

        return shown.ToString();
    }
}
