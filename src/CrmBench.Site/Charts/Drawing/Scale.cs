using System.Collections.Immutable;

namespace CrmBench.Site.Charts.Drawing;

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
