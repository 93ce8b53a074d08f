using System.Text;

namespace CrmBench.Data.Values;

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
