using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>
/// The ratings of one submission in one use case by one method, averaged over raters within each item: the item is the unit that varies.
/// Where single ratings are known each item counts the same; of ratings added up by item each rating does, as in the mean of all.
/// </summary>
public sealed class RatedGroup
{
    private readonly double[][] _itemMeans;
    private readonly double[][]? _sizes;

    /// <summary>Groups ratings; the arrays are kept, not copied.</summary>
    /// <param name="useCase">Identifier of the use case.</param>
    /// <param name="method">Identifier of the method.</param>
    /// <param name="items">Numbers of the items, rising; the same number in two submissions is the same item.</param>
    /// <param name="metrics">Identifiers of the rated metrics.</param>
    /// <param name="itemMeans">Per metric and item the mean over raters in the metric's unit; NaN where nobody rated.</param>
    /// <param name="ratingCounts">Per metric the number of single ratings.</param>
    /// <param name="scales">Per metric the lowest and highest possible value in its unit.</param>
    /// <param name="level">The level of intervals.</param>
    /// <param name="sizes">Per metric and item its number of ratings, where each rating counts the same; null where each item does.</param>
    internal RatedGroup(
        string useCase,
        string method,
        int[] items,
        ImmutableArray<string> metrics,
        double[][] itemMeans,
        int[] ratingCounts,
        ImmutableArray<Interval> scales,
        ConfidenceLevel level,
        double[][]? sizes = null)
    {
        (UseCase, Method, Level) = (useCase, method, level);
        (Metrics, Scales, _itemMeans, _sizes) = (metrics, scales, itemMeans, sizes);
        Items = ImmutableCollectionsMarshal.AsImmutableArray(items);
        RatingCounts = ImmutableCollectionsMarshal.AsImmutableArray(ratingCounts);
        Means = [.. itemMeans.Select((means, metric) => MeanOfPresent(means, sizes?[metric]))];
        ItemCounts = [.. itemMeans.Select(means => means.Count(mean => !double.IsNaN(mean)))];
        Weights = sizes is null ? [.. ItemCounts.Select(count => (double)count)] : [.. itemMeans.Select(SizeOfPresent)];
    }

    /// <summary>Identifier of the use case.</summary>
    public string UseCase { get; }

    /// <summary>Identifier of the method.</summary>
    public string Method { get; }

    /// <summary>Numbers of the items, rising.</summary>
    public ImmutableArray<int> Items { get; }

    /// <summary>Identifiers of the rated metrics.</summary>
    public ImmutableArray<string> Metrics { get; }

    /// <summary>The level of intervals.</summary>
    public ConfidenceLevel Level { get; }

    /// <summary>Per metric the lowest and highest possible value, in the metric's unit.</summary>
    public ImmutableArray<Interval> Scales { get; }

    /// <summary>Whether items count by their numbers of ratings: <see cref="SizesOf"/>.</summary>
    public bool HasSizes => _sizes is not null;

    /// <summary>Per metric the mean over items; NaN where no item has a rating.</summary>
    public ImmutableArray<double> Means { get; }

    /// <summary>Per metric the number of items with a rating.</summary>
    public ImmutableArray<int> ItemCounts { get; }

    /// <summary>Per metric the number of single ratings.</summary>
    public ImmutableArray<int> RatingCounts { get; }

    /// <summary>Per metric what its items count together: their number, or that of their ratings.</summary>
    private ImmutableArray<double> Weights { get; }

    /// <summary>Per item the mean over raters of one metric; NaN where nobody rated.</summary>
    public ReadOnlySpan<double> ItemMeans(int metric) => _itemMeans[metric];

    /// <summary>Per item its number of ratings of one metric; empty where each item counts the same.</summary>
    public ReadOnlySpan<double> SizesOf(int metric) => _sizes is null ? [] : _sizes[metric];

    /// <summary>
    /// Adds to <paramref name="influences"/> what each item adds to the weighted mean of a metric, so that the variance of a sum of
    /// such means is n/(n-1) times the sum of squares (linearization; exact where every item has every metric).
    /// </summary>
    internal void AddInfluences(int metric, double weight, Span<double> influences)
    {
        var means = _itemMeans[metric];
        var sizes = _sizes?[metric];
        for (var i = 0; i < means.Length; i++)
        {
            if (!double.IsNaN(means[i]))
            {
                influences[i] += weight * (means[i] - Means[metric]) * (sizes is null ? 1 : sizes[i]) / Weights[metric];
            }
        }
    }

    /// <summary>The group with only the items at the given positions, rising.</summary>
    internal RatedGroup Restricted(ReadOnlySpan<int> positions)
    {
        var items = At(positions, [.. Items]);
        var itemMeans = new double[Metrics.Length][];
        var sizes = _sizes is null ? null : new double[Metrics.Length][];
        for (var m = 0; m < itemMeans.Length; m++)
        {
            itemMeans[m] = At(positions, _itemMeans[m]);
            if (sizes is not null)
            {
                sizes[m] = At(positions, _sizes![m]);
            }
        }

        return new RatedGroup(UseCase, Method, items, Metrics, itemMeans, [.. RatingCounts], Scales, Level, sizes);
    }

    private static T[] At<T>(ReadOnlySpan<int> positions, T[] all)
    {
        var some = new T[positions.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            some[i] = all[positions[i]];
        }

        return some;
    }

    private static double MeanOfPresent(double[] values, double[]? sizes)
    {
        var (sum, count) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                var size = sizes is null ? 1 : sizes[i];
                sum += size * values[i];
                count += size;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private double SizeOfPresent(double[] values, int metric)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += double.IsNaN(values[i]) ? 0 : _sizes![metric][i];
        }

        return sum;
    }
}
