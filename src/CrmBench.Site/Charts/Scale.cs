using System.Collections.Immutable;

namespace CrmBench.Site.Charts;

/// <summary>The values an axis must show, from the lowest to the highest. The default value is the single value 0.</summary>
/// <param name="Low">Lowest value, finite.</param>
/// <param name="High">Highest value, finite, not below <paramref name="Low"/>.</param>
internal readonly record struct ValueRange(double Low, double High)
{
    /// <summary>
    /// The range of the estimates, widened for their intervals. One interval that is far wider than the rest would press everything
    /// else together, so no interval widens the range by more than twice the estimates' span or the middle interval's length;
    /// what reaches beyond is drawn clipped.
    /// </summary>
    /// <param name="values">Estimates; those that are not finite are left out.</param>
    /// <param name="whiskers">Their intervals.</param>
    /// <returns>Null where no estimate is finite.</returns>
    public static ValueRange? Covering(IEnumerable<double> values, IEnumerable<Whisker> whiskers)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low > high)
        {
            return null;
        }

        var finite = whiskers.Where(whisker => double.IsFinite(whisker.Low) && double.IsFinite(whisker.High)).ToArray();
        var lengths = finite.Select(whisker => whisker.High - whisker.Low).Order().ToArray();
        var middle = lengths.Length == 0 ? 0 : lengths[(lengths.Length - 1) / 2];
        var reach = 2 * Math.Max(high - low, middle);
        var (least, most) = (low - reach, high + reach);
        foreach (var whisker in finite)
        {
            low = Math.Min(low, Math.Max(least, whisker.Low));
            high = Math.Max(high, Math.Min(most, whisker.High));
        }

        return new ValueRange(low, high);
    }
}

/// <summary>A labelled place on an axis.</summary>
/// <param name="Position">In pixels.</param>
/// <param name="LabelAt">Middle of its label, in pixels; differs where the label would leave the chart.</param>
/// <param name="Text">The label.</param>
internal sealed record Tick(double Position, double LabelAt, string Text);

/// <summary>Maps values to pixels along one direction.</summary>
internal abstract class Scale
{
    /// <summary>Creates a scale.</summary>
    /// <param name="low">Value at <paramref name="start"/>.</param>
    /// <param name="high">Value at <paramref name="end"/>, above <paramref name="low"/>.</param>
    /// <param name="start">Pixel of the lowest value.</param>
    /// <param name="end">Pixel of the highest value; less than <paramref name="start"/> where values grow upwards or leftwards.</param>
    protected Scale(double low, double high, double start, double end)
    {
        if (!(high > low))
        {
            throw new ArgumentOutOfRangeException(nameof(high), high, "A scale needs two different ends.");
        }

        (Low, High, Start, End) = (low, high, start, end);
    }

    /// <summary>Lowest value shown.</summary>
    public double Low { get; }

    /// <summary>Highest value shown.</summary>
    public double High { get; }

    /// <summary>Pixel of the lowest value.</summary>
    public double Start { get; }

    /// <summary>Pixel of the highest value.</summary>
    public double End { get; }

    /// <summary>Whether the value has a place on the scale, ends included.</summary>
    public bool Shows(double value) => value >= Low && value <= High;

    /// <summary>The pixel of a value; a value beyond the scale is put at its nearer end.</summary>
    /// <param name="value">Any value but NaN.</param>
    public double At(double value) =>
        value <= Low ? Start : value >= High ? End : Start + (End - Start) * Share(value);

    /// <summary>The most ticks whose labels keep apart along a horizontal scale.</summary>
    /// <param name="text">Label of a value, given the decimals that tell ticks apart, or -1 where each finds its own.</param>
    /// <param name="width">Width of the chart: labels at its edges are moved to stay within.</param>
    /// <returns>In rising order of value; at least one unless no round value lies on the scale.</returns>
    public ImmutableArray<Tick> HorizontalTicks(Func<double, int, string> text, double width)
    {
        return Ticks(text, LabelWidth, 14, Within);

        // A label wider than the chart begins at its left edge.
        double Within(double at, string label) => Math.Max(LabelWidth(label) / 2, Math.Min(at, width - LabelWidth(label) / 2));

        static double LabelWidth(string label) => TextWidth.Of(label, ChartType.Tick);
    }

    /// <summary>The most ticks that keep 28 pixels apart along a vertical scale.</summary>
    /// <param name="text">As for <see cref="HorizontalTicks"/>.</param>
    /// <returns>In rising order of value; at least one unless no round value lies on the scale.</returns>
    public ImmutableArray<Tick> VerticalTicks(Func<double, int, string> text) => Ticks(text, _ => ChartType.Tick, 16, (at, _) => at);

    /// <summary>Where a value between the ends lies, from 0 to 1.</summary>
    protected abstract double Share(double value);

    /// <summary>Sets of round values on the scale with the decimals they need, the densest first.</summary>
    protected abstract IEnumerable<(ImmutableArray<double> Values, int Decimals)> TickValues();

    private ImmutableArray<Tick> Ticks(
        Func<double, int, string> text, Func<string, double> length, double gap, Func<double, string, double> place)
    {
        ImmutableArray<Tick> fewest = [];
        foreach (var (values, decimals) in TickValues())
        {
            fewest = [.. values.Select(value => Label(At(value), text(value, decimals)))];
            if (KeepApart(fewest, length, gap))
            {
                return fewest;
            }
        }

        // Not even the coarsest set fits: its first label alone does.
        return fewest.IsEmpty ? fewest : [fewest[0]];

        Tick Label(double at, string label) => new(at, place(at, label), label);
    }

    private static bool KeepApart(ImmutableArray<Tick> ticks, Func<string, double> length, double gap)
    {
        for (var i = 1; i < ticks.Length; i++)
        {
            var needed = (length(ticks[i - 1].Text) + length(ticks[i].Text)) / 2 + gap;
            if (Math.Abs(ticks[i].LabelAt - ticks[i - 1].LabelAt) < needed)
            {
                return false;
            }
        }

        return true;
    }
}

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

        // One decade at most in little room: it with the two ends, then it alone, or the ends where there is none.
        yield return Set(all.Where((index, i) => Lead(index) == 0 || i == 0 || i == all.Length - 1));
        var decade = all.Where(index => Lead(index) == 0).Take(1).ToArray();
        yield return Set(decade.Length > 0 ? decade : [.. all.Take(1), .. all.Skip(1).TakeLast(1)]);
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
