using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace CrmBench.Tests.Data;

/// <summary>Numbers as people and programs write them, sensible and not, to be put into files in place of those that are there.</summary>
internal static partial class AnyNumber
{
    // What breaks arithmetic, formatting or a bound: signs, zeros, ends of every type, digits that no type holds, exponents.
    private static readonly string[] Corners =
    [
        "0", "-0", "0.0", "-0.0", "1", "-1", "0.1", "1e0", "1E-5", "1e-05", "5e-324", "4.9406564584124654e-324", "2.2250738585072014E-308", "1e-300",
        "1e300", "1.7976931348623157e308", "1e308", "1e309", "1e400", "-1e400", "1e-400", "0.30000000000000004", "3.6666666666666665",
        "70.51282051282052", "66.66666666666667", "99.99999999999999", "0.9999999999999999", "1.0000000000000002", "100.00000000000001",
        "255", "256", "32767", "32768", "65536", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967296", "9007199254740993",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "79228162514264337593543950335",
        "79228162514264337593543950336", "1000000000", "1000000000.0000001", "999999999999999", "1000000000000001", "0.00000000000000000000000000000000000001",
        "200.0", "2e2", "200.5", "123456789012345678901234567890.123456789",
    ];

    private static readonly string[] Habits =
    [
        "", " ", "5 ", " 5", "+5", ".5", "5.", "--5", "1,5", "1.234,5", "1,234.5", "50%", "$3.50", "3 %", "N/A", "-", "n.a.", "NaN", "nan", "Infinity",
        "-inf", "0x1F", "1_000", "\u0665", "\u22125", "1e", "e5", "1e5.0", "1e99999", "'5", "5e+", "00", "007", "1/3", "five", "true", "null",
    ];

    private static readonly Gen<double> Doubles = Gen.OneOf(Gen.Double, Gen.Double[-1, 1], Gen.Double[0, 100], Gen.Double[0, 5]);

    /// <summary>Numbers that JSON allows, among them many that no type holds.</summary>
    public static Gen<string> Json { get; } = Gen.Frequency(
        (3, OneOf(Corners)),
        (3, Gen.Select(Doubles, Gen.Int[0, 17]).Select((value, digits) => Finite(value).ToString(digits == 0 ? "R" : "G" + digits, CultureInfo.InvariantCulture))),
        (2, Gen.Select(Doubles, Gen.Int[0, 20]).Select((value, decimals) => Math.Clamp(Finite(value), -1e15, 1e15).ToString("F" + decimals, CultureInfo.InvariantCulture))),
        (1, Gen.Select(Doubles, Gen.Int[0, 17]).Select((value, digits) => Finite(value).ToString("e" + digits, CultureInfo.InvariantCulture))),
        (1, Gen.Long.Select(value => value.ToString(CultureInfo.InvariantCulture))),
        (1, Gen.Int.Select(value => value.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The same, and what people write where a number belongs.</summary>
    public static Gen<string> Csv { get; } = Gen.Frequency((5, Json), (1, OneOf(Habits)));

    /// <summary>Numbers that pass as figures, counts or money, at the ends of what is allowed and between.</summary>
    public static Gen<string> Allowed { get; } = Gen.Frequency(
        (2, OneOf(
            "0", "-0", "1", "2", "3", "1e0", "4", "0.5", "1e-05", "1e-9", "1e-30", "1e-300", "5e-324", "0.00000000000000000000000000000000000001", "3.6666666666666665",
            "66.66666666666667", "99.99999999999999", "100", "63.05", "200.0", "2e2", "2147483647", "1000000000", "999999999.9999999")),
        (1, Gen.Double[0, 5].Select(value => value.ToString("R", CultureInfo.InvariantCulture))),
        (1, Gen.Double[0, 100].Select(value => value.ToString("R", CultureInfo.InvariantCulture))),
        (1, Gen.Int[0, int.MaxValue].Select(value => value.ToString(CultureInfo.InvariantCulture))));

    /// <summary>Puts numbers into a table: about one in a row, row after row, the header left as it is.</summary>
    public static string InTable(string table, IEnumerable<string> numbers, int rows)
    {
        var lines = table.TrimEnd('\n').Split('\n');
        using var next = numbers.GetEnumerator();
        var all = Enumerable.Range(0, rows).Select(row =>
        {
            var fields = lines[1 + (row % (lines.Length - 1))].TrimEnd('\r').Split(',');
            int[] places = [.. Enumerable.Range(0, fields.Length).Where(i => fields[i].Length == 0 || TableNumber().IsMatch(fields[i]))];
            if (places.Length > 0 && next.MoveNext())
            {
                fields[places[row % places.Length]] = next.Current.Contains(',', StringComparison.Ordinal) ? $"\"{next.Current}\"" : next.Current;
            }

            return string.Join(',', fields);
        });
        return string.Join('\n', all.Prepend(lines[0].TrimEnd('\r'))) + "\n";
    }

    /// <summary>Puts numbers in place of some of those in JSON or JSON Lines: every <paramref name="step"/>th, from <paramref name="first"/> on.</summary>
    public static string InJson(string json, IEnumerator<string> numbers, int first, int step)
    {
        var at = 0;
        return JsonNumber().Replace(json, match => at++ % step == first && numbers.MoveNext() ? numbers.Current : match.Value);
    }

    /// <summary>How many numbers there are in JSON.</summary>
    public static int CountIn(string json) => JsonNumber().Count(json);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;

    [GeneratedRegex("^[$]?-?[0-9]+([.][0-9]+)?%?$")]
    private static partial Regex TableNumber();

    [GeneratedRegex("(?<=[:\\[,]\\s*)-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?(?=\\s*[,}\\]])")]
    private static partial Regex JsonNumber();
}
