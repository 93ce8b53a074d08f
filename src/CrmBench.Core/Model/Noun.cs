namespace CrmBench.Core.Model;

/// <summary>What a site calls something that it shows: one of them, several, and with the indefinite article.</summary>
/// <param name="One">In the singular, as within a sentence: "model", "issue".</param>
/// <param name="Many">In the plural.</param>
/// <param name="Article">"a" or "an".</param>
public sealed record Noun(string One, string Many, string Article)
{
    /// <summary>What is measured, where a site does not say otherwise.</summary>
    public static Noun Model { get; } = Of("model");

    /// <summary>What it is measured on, where a benchmark does not say otherwise.</summary>
    public static Noun UseCase { get; } = Of("use case");

    /// <summary>What it is measured on, where several benchmarks call it differently.</summary>
    public static Noun Task { get; } = Of("task");

    /// <summary>In the singular, at the beginning of a heading.</summary>
    public string Title => Capital(One);

    /// <summary>In the plural, at the beginning of a heading.</summary>
    public string Titles => Capital(Many);

    /// <summary>One of them: "a model", "an issue".</summary>
    public string AnyOne => $"{Article} {One}";

    /// <summary>A noun whose plural and article follow the rules of English, unless they are given.</summary>
    public static Noun Of(string one, string? many = null, string? article = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(one);
        return new(one, many ?? PluralOf(one), article ?? ("aeiou".Contains(char.ToLowerInvariant(one[0]), StringComparison.Ordinal) ? "an" : "a"));
    }

    private static string PluralOf(string one) => one switch
    {
        [.., var before, 'y'] when !"aeiou".Contains(before, StringComparison.Ordinal) => one[..^1] + "ies",
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => one + "es",
        _ => one + "s",
    };

    /// <summary>A text that is not empty as it begins a heading or a sentence: its first letter large.</summary>
    public static string Capital(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
