using System.Collections.Frozen;
using System.Text;

namespace CrmBench.Data.Values;

/// <summary>Identifiers: lower-case letters, digits, '.' and '-', a letter or digit first and last.</summary>
public static class Identifier
{
    /// <summary>Most characters an identifier has.</summary>
    public const int MostCharacters = 80;

    // Windows opens a device of these names, whatever stands behind a point after them, so that no file or folder can have them.
    private static readonly string[] Devices = ["con", "prn", "aux", "nul"];

    /// <summary>Whether a text is an identifier. Letters are those of ASCII; names of devices on Windows, such as <c>con</c> or <c>com1.x</c>, are none.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MostCharacters || !char.IsAsciiLetterOrDigit(text[0]) || !char.IsAsciiLetterOrDigit(text[^1]))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character is not ('.' or '-'))
            {
                return false;
            }
        }

        return !IsDevice(text);
    }

    private static bool IsDevice(ReadOnlySpan<char> text)
    {
        var name = text.IndexOf('.') is >= 0 and var point ? text[..point] : text;
        if (name.Length == 4 && char.IsAsciiDigit(name[3]) && name[..3] is ("com" or "lpt"))
        {
            return true;
        }

        foreach (var device in Devices)
        {
            if (name.SequenceEqual(device))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Makes identifiers of names, and compares names whose spelling differs in signs only.</summary>
internal static class Slug
{
    /// <summary>An identifier for a name: <c>GPT 5 (high)</c> is <c>gpt-5-high</c>; empty where it has no letter or digit.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (slug.Length > 0 && slug[^1] is not ('-' or '.'))
            {
                slug.Append(character == '.' ? '.' : character == '+' ? "-plus-" : "-");
            }
        }

        var text = slug.ToString().Trim('-', '.');
        return text.Length <= Values.Identifier.MostCharacters ? text : text[..Values.Identifier.MostCharacters].TrimEnd('-', '.');
    }

    /// <summary>The letters and digits of a name in lower case: what two spellings of it have in common. A plus sign tells names apart.</summary>
    public static string Squeeze(string name) =>
        string.Concat(name.Replace("+", "plus", StringComparison.Ordinal).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}

/// <summary>Names that the addresses of the site take, so that nothing in the data may have them.</summary>
public static class ReservedNames
{
    /// <summary>What stands beside the benchmarks at the root of the site.</summary>
    public static FrozenSet<string> Benchmarks { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "models", "providers", "compare", "choose", "changes", "data", "submit", "about", "reading", "assets", "schema", "methodology", "agreement",
        "use-cases", "problems", "search", "404", "feed");

    /// <summary>What stands beside the releases and methods of a benchmark.</summary>
    public static FrozenSet<string> Releases { get; } = FrozenSet.Create(StringComparer.Ordinal, "use-cases", "methodology", "agreement");
}
