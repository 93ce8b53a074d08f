using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CrmBench.Core.Scoring;

/// <summary>
/// The ratings of one submission in one use case by one method, averaged over raters within each item: the item is the unit that varies.
/// </summary>
public sealed class RatedGroup
{
    private readonly double[][] _itemMeans;

    /// <summary>Groups ratings; the arrays are kept, not copied.</summary>
    /// <param name="useCase">Identifier of the use case.</param>
    /// <param name="method">Identifier of the method.</param>
    /// <param name="items">Numbers of the items, rising; the same number in two submissions is the same item.</param>
    /// <param name="metrics">Identifiers of the rated metrics.</param>
    /// <param name="itemMeans">Per metric and item the mean over raters in the metric's unit; NaN where nobody rated.</param>
    /// <param name="ratingCounts">Per metric the number of single ratings.</param>
    internal RatedGroup(
        string useCase, string method, int[] items, ImmutableArray<string> metrics, double[][] itemMeans, int[] ratingCounts)
    {
        (UseCase, Method) = (useCase, method);
        (Metrics, _itemMeans) = (metrics, itemMeans);
        Items = ImmutableCollectionsMarshal.AsImmutableArray(items);
        RatingCounts = ImmutableCollectionsMarshal.AsImmutableArray(ratingCounts);
        Means = [.. itemMeans.Select(MeanOfPresent)];
        ItemCounts = [.. itemMeans.Select(means => means.Count(mean => !double.IsNaN(mean)))];
    }

    /// <summary>Identifier of the use case.</summary>
    public string UseCase { get; }

    /// <summary>Identifier of the method.</summary>
    public string Method { get; }

    /// <summary>Numbers of the items, rising.</summary>
    public ImmutableArray<int> Items { get; }

    /// <summary>Identifiers of the rated metrics.</summary>
    public ImmutableArray<string> Metrics { get; }

    /// <summary>Per metric the mean over items; NaN where no item has a rating.</summary>
    public ImmutableArray<double> Means { get; }

    /// <summary>Per metric the number of items with a rating.</summary>
    public ImmutableArray<int> ItemCounts { get; }

    /// <summary>Per metric the number of single ratings.</summary>
    public ImmutableArray<int> RatingCounts { get; }

    /// <summary>Per item the mean over raters of one metric; NaN where nobody rated.</summary>
    public ReadOnlySpan<double> ItemMeans(int metric) => _itemMeans[metric];

    /// <summary>
    /// Adds to <paramref name="influences"/> what each item adds to the weighted mean of a metric, so that the variance of a sum of
    /// such means is n/(n-1) times the sum of squares (linearization; exact where every item has every metric).
    /// </summary>
    internal void AddInfluences(int metric, double weight, Span<double> influences)
    {
        var means = _itemMeans[metric];
        for (var i = 0; i < means.Length; i++)
        {
            if (!double.IsNaN(means[i]))
            {
                influences[i] += weight * (means[i] - Means[metric]) / ItemCounts[metric];
            }
        }
    }

    /// <summary>The group with only the items at the given positions, rising.</summary>
    internal RatedGroup Restricted(ReadOnlySpan<int> positions)
    {
        var items = new int[positions.Length];
        var itemMeans = new double[Metrics.Length][];
        for (var m = 0; m < itemMeans.Length; m++)
        {
            itemMeans[m] = new double[positions.Length];
        }

        for (var i = 0; i < positions.Length; i++)
        {
            items[i] = Items[positions[i]];
            for (var m = 0; m < itemMeans.Length; m++)
            {
                itemMeans[m][i] = _itemMeans[m][positions[i]];
            }
        }

        return new RatedGroup(UseCase, Method, items, Metrics, itemMeans, [.. RatingCounts]);
    }

    private static double MeanOfPresent(double[] values)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
