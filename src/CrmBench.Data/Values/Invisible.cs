using System.Buffers;
using System.Globalization;
using System.Text;

namespace CrmBench.Data.Values;

/// <summary>
/// Characters that change how text looks without being seen: control and format characters, overrides of the writing direction, fillers,
/// spaces without width, tags. They have no place in a text and hide what a review should see.
/// </summary>
/// <remarks>
/// These are the general categories Cc, Cf, Zl and Zp and the property Default_Ignorable_Code_Point of the Unicode Standard, besides
/// the blank Braille pattern and code points that are no characters. Tabs and line breaks are allowed; so are marks of format that are
/// seen (signs before Arabic numbers and their like), and what joins letters or chooses the form of a sign where it does something:
/// joiners behind a letter beyond the Latin ones or a sign, selectors of a form behind a sign.
/// </remarks>
internal static class Invisible
{
    // Every forbidden character begins with one of these bytes; most text has none of them, so it is searched in one sweep.
    private static readonly SearchValues<byte> FirstBytes = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(unit => unit is not ('\t' or '\n' or '\r')).Select(unit => (byte)unit),
         0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF0, 0xF1, 0xF2, 0xF3, 0xF4]);

    /// <summary>Whether a character is forbidden behind another.</summary>
    /// <param name="character">The character.</param>
    /// <param name="before">The one before it; U+0000 at the beginning of a text.</param>
    public static bool Contains(Rune character, Rune before) => character.Value switch
    {
        '\t' or '\n' or '\r' => false,
        0x200C or 0x200D => !(before.Value > 0x24F && (Rune.IsLetter(before) || IsMark(before) || IsSign(before))),
        0xFE0E or 0xFE0F => !IsSign(before),
        (>= 0x600 and <= 0x605) or 0x6DD or 0x70F or 0x890 or 0x891 or 0x8E2 or 0x110BD or 0x110CD => false,
        0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 => true,
        (>= 0xFDD0 and <= 0xFDEF) or (>= 0xFE00 and <= 0xFE0D) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or >= 0xE0000 and <= 0xE0FFF => true,
        var value => (value & 0xFFFE) == 0xFFFE || Rune.GetUnicodeCategory(character)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
    };

    /// <summary>The offset of the first forbidden character in valid UTF-8, or -1.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="codePoint">The character found.</param>
    public static int IndexIn(ReadOnlySpan<byte> utf8, int start, out int codePoint)
    {
        for (var at = start; ; at++)
        {
            var next = utf8[at..].IndexOfAny(FirstBytes);
            if (next < 0)
            {
                codePoint = 0;
                return -1;
            }

            at += next;
            if (Rune.DecodeFromUtf8(utf8[at..], out var rune, out _) == OperationStatus.Done)
            {
                Rune.DecodeLastFromUtf8(utf8[..at], out var before, out _);
                if (Contains(rune, at == 0 ? default : before))
                {
                    codePoint = rune.Value;
                    return at;
                }
            }
        }
    }

    /// <summary>The first forbidden character of a text, half a surrogate pair among them; null where there is none.</summary>
    public static int? In(string text)
    {
        var before = default(Rune);
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return text[i];
            }

            if (Contains(rune, before))
            {
                return rune.Value;
            }

            (before, i) = (rune, i + rune.Utf16SequenceLength);
        }

        return null;
    }

    /// <summary>A text without its forbidden characters.</summary>
    public static string Without(string text)
    {
        var kept = new StringBuilder(text.Length);
        var before = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Contains(rune, before))
            {
                kept.Append(rune);
                before = rune;
            }
        }

        return kept.ToString();
    }

    /// <summary>A piece of input for a message: one line, invisible characters written out, at most 60 characters.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder();
        var before = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= 60)
            {
                return shown.Append("...").ToString();
            }

            if (rune.Value is '\t' or '\n' or '\r' || Contains(rune, before))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
            else
            {
                shown.Append(rune);
            }

            before = rune;
        }

        return shown.ToString();
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // Pictures and their colours, arrows, stars.
    private static bool IsSign(Rune rune) => !rune.IsAscii && (Rune.IsSymbol(rune) || Rune.IsPunctuation(rune));
}
