using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>A weighted sum of the metrics of one rated group: the part of a mixture that rests on the same items.</summary>
/// <param name="Group">The ratings.</param>
/// <param name="Weights">Position of each metric in the group and its weight.</param>
internal sealed record RatedPiece(RatedGroup Group, ImmutableArray<(int Metric, double Weight)> Weights)
{
    private double[]? _influences;
    private MeanEstimate? _mean;

    /// <summary>
    /// The weighted sum over the items that have any of the metrics. The other items of the group say nothing about the sum, so they must
    /// not count among its items.
    /// </summary>
    public static RatedPiece Of(RatedGroup group, ImmutableArray<(int Metric, double Weight)> weights)
    {
        foreach (var (metric, _) in weights)
        {
            if (group.ItemCounts[metric] == group.Items.Length)
            {
                return new RatedPiece(group, weights);
            }
        }

        var positions = new List<int>(group.Items.Length);
        for (var item = 0; item < group.Items.Length; item++)
        {
            if (weights.Any(weight => !double.IsNaN(group.ItemMeans(weight.Metric)[item])))
            {
                positions.Add(item);
            }
        }

        var piece = new RatedPiece(group, weights);
        return positions.Count == group.Items.Length ? piece : piece.Restricted([.. positions]);
    }

    /// <summary>The use case and method: pieces of two submissions can be paired where these agree.</summary>
    public (string UseCase, string Method) At => (Group.UseCase, Group.Method);

    /// <summary>The weighted sum of the metrics' means.</summary>
    public double Value
    {
        get
        {
            var sum = 0.0;
            foreach (var (metric, weight) in Weights)
            {
                sum += weight * Group.Means[metric];
            }

            return sum;
        }
    }

    /// <summary>What each item adds to the sum; the squares give its variance.</summary>
    public ReadOnlySpan<double> Influences
    {
        get
        {
            if (_influences is null)
            {
                var influences = new double[Group.Items.Length];
                foreach (var (metric, weight) in Weights)
                {
                    Group.AddInfluences(metric, weight, influences);
                }

                _influences = influences;
            }

            return _influences;
        }
    }

    /// <summary>The sum with its standard error, clustered by item; where no item differs from another, with the least error there can be.</summary>
    public MeanEstimate ToMean() => _mean ??= BoundedMean.WithLeastError(
        ClusteredMean.FromInfluences(Value, Influences)!, Scale, Group.Level);

    /// <summary>
    /// Number of items where all but <see cref="BoundedMean.FewItems"/> at most lie at the nearer end of the scale, else 0.
    /// </summary>
    public int NearlyAlike
    {
        get
        {
            var atLow = Value - Scale.Low < Scale.High - Value;
            var off = 0;
            for (var item = 0; item < Group.Items.Length && off <= BoundedMean.FewItems; item++)
            {
                off += IsOff(item, atLow) ? 1 : 0;
            }

            return off <= BoundedMean.FewItems ? Group.Items.Length : 0;
        }
    }

    private bool IsOff(int item, bool atLow)
    {
        foreach (var (metric, _) in Weights)
        {
            var mean = Group.ItemMeans(metric)[item];
            var scale = Group.Scales[metric];
            if (!double.IsNaN(mean) && mean != (atLow ? scale.Low : scale.High))
            {
                return true;
            }
        }

        return false;
    }

    private Interval Scale => new(
        Weights.Sum(weight => weight.Weight * Group.Scales[weight.Metric].Low),
        Weights.Sum(weight => weight.Weight * Group.Scales[weight.Metric].High));

    /// <summary>The same sum over some items only.</summary>
    public RatedPiece Restricted(ReadOnlySpan<int> positions) => new(Group.Restricted(positions), Weights);

    /// <summary>Whether every metric of the sum has at least one rated item.</summary>
    public bool IsWhole => Weights.All(weight => Group.ItemCounts[weight.Metric] > 0);
}

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
