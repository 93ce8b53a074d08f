using System.Globalization;
using System.Text;

namespace CrmBench.Data.Values;

/// <summary>Makes text of another tool fit for our files: one line, nothing invisible, of bearable length.</summary>
internal static class ForeignText
{
    /// <summary>Most characters of an item's or a rater's name.</summary>
    public const int LongestName = 80;

    // What tools write where they know nothing.
    private static readonly HashSet<string> s_unknown =
        new(["unknown", "null", "nan", "n/a", "undefined", "not specified", "unspecified"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The text on one line without invisible characters; white space is single.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in Invisible.Without(text))
        {
            if (char.IsWhiteSpace(character))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else
            {
                line.Append(character);
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The text on one line; empty where it only says that something is not known.</summary>
    public static string Known(string? text)
    {
        var line = Line(text ?? "");
        return s_unknown.Contains(line) ? "" : line;
    }

    /// <summary>Texts on one line, without those that only say that something is not known.</summary>
    public static string Known(params ReadOnlySpan<string?> texts)
    {
        var known = new List<string>();
        foreach (var text in texts)
        {
            if (Known(text) is { Length: > 0 } line)
            {
                known.Add(line);
            }
        }

        return string.Join(' ', known);
    }

    /// <summary>A name of at most so many characters. A number made of the whole stands for what is cut off, so that names stay apart.</summary>
    public static string Name(string text, int most = LongestName)
    {
        var line = Line(text);
        return line.Length <= most ? line : Beginning(line, most - 9) + "~" + Fingerprint(line);
    }

    /// <summary>The text on one line of at most so many characters, with an ellipsis for what is cut off.</summary>
    public static string Cut(string text, int most)
    {
        var line = Line(text);
        return line.Length <= most ? line : Beginning(line, most - 1) + "\u2026";
    }

    // Half a surrogate pair is no character.
    private static string Beginning(string line, int length) => line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)];

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
