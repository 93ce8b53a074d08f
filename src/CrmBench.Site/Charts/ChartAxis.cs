using System.Globalization;
using CrmBench.Core.Model;

namespace CrmBench.Site.Charts;

/// <summary>One direction of a chart: what it measures and how its values are written.</summary>
/// <param name="Name">Name with unit, such as "Cost, US$ per task"; also the heading of its column in the chart's data.</param>
/// <param name="Format">Writes a value in tooltips, beside marks and in the chart's data; the site's own number format.</param>
internal sealed record ChartAxis(string Name, Func<double, string> Format)
{
    private const double LeastOnLog = 1e-9;

    /// <summary>Whether equal ratios have equal lengths. Values of 0 or less then stand at the lower end with a mark.</summary>
    public bool Log { get; init; }

    /// <summary>Whether values are days, as <see cref="DateOnly.DayNumber"/>.</summary>
    public bool Days { get; init; }

    /// <summary>Which way is better.</summary>
    public Direction Better { get; init; } = Direction.Higher;

    /// <summary>Least possible value, or null; a scale never begins below it.</summary>
    public double? Least { get; init; }

    /// <summary>Greatest possible value, or null; a scale never ends above it.</summary>
    public double? Most { get; init; }

    /// <summary>Currency sign before the numbers of ticks, or empty. Amounts then have no decimals or at least two.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Power of ten, 0 or more, of what ticks say of a value: 3 where values are those of a call and ticks are for 1,000 calls.</summary>
    public int Power { get; init; }

    /// <summary>Unit behind the numbers of ticks, such as " s" or "%", or empty.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>A scale that shows the estimates and, within reason, their intervals.</summary>
    /// <returns>Null where there is no value to show.</returns>
    public Scale? Over(IEnumerable<double> values, IEnumerable<Whisker> whiskers, double start, double end)
    {
        if (Days)
        {
            return ValueRange.Covering(values, whiskers) is { } days ? DayScale.Around(days, start, end) : null;
        }

        if (!Log)
        {
            return ValueRange.Covering(values, whiskers) is { } range ? LinearScale.Around(range, Least, Most, start, end) : null;
        }

        // A log axis has no place for 0, nor for what is so little that it must be a slip.
        // Should there be nothing else, one unit's surroundings serve to show it at the end.
        var all = values.Where(double.IsFinite).ToArray();
        var positive = all.Where(value => value > LeastOnLog).Select(Math.Log10);
        var logs = whiskers
            .Where(whisker => whisker.Low > LeastOnLog)
            .Select(whisker => new Whisker(Math.Log10(whisker.Low), Math.Log10(whisker.High)));
        return ValueRange.Covering(positive, logs) is { } exponents
            ? LogScale.Around(new ValueRange(Math.Pow(10, exponents.Low), Math.Pow(10, exponents.High)), start, end)
            : all.Length > 0 ? new LogScale(0.1, 10, start, end) : null;
    }

    /// <summary>The label of a tick.</summary>
    /// <param name="value">A round value.</param>
    /// <param name="decimals">Decimals to write, or -1 for as many as the value needs.</param>
    public string TickText(double value, int decimals)
    {
        if (Days)
        {
            return DayScale.TickText(value, decimals);
        }

        var magnitude = Math.Abs(value) * Math.Pow(10, Power);
        decimals = decimals < 0 ? decimals : Math.Max(0, decimals - Power);
        if (magnitude >= 1e9 || (magnitude > 0 && magnitude < 1e-6))
        {
            return Minus(value) + Currency + magnitude.ToString("0.##########E+0", CultureInfo.InvariantCulture) + Suffix;
        }

        var format = decimals < 0 ? "#,0.######" : decimals == 0 ? "#,0" : "#,0." + new string('0', decimals);
        var number = magnitude.ToString(format, CultureInfo.InvariantCulture);
        if (Currency.Length > 0 && number.Length > 1 && number[^2] == '.')
        {
            number += "0";
        }

        return Minus(value) + Currency + number + Suffix;
    }

    /// <summary>A value with its interval: "71.6 (67.4 to 75.8)".</summary>
    public string WithInterval(double value, Whisker? interval) =>
        interval is null ? Format(value) : $"{Format(value)} ({Format(interval.Low)} {ChartWords.To} {Format(interval.High)})";

    private static string Minus(double value) => value < 0 ? "\u2212" : "";
}
