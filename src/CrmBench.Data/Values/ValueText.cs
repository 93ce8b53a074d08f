using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Values;

/// <summary>Values written as text: what is accepted, and what is wrong with the rest.</summary>
internal static class ValueText
{
    private static readonly string[] Placeholders =
    [
        "-", "--", "\u2013", "\u2014", ".", "?", "n/a", "na", "n.a.", "none", "null", "nil", "tbd", "missing", "unknown",
        "#n/a", "#value!", "#div/0!", "#ref!",
    ];

    private static readonly SearchValues<char> NotInAddresses = SearchValues.Create(" \t\r\n\"<>\\^`{|}");

    private static readonly string[] NotFinite = ["nan", "inf", "infinity", "+inf", "-inf", "+infinity", "-infinity", "\u221e", "-\u221e"];

    // No measurement has as many; megabytes of digits are somebody's joke.
    private const int MostDigits = 40;

    /// <summary>A number as it is written in CSV: an optional minus, digits, and a point with digits after it.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="number">The number, finite.</param>
    /// <param name="decimals">Digits after the point.</param>
    public static bool TryNumber(ReadOnlySpan<byte> utf8, out double number, out int decimals)
    {
        (number, decimals) = (0, 0);
        var digits = utf8.StartsWith("-"u8) ? utf8[1..] : utf8;
        var point = digits.IndexOf((byte)'.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? "0"u8 : digits[(point + 1)..];
        if (utf8.Length > MostDigits || !IsDigits(whole) || !IsDigits(fraction))
        {
            return false;
        }

        decimals = point < 0 ? 0 : fraction.Length;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return double.TryParse(utf8, Style, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>A whole number: digits, and a minus before them where it is negative.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> utf8, out long number) =>
        Utf8Parser.TryParse(utf8, out number, out var used) && used == utf8.Length && utf8[0] != '+';

    /// <summary>What is wrong with a text that should be a number.</summary>
    public static Diagnostic NumberProblem(Located<string> text, bool whole)
    {
        var plain = text.Value.Trim();
        var number = plain.Trim('%', '$', '\u20AC', '\u00A3', ' ', '\u00A0');
        if (Placeholders.Contains(plain, StringComparer.OrdinalIgnoreCase))
        {
            return Problems.NumberPlaceholder(text);
        }

        if (NotFinite.Contains(plain, StringComparer.OrdinalIgnoreCase))
        {
            return Problems.NumberNotFinite(text);
        }

        if (number.Contains(',', StringComparison.Ordinal)
            && number.All(character => char.IsAsciiDigit(character) || character is ',' or '.' or '-'))
        {
            return Problems.NumberWithComma(text);
        }

        if (number.Length < plain.Length && TryNumber(System.Text.Encoding.UTF8.GetBytes(number), out _, out _))
        {
            return Problems.NumberWithSign(text, number);
        }

        return whole ? Problems.WholeNumberInvalid(text) : Problems.NumberInvalid(text);
    }

    /// <summary>A date in the one form that is allowed.</summary>
    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>An address that may be linked: https, with a host, without a user name or white space.</summary>
    public static bool TryAddress(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && text.StartsWith("https://", StringComparison.Ordinal)
        && address.Host.Length > 0
        && address.UserInfo.Length == 0
        && !text.AsSpan().ContainsAny(NotInAddresses);

    /// <summary>Whether a name can be compared exactly without surprise: no white space around it and no line break in it.</summary>
    public static bool IsTrim(string text) =>
        text.Length == 0 || (!char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.AsSpan().ContainsAny('\n', '\r', '\t'));

    private static bool IsDigits(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
