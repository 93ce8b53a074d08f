using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Site.Words;

/// <summary>
/// Turns numbers, ranges and dates into the text a reader sees. Nothing else chooses decimals, signs or dashes, and every
/// culture gives the same text.
/// </summary>
/// <remarks>
/// The rules, for the twin in the browser:
/// <list type="number">
/// <item>A half rounds away from zero, and it is the shortest decimal number that is rounded, not the binary one: 63.05 becomes 63.1. A
/// negative sign is U+2212 and never stands before a zero.</item>
/// <item>Grades have two decimals, percents one. Seconds have two decimals below 1, one below 100 and none from there on;
/// below 0.1 they have two significant digits, but at least two decimals and no more zeros at the end than that, so that little is not
/// shown as nothing.</item>
/// <item>Minutes are written as seconds are. Shares have three decimals. Numbers and counts have as many as seconds, and thousands are
/// separated by commas. Where a metric says how many decimals its figures have, they have these, whatever their unit.</item>
/// <item>A figure in dollars is one of a call, and is printed for <see cref="PrintedNumber.PrintedCalls"/> calls. Dollars have three
/// significant digits, from 100 on none behind the point (thousands are separated by commas); zero is <c>$0</c>. List prices have
/// two decimals from 1 on, below as little seconds.</item>
/// <item>How sure an estimate is stands beside it as half the width of its interval, with its decimals. Where the two sides of the
/// interval differ by more than the last digit shown, both its ends stand there instead.</item>
/// <item>Ranges are joined by U+2013 without spaces; a missing value is U+2014.</item>
/// <item>Coefficients of agreement have two decimals; a difference has its sign before it.</item>
/// <item>A unit stands after its number, a no-break space between them; dollars have the sign before.</item>
/// <item>Dates are <c>4 Aug 2026</c>.</item>
/// </list>
/// </remarks>
public static class Format
{
    /// <summary>What stands where nothing was measured; screen readers are told "not measured" beside it.</summary>
    public const string Missing = "—";

    private const string Minus = "\u2212";
    private const string RangeDash = "\u2013";
    private const string Space = "\u00a0";

    /// <summary>A value in its unit, without the unit except for the dollar sign: <c>3.42</c>, <c>71.6</c>, <c>$0.09</c>.</summary>
    public static string Value(PrintedUnit unit, double value) => unit switch
    {
        { Unit: Unit.Usd } => (value < 0 ? Minus : "") + "$" + PrintedNumber.Money(unit, Math.Abs(value)),
        { IsTime: true, Decimals: null } when value is > 0 and < 0.0995 => PrintedNumber.TwoSignificant(value),
        { Unit: Unit.Number or Unit.Count } => Grouped(Fixed(value, PrintedNumber.Decimals(unit, value))),
        _ => Fixed(value, PrintedNumber.Decimals(unit, value)),
    };

    /// <summary>A value with its unit: <c>71.6 %</c>, <c>2.2 s</c>; a grade and dollars have nothing after them.</summary>
    public static string WithUnit(PrintedUnit unit, double value) => Value(unit, value) + Suffix(unit);

    /// <summary>What follows a number of this unit, its space included; empty for grades, shares and dollars.</summary>
    public static string Suffix(PrintedUnit unit) => unit switch
    {
        { Unit: Unit.Percent } => Space + "%",
        { Unit: Unit.Seconds } => Space + "s",
        { Unit: Unit.Minutes } => Space + "min",
        { Name: { Length: > 0 } name } => Space + name,
        _ => "",
    };

    /// <summary>
    /// How sure an estimate is, beside it and without its unit: <c>±4.2</c>, or both ends where the sides of its interval differ by more
    /// than the last digit of the estimate: <c>95.8–99.9</c>.
    /// </summary>
    public static string Spread(PrintedUnit unit, Interval interval, double estimate) => IsLopsided(unit, interval, estimate)
        ? Ends(unit, interval)
        : "±" + unit switch
        {
            { Unit: Unit.Usd } => Value(unit, interval.HalfWidth),
            { IsTime: true, Decimals: null } when estimate < 0.0995 => Value(unit, interval.HalfWidth),
            { Unit: Unit.Number or Unit.Count } => Grouped(Fixed(interval.HalfWidth, PrintedNumber.Decimals(unit, estimate))),
            _ => Fixed(interval.HalfWidth, PrintedNumber.Decimals(unit, estimate)),
        };

    /// <summary>An estimate with its unit and how sure it is: <c>71.6 ±4.2 %</c>, <c>99.2 % (95.8–99.9)</c>.</summary>
    public static string WithSpread(PrintedUnit unit, double estimate, Interval? interval) => interval switch
    {
        null => WithUnit(unit, estimate),
        _ when IsLopsided(unit, interval, estimate) => $"{WithUnit(unit, estimate)} ({Ends(unit, interval)})",
        _ => $"{Value(unit, estimate)} {Spread(unit, interval, estimate)}{Suffix(unit)}",
    };

