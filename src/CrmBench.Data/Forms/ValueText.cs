using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;

namespace CrmBench.Data.Forms;

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

    // More digits than any measurement has; a longer text is no number.
    private const int MostDigits = 40;

    private const double LeastMagnitude = 1e-60;

    // The letter, a sign and three digits: doubles end at 308.
    private const int MostOfPower = 5;

    /// <summary>
    /// A number as it is written in CSV: an optional minus, digits, a point with digits after it where there are any, and a power of ten where
    /// a program wrote one: <c>0.25</c>, <c>1e-05</c>.
    /// </summary>
    /// <param name="utf8">The text.</param>
    /// <param name="number">The number, finite and never a zero with a minus.</param>
    /// <param name="decimals">Digits after the point, once the power of ten is written out.</param>
    public static bool TryNumber(ReadOnlySpan<byte> utf8, out double number, out int decimals)
    {
        (number, decimals) = (0, 0);
        if (!TrySplit(utf8, out _, out var fraction, out var power))
        {
            return false;
        }

        decimals = Math.Max(0, fraction.Length - power);
        var isRead = double.TryParse(utf8, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
        number = Measured(number);
        return isRead;
    }

    /// <summary>
    /// A number as a measurement: what is nearer to 0 than any measurement is 0, and so is minus zero. Squares and fourth powers of all
    /// others are numbers of the machine too.
    /// </summary>
    public static double Measured(double number) => Math.Abs(number) < LeastMagnitude ? 0 : number;

    /// <summary>A whole number: digits, and a minus before them where it is negative; also as <c>200.0</c> and <c>2e2</c>.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> utf8, out long number)
    {
        if (Utf8Parser.TryParse(utf8, out number, out var used) && used == utf8.Length && utf8[0] != '+' && !HasZerosInFront(utf8))
        {
            return true;
        }

        // All digits behind the point, once the power of ten is written out, are zeros; they are told before decimal arithmetic rounds them.
        if (!TrySplit(utf8, out var whole, out var fraction, out var power)
            || fraction[Math.Min(fraction.Length, Math.Max(0, power))..].ContainsAnyExcept((byte)'0')
            || whole[Math.Clamp(whole.Length + power, 0, whole.Length)..].ContainsAnyExcept((byte)'0')
            || !decimal.TryParse(utf8, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            || !decimal.IsInteger(exact) || exact is < long.MinValue or > long.MaxValue)
        {
            number = 0;
            return false;
        }

        number = (long)exact;
        return true;
    }

    private static bool TrySplit(ReadOnlySpan<byte> utf8, out ReadOnlySpan<byte> whole, out ReadOnlySpan<byte> fraction, out int power)
    {
        whole = default;
        fraction = default;
        power = 0;
        if (utf8.Length > MostDigits)
        {
            return false;
        }

        var e = utf8.IndexOfAny((byte)'e', (byte)'E');
        var digits = e < 0 ? utf8 : utf8[..e];
        if (digits.StartsWith("-"u8))
        {
            digits = digits[1..];
        }

        var point = digits.IndexOf((byte)'.');
        whole = point < 0 ? digits : digits[..point];
        fraction = point < 0 ? default : digits[(point + 1)..];
        return IsDigits(whole)
            && !HasZerosInFront(whole)
            && (point < 0 || IsDigits(fraction))
            && (e < 0 || (utf8.Length - e <= MostOfPower
                && Utf8Parser.TryParse(utf8[(e + 1)..], out power, out var used) && used == utf8.Length - e - 1));
    }

    /// <summary>
    /// Whether a number begins with a 0 before another digit: <c>007</c>, <c>-00.5</c>. JSON has no such numbers; here they are names, or
    /// figures that lost their first digits.
    /// </summary>
    public static bool HasZerosInFront(ReadOnlySpan<byte> utf8)
    {
        var digits = utf8.StartsWith("-"u8) || utf8.StartsWith("+"u8) ? utf8[1..] : utf8;
        return digits.Length > 1 && digits[0] == '0' && digits[1] is >= (byte)'0' and <= (byte)'9';
    }

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

        var bytes = System.Text.Encoding.UTF8.GetBytes(plain);
        return HasZerosInFront(bytes) && plain.All(character => char.IsAsciiDigit(character) || character is '.' or '-') ? Problems.NumberWithZeros(text)
            : IsLong(plain) ? Problems.NumberInvalid(text, MostDigits)
            : whole ? Problems.WholeNumberInvalid(text)
            : Problems.NumberInvalid(text);
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

    // It has the letters of a number, and is none only because there are so many.
    private static bool IsLong(string text) => text.Length > MostDigits && text.All(character => char.IsAsciiDigit(character) || character is '.' or '-');

    private static bool IsDigits(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
