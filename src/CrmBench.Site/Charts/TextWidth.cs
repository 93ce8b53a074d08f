using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CrmBench.Site.Charts;

/// <summary>Sizes of type in charts, in pixels; <c>charts.css</c> sets the same.</summary>
internal static class ChartType
{
    /// <summary>Names and values.</summary>
    public const double Label = 12.5;

    /// <summary>Ticks, axis names and notes.</summary>
    public const double Tick = 12;

    /// <summary>From the baseline to the top of the letters.</summary>
    public const double Ascent = 10;

    /// <summary>From the baseline to the bottom of the letters.</summary>
    public const double Descent = 3.5;
}

/// <summary>
/// How wide a text gets at most. A chart is drawn before anyone knows the reader's font, so the widths are those of the widest
/// of the usual system fonts: what does not collide here collides nowhere.
/// </summary>
internal static class TextWidth
{
    /// <summary>The mark of a text that was cut.</summary>
    private const string Ellipsis = "…";

    /// <summary>Hundredths of the font size for U+0020 to U+007E: the wider of DejaVu Sans and Liberation Sans (Arial's metrics).</summary>
    private static ReadOnlySpan<byte> Ascii =>
    [
        32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34,
        64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56,
        102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75, 79,
        67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 34, 40, 84, 56,
        50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
        64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
    ];

    /// <summary>Upper bound of the width of a text, in pixels.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="fontSize">Font size in pixels.</param>
    public static double Of(string text, double fontSize)
    {
        var hundredths = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            hundredths += Hundredths(rune);
        }

        return hundredths * fontSize / 100;
    }

    /// <summary>The text, or its longest beginning that fits together with an ellipsis; never cuts within a letter and its marks.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="fontSize">Font size in pixels.</param>
    /// <param name="available">Room in pixels.</param>
    public static string Cut(string text, double fontSize, double available)
    {
        if (Of(text, fontSize) <= available)
        {
            return text;
        }

        var room = available - Of(Ellipsis, fontSize);
        var (end, used) = (0, 0.0);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            used += Of(text.Substring(end, length), fontSize);
            if (used > room)
            {
                break;
            }

            end += length;
        }

        return text[..end].TrimEnd() + Ellipsis;
    }

    /// <summary>The text in lines that fit; a word longer than a line is cut.</summary>
    /// <param name="text">Text whose words are parted by single spaces.</param>
    /// <param name="fontSize">Font size in pixels.</param>
    /// <param name="available">Room of a line in pixels.</param>
    public static ImmutableArray<string> Lines(string text, double fontSize, double available)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var word in text.Split(' '))
        {
            var longer = lines.Count == 0 ? word : $"{lines[^1]} {word}";
            if (lines.Count > 0 && Of(longer, fontSize) <= available)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(Cut(word, fontSize, available));
            }
        }

        return lines.ToImmutable();
    }

    private static int Hundredths(Rune rune)
    {
        if (rune.Value is >= 0x20 and <= 0x7E)
        {
            return Ascii[rune.Value - 0x20];
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ when rune.Value is 0x2013 or 0x2009 => 64,
            // Pictographs and the scripts that fill a square.
            _ when rune.Value >= 0x1F000 => 140,
            _ when rune.Value >= 0x2E80 => 105,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.MathSymbol or UnicodeCategory.OtherNumber => 110,
            _ when rune.Value >= 0x2000 => 105,
            _ => 90,
        };
    }
}
