using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Writing;

namespace CrmBench.Import.Kernel;

/// <summary>
/// Compares a tool's own figure with the samples that are given beside it. They replace it only where they are the same measurement:
/// as many, and with the same mean.
/// </summary>
internal static class OwnFigure
{
    /// <summary>Why the samples do not stand for the figure, as a sentence; null where they do.</summary>
    /// <param name="own">The tool's figure.</param>
    /// <param name="samples">The samples of its run, at least one.</param>
    public static string? Objection(DraftScore own, IReadOnlyCollection<DraftSample> samples)
    {
        const string stays = "The tool's own figure stays.";
        if (Reducer.Named(own.Reducer) is not { } reducer)
        {
            return $"How '{own.Reducer}' makes one value of several tries is not known here. {stays}";
        }

        var items = Tries.PerItem(Tries.ToItems(samples, reducer));
        if (own.ToldItems is { } count && count != items.Length && count != samples.Count)
        {
            return FormattableString.Invariant($"There are {items.Length} items here, and the figure is one of {count}. {stays}");
        }

        if (items.IsEmpty)
        {
            return $"There are too few tries for '{reducer.Name}'. {stays}";
        }

        var mean = ForeignFigure.ShareOf(own.Metric, new Located<decimal>(Figure.Mean(items), own.Figure.Value.Place)).In(own.Metric);
        return Agrees(own.Figure, own.Metric, mean) ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Their mean is {Figure.Of(decimal.Round(mean, 6))}, and the figure is {Figure.Of(own.Figure.In(own.Metric))}. {stays}");
    }

    /// <summary>Whether a mean is what the figure says, to the digits it is printed with.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="metric">Its metric.</param>
    /// <param name="mean">The mean in the metric's unit.</param>
    public static bool Agrees(ForeignFigure figure, Metric metric, decimal mean)
    {
        // A float that is written in full is exact but for its last digits.
        var lastDigit = figure.Convert((decimal)Math.Pow(10, -Math.Min(9, (int)figure.Value.Value.Scale)), metric);
        return Math.Abs(figure.In(metric) - mean) <= (lastDigit / 2) + 0.000001m;
    }
}
