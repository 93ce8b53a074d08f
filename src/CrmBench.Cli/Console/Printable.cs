using System.Globalization;
using System.Text;

namespace CrmBench.Cli.Console;

/// <summary>Makes text from files fit for a console.</summary>
internal static class Printable
{
    /// <summary>
    /// The text with every control, formatting and line-breaking character written as <c>\u001B</c>, so that a file cannot steer
    /// the terminal, reverse the reading order or forge a second line.
    /// </summary>
    public static string Of(string text)
    {
        if (text.EnumerateRunes().All(IsHarmless))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHarmless(rune))
            {
                printable.Append(rune);
            }
            else
            {
                printable.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
        }

        return printable.ToString();
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
