using System.Globalization;
using System.Text;

namespace CrmBench.Site.Charts;

/// <summary>Makes names from outside safe to set in one line of a drawing.</summary>
internal static class PlainText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>
    /// The text in one line: control characters and line breaks become spaces, characters that would turn the direction of what
    /// follows are dropped, runs of space shrink to one.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        var space = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDirectionMark(rune))
            {
                continue;
            }

            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                if (!space)
                {
                    line.Append(' ');
                }

                space = true;
            }
            else
            {
                line.Append(rune);
                space = false;
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>
    /// The text set apart from its surroundings where it holds right-to-left letters, so that an ellipsis, a number or
    /// a bracket beside it stays on its side.
    /// </summary>
    public static string Isolated(string text) =>
        text.EnumerateRunes().Any(IsRightToLeft) ? FirstStrongIsolate + text + PopIsolate : text;

    private static bool IsDirectionMark(Rune rune) => rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;

    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF
            or >= 0x1E800 and <= 0x1EFFF;
}
