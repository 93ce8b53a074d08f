using System.Globalization;
using System.Text;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Cli.Console;

/// <summary>Diagnostics as compilers print them, which editors and people read.</summary>
internal static class TextReport
{
    private const string Red = "\e[1;31m", Yellow = "\e[1;33m", Plain = "\e[0m";

    /// <summary>One diagnostic: <c>path:line:column: error CB0202: message</c>, always on one line.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="coloured">Whether the severity and code are coloured, for a terminal.</param>
    public static string Line(Diagnostic diagnostic, bool coloured)
    {
        var line = Printable.Of(diagnostic.ToString());
        if (!coloured)
        {
            return line;
        }

        var place = Printable.Of(diagnostic.Place.ToString());
        var colour = diagnostic.Severity == Severity.Error ? Red : Yellow;
        var rest = line[(place.Length + 2)..];
        var end = rest.IndexOf(':', StringComparison.Ordinal);
        return $"{place}: {colour}{rest[..end]}{Plain}{rest[end..]}";
    }
}

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
