namespace CrmBench.Data.Values;

/// <summary>Places that <c>crmbench new</c> leaves to be filled in: texts that begin with a mark, which is no value anywhere.</summary>
public static class Blank
{
    /// <summary>What every blank begins with.</summary>
    public const string Mark = "FILL IN";

    /// <summary>Whether a text is a blank.</summary>
    public static bool Is(ReadOnlySpan<char> text) => text.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>Whether a text in UTF-8 is a blank.</summary>
    public static bool Is(ReadOnlySpan<byte> utf8) => utf8.StartsWith("FILL IN"u8);

    /// <summary>The text of a blank in JSON, where there is room to say what belongs there.</summary>
    /// <param name="what">What belongs there: <c>who ran the evaluation</c>.</param>
    public static string For(string what) => $"{Mark}: {what}";

    /// <summary>What a blank says of what belongs there; empty where it says nothing.</summary>
    public static string Explanation(string blank)
    {
        ArgumentNullException.ThrowIfNull(blank);
        return Is(blank) ? blank[Mark.Length..].Trim(':', ' ') : "";
    }
}
