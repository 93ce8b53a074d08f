using CrmBench.Core.Diagnostics;
using CrmBench.Data.Values;

namespace CrmBench.Data.Diagnostics;

public static partial class Problems
{
    /// <summary>A field or text that must not be empty is.</summary>
    internal static Diagnostic ValueMissing(SourcePlace place, string name) =>
        New("CB0401", place, $"{Quoted(name)} is empty here, but a value is needed. Write it.");

    /// <summary>Not an identifier. Example: <c>GPT 5</c>.</summary>
    internal static Diagnostic IdentifierInvalid(Located<string> text) =>
        New("CB0402", text.Place, $"{Quoted(text.Value)} is not an identifier. Use lower-case letters, digits, '.' and '-', " +
            "a letter or digit first and last, at most 80 characters.");

    /// <summary>Not a number, or one of more digits than any number needs. Examples: <c>about 5</c>; a third with a hundred decimals.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most characters that a number may have, where it is one and has more; else null.</param>
    internal static Diagnostic NumberInvalid(Located<string> text, int? most = null) =>
        NotANumber(text, most is { } limit
            ? $"has more than {limit} characters, and no measurement has as many digits. Round it."
            : "is not a number. Write digits, with a point before decimals, as in 0.5 or 77.47.");

    /// <summary>A number with zeros in front, which may be a name or a figure that lost its first digits. Example: <c>00003.5</c>.</summary>
    internal static Diagnostic NumberWithZeros(Located<string> text) =>
        NotANumber(text, "begins with a 0 before other digits, as numbers do not. Write it without, or what was meant.");

    private static Diagnostic NotANumber(Located<string> text, string what) => New("CB0403", text.Place, $"{Quoted(text.Value)} {what}");

    /// <summary>A number with a sign. Example: <c>77.47%</c>.</summary>
    internal static Diagnostic NumberWithSign(Located<string> text, string alone) =>
        New("CB0404", text.Place,
            $"{Quoted(text.Value)} has a sign of percent or currency. Write the number alone: {Invisible.Shown(alone)}");

    /// <summary>A number with a comma. Example: <c>1,5</c>.</summary>
    internal static Diagnostic NumberWithComma(Located<string> text) =>
        New("CB0405", text.Place, $"{Quoted(text.Value)} has a comma. Write a point before decimals and nothing between thousands.");

    /// <summary>A word or sign for "none". Example: <c>N/A</c>.</summary>
    internal static Diagnostic NumberPlaceholder(Located<string> text) =>
        New("CB0406", text.Place, $"{Quoted(text.Value)} is not a number. Leave the field empty where nothing was measured.");

    /// <summary>Not a number in the sense of floating point. Example: <c>NaN</c>.</summary>
    internal static Diagnostic NumberNotFinite(Located<string> text) =>
        New("CB0407", text.Place, $"{Quoted(text.Value)} is not a finite number. Leave the field empty where there is no value.");

    /// <summary>A number outside what its meaning allows. Example: 101 percent.</summary>
    internal static Diagnostic NumberOutOfRange(Located<string> number, string name, string range) =>
        New("CB0408", number.Place, $"{Quoted(number.Value)} is out of range: '{name}' must be {range}.");

    /// <summary>Not a whole number. Example: <c>3.5</c> ratings.</summary>
    internal static Diagnostic WholeNumberInvalid(Located<string> text) =>
        New("CB0409", text.Place, $"{Quoted(text.Value)} is not a whole number. Write digits only, without point or separators.");

    /// <summary>Not a date. Example: <c>4.8.2026</c>, or the 30th of February.</summary>
    internal static Diagnostic DateInvalid(Located<string> text) =>
        New("CB0410", text.Place, $"{Quoted(text.Value)} is not a date. Write year, month and day, as in 2026-08-04.");

    /// <summary>Not an address that may be linked. Example: <c>http://...</c>.</summary>
    internal static Diagnostic AddressInvalid(Located<string> text) =>
        New("CB0411", text.Place, $"{Quoted(text.Value)} is not an https address. Write the whole address, beginning with https://.");

    /// <summary>A word of a fixed list is expected. Example: <c>openweights</c>.</summary>
    internal static Diagnostic NotOneOf(Located<string> text, string name, IReadOnlyList<string> words) =>
        New("CB0412", text.Place,
            $"{Quoted(text.Value)} is not known for '{name}'. Write {string.Join(", ", words.SkipLast(1))} or {words[^1]}." +
            (NearestName.Of(text.Value, words) is { } nearest ? $" Did you mean '{nearest}'?" : ""));

    /// <summary>A text longer than the contract allows.</summary>
    internal static Diagnostic TextTooLong(SourcePlace place, string name, int length, int most) =>
        New(TooLongCode, place, FormattableString.Invariant(
            $"{Quoted(name)} has {length} characters; at most {most} are allowed. Shorten it."));

    private const string TooLongCode = "CB0413";

    /// <summary>A name with spaces around it or a line break in it; names are compared exactly.</summary>
    internal static Diagnostic StrayWhiteSpace(Located<string> text, string name) =>
        New("CB0414", text.Place, $"'{name}' has white space around it or a line break in it: {Quoted(text.Value)}. Remove it.");

    /// <summary>An identifier that is already taken.</summary>
    internal static Diagnostic DuplicateIdentifier(Located<string> id, SourcePlace first) =>
        New("CB0415", id.Place, $"{Quoted(id.Value)} stands already in {first}. Give each its own identifier, or remove one.");

    /// <summary>The code of <see cref="UnknownName"/>.</summary>
    internal const string UnknownNameCode = "CB0416";

    /// <summary>A reference to something that is not declared. Example: an unknown model.</summary>
    internal static Diagnostic UnknownName(Located<string> name, KnownNames known) =>
        New(UnknownNameCode, name.Place, $"There is no {known.Kind} {Quoted(name.Value)}. {known.Hint(name.Value)}");
}