    /// <summary>Both ends of an interval without its unit: <c>67.4–75.8</c>.</summary>
    public static string Ends(PrintedUnit unit, Interval interval) =>
        Value(unit, interval.Low) + (interval.Low < 0 && unit.Unit != Unit.Usd ? " to " : RangeDash) + Value(unit, interval.High);

    /// <summary>Both ends of an interval with its unit: <c>67.4–75.8 %</c>.</summary>
    public static string Range(PrintedUnit unit, Interval interval) => Ends(unit, interval) + Suffix(unit);

    /// <summary>A difference of two values of a unit: points for percents and grades, otherwise the value with its unit.</summary>
    public static string Difference(PrintedUnit unit, double value) => unit switch
    {
        { Unit: Unit.Percent } => $"{Value(unit, value)} points",
        { Unit: Unit.Grade } => $"{Value(unit, value)} grades",
        _ => WithUnit(unit, value),
    };

    /// <summary>How much there is of something on average: <c>1.4</c>, <c>25</c>; one decimal below 10.</summary>
    public static string About(double value) => value < 9.95 ? Fixed(value, 1) : Count((long)Math.Round(value, MidpointRounding.AwayFromZero));

    /// <summary>A coefficient of agreement or correlation: <c>0.41</c>, <c>−0.08</c>.</summary>
    public static string Coefficient(double value) => Fixed(value, 2);

    /// <summary>A difference with its sign, without unit: <c>+0.12</c>, <c>−3.0</c>; one that rounds to zero has none.</summary>
    public static string WithSign(PrintedUnit unit, double value)
    {
        var text = Value(unit, value);
        return value > 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "+" + text : text;
    }

    /// <summary>An amount of US dollars, as it is: <c>$1,270</c>, <c>$12.7</c>, <c>$1.27</c>, <c>$0.0900</c>.</summary>
    public static string Usd(double value) => (value < 0 ? Minus : "") + "$" + PrintedNumber.Usd(Math.Abs(value));

    /// <summary>A list price in US dollars, as providers write it: <c>$15.00</c>, <c>$0.25</c>, <c>$0.0042</c>.</summary>
    /// <param name="value">0 or more.</param>
    public static string Price(double value) => "$" + PrintedNumber.Price(value);

    /// <summary>A rank range, or one rank where both ends are equal: <c>1–5</c>, <c>8</c>.</summary>
    public static string Ranks(RankRange range) => range.Best == range.Worst
        ? Count(range.Best)
        : $"{Count(range.Best)}{RangeDash}{Count(range.Worst)}";

    /// <summary>A whole number with thousands separated: <c>520,000</c>.</summary>
    public static string Count(long value) => value < 0
        ? Minus + (-value).ToString("N0", CultureInfo.InvariantCulture)
        : value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun, which takes an s unless there is one: <c>1 model</c>, <c>27 models</c>.</summary>
    public static string Counted(long value, string noun) => Plural(value, noun, noun + "s");

    /// <summary>A count of what a site has a noun of its own for.</summary>
    public static string Counted(long value, Noun noun)
    {
        ArgumentNullException.ThrowIfNull(noun);
        return Plural(value, noun.One, noun.Many);
    }

    /// <summary>A count with its noun in the right number.</summary>
    public static string Plural(long value, string one, string many) => $"{Count(value)}{Space}{(value == 1 ? one : many)}";

    /// <summary>A whole number without separators, for addresses and attributes.</summary>
    public static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as short as it goes, for the ends of a scale: <c>0</c>, <c>100</c>, <c>2.5</c>.</summary>
    public static string Compact(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A coordinate of a drawing: at most one decimal, a point before it.</summary>
    public static string Coordinate(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A confidence level: <c>95 %</c> for 0.95.</summary>
    public static string Level(double level) => (level * 100).ToString("0.##", CultureInfo.InvariantCulture) + Space + "%";

    /// <summary>A day: <c>4 Aug 2026</c>, its parts held together.</summary>
    public static string Date(DateOnly day) =>
        day.ToString("d MMM yyyy", CultureInfo.InvariantCulture).Replace(" ", Space, StringComparison.Ordinal);

    /// <summary>A day for machines: <c>2026-08-04</c>.</summary>
    public static string IsoDate(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Words joined as in a sentence: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1],
    };

    /// <summary>Whether the sides of an interval differ by more than the last digit of its estimate, so that ± would hide that.</summary>
    public static bool IsLopsided(PrintedUnit unit, Interval interval, double estimate)
    {
        var text = Value(unit, estimate);
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - 1 - text.IndexOf('.', StringComparison.Ordinal) : 0;
        var times = unit.Unit == Unit.Usd ? PrintedNumber.PrintedCalls : 1;

        // A hair more than one digit is one that rounding made.
        return Math.Abs(interval.Low + interval.High - (2 * estimate)) * times * Math.Pow(10, decimals) > 1 + 1e-9;
    }

    private static string Grouped(string text) =>
        text.StartsWith(Minus, StringComparison.Ordinal) ? Minus + PrintedNumber.Grouped(text[1..]) : PrintedNumber.Grouped(text);

    private static string Fixed(double value, int decimals)
    {
        var text = PrintedNumber.Fixed(Math.Abs(value), decimals);
        return value < 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? Minus + text : text;
    }
}
