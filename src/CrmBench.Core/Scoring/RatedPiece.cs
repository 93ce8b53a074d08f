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

    private Interval Scale => new(
        Weights.Sum(weight => weight.Weight * Group.Scales[weight.Metric].Low),
        Weights.Sum(weight => weight.Weight * Group.Scales[weight.Metric].High));

    /// <summary>The same sum over some items only.</summary>
    public RatedPiece Restricted(ReadOnlySpan<int> positions) => new(Group.Restricted(positions), Weights);

    /// <summary>Whether every weighted metric has at least one rated item.</summary>
    public bool IsWhole => Weights.All(weight => Group.ItemCounts[weight.Metric] > 0);
}
