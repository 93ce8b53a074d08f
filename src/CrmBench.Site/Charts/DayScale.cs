using System.Collections.Immutable;
using System.Globalization;

namespace CrmBench.Site.Charts;

/// <summary>A scale of days, whose ticks are first days of months or years. Values are <see cref="DateOnly.DayNumber"/>.</summary>
internal sealed class DayScale : Scale
{
    private const int MonthsOfAYear = 12;

    // Months from tick to tick, each of which ends years where it can.
    private static readonly ImmutableArray<int> Steps = [1, 2, 3, 6, 12, 24, 60, 120];

    private DayScale(double low, double high, double start, double end)
        : base(low, high, start, end)
    {
    }

    /// <summary>A scale of whole months around the range.</summary>
    /// <param name="range">What must be shown.</param>
    /// <param name="start">Pixel of the first day.</param>
    /// <param name="end">Pixel of the last day.</param>
    public static DayScale Around(ValueRange range, double start, double end) =>
        new(FirstOf(MonthOf(range.Low)), FirstOf(MonthOf(range.High) + 1), start, end);

    /// <summary>The label of a tick: a month with its year, or the year alone where all ticks are Januaries.</summary>
    /// <param name="value">A first day of a month.</param>
    /// <param name="decimals">0 where the year is enough.</param>
    public static string TickText(double value, int decimals) =>
        DateOnly.FromDayNumber((int)value).ToString(decimals == 0 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override double Share(double value) => (value - Low) / (High - Low);

    /// <inheritdoc/>
    protected override IEnumerable<(ImmutableArray<double> Values, int Decimals)> TickValues()
    {
        var (first, last) = (MonthOf(Low), MonthOf(High));
        foreach (var step in Steps)
        {
            var values = Enumerable.Range(first, last - first + 1).Where(month => month % step == 0).Select(FirstOf).ToImmutableArray();
            if (!values.IsEmpty)
            {
                yield return (values, step % MonthsOfAYear == 0 ? 0 : 1);
            }
        }
    }

    // Months are counted from January of the year 0, so that those of a step fall on the same months of every year.
    private static int MonthOf(double value)
    {
        var day = DateOnly.FromDayNumber((int)value);
        return day.Year * MonthsOfAYear + day.Month - 1;
    }

    private static double FirstOf(int month) => new DateOnly(month / MonthsOfAYear, month % MonthsOfAYear + 1, 1).DayNumber;
}
