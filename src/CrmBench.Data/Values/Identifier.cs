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
