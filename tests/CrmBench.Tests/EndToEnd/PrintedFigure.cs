using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmBench.Tests.EndToEnd;

/// <summary>Numbers as readers see them, held against the numbers they were printed from.</summary>
internal static partial class PrintedFigure
{
    /// <summary>Whether a text is a number, rounded to the decimals that it shows.</summary>
    /// <param name="text">The text: <c>71.6</c>, <c>$1,842</c>, <c>−0.3</c>.</param>
    /// <param name="value">The number.</param>
    /// <param name="times">What it is printed for: a thousand calls.</param>
    public static bool Is(string text, double value, double times = 1)
    {
        var plain = text.Replace('\u2212', '-').Replace("$", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Trim();
        var decimals = plain.Contains('.', StringComparison.Ordinal) ? plain.Length - 1 - plain.IndexOf('.', StringComparison.Ordinal) : 0;
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var shown)
            && Math.Abs(shown - (value * times)) <= (0.5 * Math.Pow(10, -decimals)) + (1e-9 * Math.Abs(shown));
    }

    /// <summary>Whether a text is an interval: both its ends, or half its width.</summary>
    public static bool IsInterval(string text, double low, double high, double times = 1) =>
        Numbers().Matches(text).Select(number => number.Value).ToArray() switch
        {
            [var half] when text.StartsWith('±') => Is(half, (high - low) / 2, times),
            [var first, var second] => Is(first, low, times) && Is(second, high, times),
            _ => false,
        };

    /// <summary>The numbers in a text.</summary>
    public static string[] In(string text) => [.. Numbers().Matches(text).Select(number => number.Value)];

    [GeneratedRegex(@"\u2212?\$?[0-9][0-9,]*(?:\.[0-9]+)?")]
    private static partial Regex Numbers();
}
