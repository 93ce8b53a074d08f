using System.Collections.Immutable;
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
