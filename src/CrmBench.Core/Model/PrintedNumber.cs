using System.Globalization;

namespace CrmBench.Core.Model;

/// <summary>How numbers of a metric are printed.</summary>
/// <param name="Unit">What they are.</param>
/// <param name="Name">What a number or a count is of, or empty.</param>
/// <param name="Decimals">Their decimals, or null where the rule of the unit decides.</param>
public readonly record struct PrintedUnit(Unit Unit, string Name = "", int? Decimals = null)
{
    /// <summary>A unit with its own rule.</summary>
    public static implicit operator PrintedUnit(Unit unit) => new(unit);

    /// <summary>A unit with its own rule.</summary>
    public static PrintedUnit FromUnit(Unit unit) => new(unit);

    /// <summary>Whether they are spans of time.</summary>
    public bool IsTime => Unit.IsTime();
}

/// <summary>
/// How numbers of each unit are rounded for readers. Scoring needs it, too: two rows without intervals whose numbers print alike share a
/// rank.
/// </summary>
/// <remarks>
/// A half rounds away from zero, and it is the decimal number that is rounded: the shortest one that stands for the binary number, which is
/// the one that somebody wrote. 63.05 has one decimal as 63.1, although the binary number nearest to it lies below.
/// </remarks>
public static class PrintedNumber
{
    /// <summary>How many calls money is printed for: it is kept per call, and buyers count by the thousand.</summary>
    public const int PrintedCalls = 1000;

    // The browser prints no more.
    private const int MostDecimals = 100;

    // An amount is a product, whose last bits are not those of the decimal number that somebody wrote.
    private const string Products = "E11";

    // For the decimals that nearly all numbers have.
    private static readonly string[] Formats = ["F0", "F1", "F2", "F3", "F4"];

    /// <summary>The number as it is printed for a unit, without sign of a currency and with a plain minus.</summary>
    public static string Of(PrintedUnit unit, double value) => (value < 0 ? "-" : "") + Math.Abs(value) switch
    {
        var size when unit.Unit == Unit.Usd => Money(unit, size),
        > 0 and < 0.0995 and var size when unit is { IsTime: true, Decimals: null } && value > 0 => TwoSignificant(size),
        var size => Fixed(size, Decimals(unit, value)),
    };

    /// <summary>Decimals of a number that is printed with a fixed count of them: as the metric says, else of a grade, of percent and of a share, and of the others by their size.</summary>
    public static int Decimals(PrintedUnit unit, double value) => unit.Decimals ?? unit.Unit switch
    {
        Unit.Grade => 2,
        Unit.Percent => 1,
        Unit.Share => 3,
        _ => Math.Abs(value) switch { < 0.995 => 2, < 99.95 => 1, _ => 0 },
    };

    /// <summary>
    /// US dollars of <see cref="PrintedCalls"/> calls: three significant digits, or the decimals of the metric, which are those of one call.
    /// </summary>
    /// <param name="unit">How figures of the metric are printed.</param>
    /// <param name="usdPerCall">US dollars per call, 0 or more.</param>
    public static string Money(PrintedUnit unit, double usdPerCall)
    {
        var amount = usdPerCall * PrintedCalls;
        return unit.Decimals is { } decimals ? Grouped(Fixed(Clean(amount), Math.Max(0, decimals - 3))) : Usd(amount);
    }

    /// <summary>Dollars of 0 or more: three significant digits, and from 100 on whole ones.</summary>
    public static string Usd(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        var written = value.ToString("E2", CultureInfo.InvariantCulture);
        var power = int.Parse(written.AsSpan(written.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return Grouped(Fixed(Clean(value), Math.Clamp(2 - power, 0, MostDecimals)));
    }

    /// <summary>A list price of 0 or more dollars: whole ones from 100 on, cents from 1 on, two significant digits below.</summary>
    public static string Price(double value) => value switch
    {
        0 => "0",
        >= 99.995 => Grouped(Fixed(value, 0)),
        >= 0.995 => Fixed(value, 2),
        _ => TwoSignificant(value),
    };

    /// <summary>Thousands apart in what stands before the point of a number of 0 or more.</summary>
    public static string Grouped(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? point : text.Length;
        for (var i = end - 3; i > 0; i -= 3)
        {
            text = text.Insert(i, ",");
        }

        return text;
    }

    /// <summary>Two significant digits of a number between 0 and 1, but at least two decimals, and no more zeros at the end than that.</summary>
    public static string TwoSignificant(double value)
    {
        var decimals = Math.Min(MostDecimals, 1 - (int)Math.Floor(Math.Log10(value)));
        var text = Fixed(value, decimals);
        while (decimals > 2 && text[^1] == '0')
        {
            text = text[..^1];
            decimals--;
        }

        return text;
    }

    /// <summary>A number of 0 or more with so many decimals.</summary>
    public static string Fixed(double value, int decimals)
    {
        // A decimal half may be slightly below the half as a binary number; the next binary number is above it.
        var shown = IsHalf(value, decimals) ? Math.BitIncrement(value) : value;
        var format = decimals < Formats.Length ? Formats[decimals] : "F" + decimals.ToString(CultureInfo.InvariantCulture);
        return shown.ToString(format, CultureInfo.InvariantCulture);
    }

    private static double Clean(double product) => double.Parse(product.ToString(Products, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Whether the shortest decimal number ends with a 5 one digit behind the last one shown.</summary>
    private static bool IsHalf(double value, int decimals)
    {
        Span<char> buffer = stackalloc char[32];
        value.TryFormat(buffer, out var length, provider: CultureInfo.InvariantCulture);
        ReadOnlySpan<char> text = buffer[..length];
        var power = text.IndexOf('E');
        var digits = power < 0 ? text : text[..power];
        var point = digits.IndexOf('.');
        var places = (point < 0 ? 0 : digits.Length - point - 1)
            - (power < 0 ? 0 : int.Parse(text[(power + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        return digits[^1] == '5' && places == decimals + 1;
    }
}
