using System.Collections.Immutable;

namespace CrmBench.Site.Charts.Drawing;

/// <summary>A scale on which equal differences have equal lengths.</summary>
internal sealed class LinearScale : Scale
{
    /// <summary>No axis carries more ticks than this.</summary>
    private const int MostIntervals = 10;

    /// <summary>Creates a scale with exactly these ends.</summary>
    /// <inheritdoc cref="Scale(double, double, double, double)"/>
    public LinearScale(double low, double high, double start, double end)
        : base(low, high, start, end)
    {
    }

    /// <summary>A scale whose ends are round numbers around the range, and within the bounds.</summary>
    /// <param name="range">What must be shown; a single value gets room on both sides.</param>
    /// <param name="least">Least possible value, such as 0 percent; the scale never begins below it.</param>
    /// <param name="most">Greatest possible value; the scale never ends above it.</param>
    /// <param name="start">Pixel of the lowest value.</param>
    /// <param name="end">Pixel of the highest value.</param>
    public static LinearScale Around(ValueRange range, double? least, double? most, double start, double end)
    {
        var floor = least ?? double.NegativeInfinity;
        var ceiling = most ?? double.PositiveInfinity;
        var low = Math.Clamp(range.Low, floor, ceiling);
        var high = Math.Clamp(range.High, floor, ceiling);

        // Values that agree in six digits are one value to a reader, and their ticks would need as many.
        if (high - low <= 1e-6 * Math.Max(Math.Abs(low), Math.Abs(high)))
        {
            var room = low == 0 ? 1 : Math.Abs(low) / 10;
            (low, high) = (Math.Max(floor, low - room), Math.Min(ceiling, high + room));
        }

        var step = RoundStep((high - low) / 5);
        low = Math.Max(floor, Math.Floor(low / step + 1e-9) * step);
        high = Math.Min(ceiling, Math.Ceiling(high / step - 1e-9) * step);
        return new LinearScale(low, high, start, end);
    }

    /// <inheritdoc/>
    protected override double Share(double value) => (value - Low) / (High - Low);

    /// <inheritdoc/>
    protected override IEnumerable<(ImmutableArray<double> Values, int Decimals)> TickValues()
    {
        for (var step = RoundStep((High - Low) / MostIntervals); step <= 2 * (High - Low); step = RoundStep(step * 1.1))
        {
            var first = (long)Math.Ceiling(Low / step - 1e-9);
            var last = (long)Math.Floor(High / step + 1e-9);
            if (last < first)
            {
                yield break;
            }

            var values = ImmutableArray.CreateBuilder<double>();
            for (var i = first; i <= last; i++)
            {
                values.Add(i * step);
            }

            yield return (values.ToImmutable(), Math.Clamp((int)-Math.Floor(Math.Log10(step) + 1e-9), 0, 15));
        }
    }

    /// <summary>The least of 1, 2 or 5 times a power of ten that is not below the given length.</summary>
    private static double RoundStep(double length)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(length)));
        var lead = length / power * (1 - 1e-9);
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    }
}
