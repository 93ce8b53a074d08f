namespace CrmBench.Data.Values;

/// <summary>Identifiers: lower-case letters, digits, '.' and '-', a letter or digit first and last.</summary>
public static class Identifier
{
    /// <summary>Most characters an identifier has.</summary>
    public const int MostCharacters = 80;

    /// <summary>Whether a text is an identifier. Letters are those of ASCII.</summary>
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

        return true;
    }
}
