using System.Globalization;
using System.Text;
using CrmBench.Data.Values;

namespace CrmBench.Data.Import.Names;

/// <summary>Makes text of another tool fit for our files: one line, nothing invisible, of bearable length.</summary>
internal static class PlainText
{
    /// <summary>Most characters of an item's or a rater's name.</summary>
    public const int LongestName = 80;

    /// <summary>The text on one line without invisible characters; white space is single.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (!Invisible.Contains(character))
            {
                line.Append(character);
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>A name of at most 80 characters. A number made of the whole stands for what is cut off, so that names stay apart.</summary>
    public static string Name(string text)
    {
        var line = Line(text);
        if (line.Length <= LongestName)
        {
            return line;
        }

        // Half a surrogate pair is no character.
        var end = LongestName - 9;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "~" + Fingerprint(line);
    }

    // FNV-1a, 32 bits (Fowler, Noll, Vo), over UTF-16 units: the same everywhere, unlike string.GetHashCode.
    private static string Fingerprint(string text)
    {
        var hash = 2166136261u;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * 16777619u);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
