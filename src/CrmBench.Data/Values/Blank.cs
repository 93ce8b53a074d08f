namespace CrmBench.Data.Values;

/// <summary>Blanks that <c>crmbench new</c> leaves for people to fill in: texts that begin with a mark and are no valid value anywhere.</summary>
public static class Blank
{
    /// <summary>What every blank begins with.</summary>
    public const string Mark = "FILL IN";

    private const string CopyOf = ": copied from ";
    private const string StillTrue = "; still true?";

    /// <summary>Whether a text is a blank.</summary>
    public static bool Is(ReadOnlySpan<char> text) => text.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>Whether a text in UTF-8 is a blank.</summary>
    public static bool Is(ReadOnlySpan<byte> utf8) => utf8.StartsWith("FILL IN"u8);

    /// <summary>The text of a blank in JSON, where there is room to say what belongs there.</summary>
    /// <param name="what">What belongs there: <c>who ran the evaluation</c>.</param>
    public static string For(string what) => $"{Mark}: {what}";

    /// <summary>The text of a blank in JSON that holds what was taken over from elsewhere and must be read again.</summary>
    /// <param name="from">Where it was taken over from: <c>2024-06</c>.</param>
    /// <param name="text">What was taken over, without any such words of its own.</param>
    public static string Copied(string from, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = CopiedFrom(text) is null ? -1 : text.IndexOf(StillTrue, StringComparison.Ordinal);
        return $"{Mark}{CopyOf}{from}{StillTrue} {(end < 0 ? text : text[(end + StillTrue.Length)..].TrimStart())}";
    }

    /// <summary>Where the text of a blank was taken over from; null where it was not.</summary>
    public static string? CopiedFrom(string blank)
    {
        ArgumentNullException.ThrowIfNull(blank);
        const string Start = Mark + CopyOf;
        var end = blank.IndexOf(StillTrue, StringComparison.Ordinal);
        return blank.StartsWith(Start, StringComparison.Ordinal) && end >= Start.Length ? blank[Start.Length..end] : null;
    }

    /// <summary>What a blank says of what belongs there; empty where it says nothing.</summary>
    public static string Explanation(string blank)
    {
        ArgumentNullException.ThrowIfNull(blank);
        return Is(blank) ? blank[Mark.Length..].Trim(':', ' ') : "";
    }
}
