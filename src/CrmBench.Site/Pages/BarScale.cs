using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>The scale that all bars of one column share.</summary>
/// <param name="Low">Value at the left end.</param>
/// <param name="High">Value at the right end, above <paramref name="Low"/>.</param>
internal sealed record BarScale(double Low, double High)
{
    /// <summary>A grade's scale, 0 to 100 for percents, otherwise 0 to the largest value or interval end.</summary>
    public static BarScale For(Dimension dimension, IEnumerable<Estimate?> estimates) => dimension.Unit switch
    {
        Unit.Grade when dimension.Scale is { } scale => new(scale.Lowest, scale.Highest),
        Unit.Percent => new(0, 100),
        _ => UpTo(estimates.OfType<Estimate>().Select(estimate => estimate.Interval?.High ?? estimate.Value)),
    };

    /// <summary>The bar of an estimate as a template draws it, in hundredths of the scale; ends beyond the scale are cut at it.</summary>
    public ScriptObject Bar(Estimate estimate)
    {
        var bar = new ScriptObject { ["end"] = Position(estimate.Value), ["low"] = null, ["high"] = null };
        if (estimate.Interval is { } interval)
        {
            bar["low"] = Position(interval.Low);
            bar["high"] = Position(interval.High);
        }

        return bar;
    }

    private static BarScale UpTo(IEnumerable<double> values)
    {
        var highest = values.DefaultIfEmpty(1).Max();
        return new(0, highest > 0 ? highest : 1);
    }

    private string Position(double value) => Format.Coordinate(Math.Clamp((value - Low) / (High - Low), 0, 1) * 100);
}
