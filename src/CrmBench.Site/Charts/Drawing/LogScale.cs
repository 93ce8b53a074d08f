using System.Collections.Immutable;

namespace CrmBench.Site.Charts.Drawing;

/// <summary>A scale on which equal ratios have equal lengths: money and seconds, where twice as much is the same step everywhere.</summary>
internal sealed class LogScale : Scale
{
    /// <summary>Creates a scale with exactly these ends.</summary>
    /// <inheritdoc cref="Scale(double, double, double, double)"/>
    public LogScale(double low, double high, double start, double end)
        : base(low, high, start, end) =>
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(low);

    /// <summary>A scale from and to 1, 2 or 5 times a power of ten around the range.</summary>
    /// <param name="range">What must be shown, above 0; a single value gets room on both sides.</param>
    /// <param name="start">Pixel of the lowest value.</param>
    /// <param name="end">Pixel of the highest value.</param>
    public static LogScale Around(ValueRange range, double start, double end)
    {
        var low = Index(range.Low, Math.Floor, 1e-9);
        var high = Index(range.High, Math.Ceiling, -1e-9);
        return high - low < 2
            ? new LogScale(Value(low - 1), Value(high + 1), start, end)
            : new LogScale(Value(low), Value(high), start, end);
    }

    /// <inheritdoc/>
    protected override double Share(double value) => Math.Log(value / Low) / Math.Log(High / Low);

    /// <inheritdoc/>
    protected override IEnumerable<(ImmutableArray<double> Values, int Decimals)> TickValues()
    {
        var low = Index(Low, Math.Ceiling, -1e-9);
        var high = Index(High, Math.Floor, 1e-9);
        var all = Enumerable.Range(low, Math.Max(0, high - low + 1)).ToArray();

        yield return Set(all);

        // Only 1 and 5 of each decade, then ever wider steps of whole decades.
        yield return Set(all.Where(index => Lead(index) != 1));
        for (var decades = 1; decades <= all.Length; decades *= 2)
        {
            var stride = 3 * decades;
            var set = Set(all.Where(index => (index % stride + stride) % stride == 0));
            if (set.Values.Length > 1)
            {
                yield return set;
            }
        }

        // Less than a decade in little room: its two ends.
        if (all.Length > 1)
        {
            yield return Set([all[0], all[^1]]);
        }
    }

    // Decimals differ from tick to tick here, so each label finds its own.
    private static (ImmutableArray<double> Values, int Decimals) Set(IEnumerable<int> indices) => ([.. indices.Select(Value)], -1);

    private static int Lead(int index) => (index % 3 + 3) % 3;

    /// <summary>The numbers ..., 0.5, 1, 2, 5, 10, 20, ... counted so that 1 is number 0.</summary>
    private static double Value(int index)
    {
        var decade = (index - Lead(index)) / 3;
        double lead = Lead(index) switch { 0 => 1, 1 => 2, _ => 5 };

        // Dividing by a whole power is exact to the last digit where multiplying by 0.1 is not.
        return decade >= 0 ? lead * Math.Pow(10, decade) : lead / Math.Pow(10, -decade);
    }

    private static int Index(double value, Func<double, double> round, double slack)
    {
        var decade = (int)Math.Floor(Math.Log10(value) + 1e-12);
        var lead = value / Math.Pow(10, decade);

        // Between 1, 2, 5 and 10 the place need not be exact: it is only rounded to the neighbour on one side.
        var place = lead <= 2 ? lead - 1 : lead <= 5 ? 1 + (lead - 2) / 3 : 2 + (lead - 5) / 5;
        return 3 * decade + (int)round(place + slack);
    }
}
