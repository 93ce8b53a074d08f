using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Browser;

/// <summary>The ratings of one row in one use case by one method, as they are written.</summary>
/// <param name="At">Number of the use case and method: groups of two rows can be paired where it is the same.</param>
/// <param name="Place">Figures and ratings of the same place may rest on the same answers.</param>
/// <param name="Items">Position of its list of items.</param>
/// <param name="Means">Per rated metric the means of the items.</param>
internal sealed record BoardGroup(int At, int Place, int Items, ItemMeans Means);

/// <summary>
/// The means of a group's items, short and exact. A mean of whole ratings is a fraction, so with a common denominator one character an
/// item is enough: its code counts from <c>#</c>, the lowest rating, in steps of one by the denominator (leaving out the backslash); a
/// space stands where nobody rated. Where items count by their ratings, their numbers of ratings are the denominators. Where that does
/// not do, the means are plain numbers.
/// </summary>
internal sealed class ItemMeans
{
    private const int HighestDenominator = 60;
    private const int FirstCode = '#';
    private const int HighestStep = '~' - FirstCode - 1;

    private readonly RatedGroup _group;
    private readonly ImmutableArray<Metric?> _metrics;

    private ItemMeans(RatedGroup group, ImmutableArray<Metric?> metrics)
    {
        (_group, _metrics) = (group, metrics);
        Denominator = group.HasSizes ? 0 : Enumerable.Range(1, HighestDenominator).FirstOrDefault(denominator =>
            metrics.OfType<Metric>().All(metric => MeansOf(metric).All(mean => double.IsNaN(mean) || IsStep(mean, metric, denominator))));
        Sizes = group.HasSizes ? [.. metrics.Select(SizesOf)] : null;
        Texts = [.. metrics.Select(metric => metric is null ? "" : TextOf(metric))];
    }

    /// <summary>The common denominator; 0 where there is none.</summary>
    public int Denominator { get; }

    /// <summary>Per metric the number of ratings of each item; null where each item counts the same.</summary>
    public ImmutableArray<ImmutableArray<int>>? Sizes { get; }

    /// <summary>Per metric one character an item; empty where the board does not use it, null where the numbers must do.</summary>
    public ImmutableArray<string?> Texts { get; }

    /// <summary>Collects the means of some metrics of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="metrics">The metrics; null for one that the board does not take from this group.</param>
    public static ItemMeans Of(RatedGroup group, IEnumerable<Metric?> metrics) => new(group, [.. metrics]);

    /// <summary>The means of the metric at a position as they are; null where nobody rated.</summary>
    public IEnumerable<double?> NumbersOf(int position) =>
        MeansOf(_metrics[position]!).Select(mean => double.IsNaN(mean) ? (double?)null : mean);

    private ImmutableArray<int> SizesOf(Metric? metric) =>
        metric is null ? [] : [.. _group.SizesOf(_group.Metrics.IndexOf(metric.Id)).ToArray().Select(size => (int)size)];

    private double[] MeansOf(Metric metric) => _group.ItemMeans(_group.Metrics.IndexOf(metric.Id)).ToArray();

    private static double Factor(Metric metric) => metric.UnitOfRating;

    private static double Step(double mean, Metric metric, int denominator) => Math.Round(mean * denominator / Factor(metric));

    // The reader divides the same whole numbers, so what is equal here is equal there to the last bit.
    private static bool IsStep(double mean, Metric metric, int denominator) =>
        Factor(metric) * Step(mean, metric, denominator) / denominator == mean;

    private string? TextOf(Metric metric)
    {
        if (_group.HasSizes)
        {
            return TextOfSums(metric, SizesOf(metric));
        }

        if (Denominator == 0 || metric.Scale is not { } scale || (long)(scale.Highest - scale.Lowest) * Denominator > HighestStep)
        {
            return null;
        }

        return string.Concat(MeansOf(metric).Select(mean =>
            double.IsNaN(mean) ? ' ' : Code((int)Step(mean, metric, Denominator) - (scale.Lowest * Denominator))));
    }

    private string? TextOfSums(Metric metric, ImmutableArray<int> sizes)
    {
        var means = MeansOf(metric);
        var scale = metric.Scale!;
        return sizes.Any(size => (long)(scale.Highest - scale.Lowest) * size > HighestStep)
            ? null
            : string.Concat(means.Select((mean, item) => double.IsNaN(mean)
                ? ' '
                : Code((int)Step(mean, metric, sizes[item]) - (scale.Lowest * sizes[item]))));
    }

    private static char Code(int step) => (char)(FirstCode + step + (FirstCode + step >= '\\' ? 1 : 0));
}
