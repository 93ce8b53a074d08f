using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Scoring;

public class RatedGroupTests
{
    [Fact]
    public void Influences_of_one_complete_metric_give_what_item_means_give()
    {
        double[] items = [3, 4, 2, 4, 3.5];
        var group = Group(items);
        var influences = new double[items.Length];
        group.AddInfluences(0, 1, influences);

        var linear = ClusteredMean.FromInfluences(group.Means[0], influences)!;

        var plain = ClusteredMean.FromItems(items)!;
        Assert.Equal(plain.Value, linear.Value, 1e-15);
        Assert.Equal(plain.StandardError!.Value, linear.StandardError!.Value, 1e-15);
    }

    [Fact]
    public void Influences_of_complete_metrics_give_what_the_mean_of_each_items_metrics_gives()
    {
        double[] first = [3, 4, 2, 4, 3.5];
        double[] second = [1, 4, 3, 3, 2];
        var group = Group(first, second);
        var influences = new double[5];
        group.AddInfluences(0, 0.5, influences);
        group.AddInfluences(1, 0.5, influences);

        var linear = ClusteredMean.FromInfluences((group.Means[0] + group.Means[1]) / 2, influences)!;

        var plain = ClusteredMean.FromItems([.. first.Zip(second, (a, b) => (a + b) / 2)])!;
        Assert.Equal(plain.Value, linear.Value, 1e-15);
        Assert.Equal(plain.StandardError!.Value, linear.StandardError!.Value, 1e-15);
    }

    [Fact]
    public void A_missing_metric_has_no_influence_and_the_rest_weigh_by_how_many_there_are()
    {
        var group = Group([1, double.NaN, 4]);
        var influences = new double[3];

        group.AddInfluences(0, 0.5, influences);

        Assert.Equal(2.5, group.Means[0]);
        Assert.Equal([-0.375, 0, 0.375], influences);
    }

    [Fact]
    public void A_metric_that_nothing_has_has_no_mean_and_no_influence()
    {
        var group = Group([double.NaN, double.NaN]);
        double[] influences = [0.5, -0.5];

        group.AddInfluences(0, 1, influences);

        Assert.Equal(double.NaN, group.Means[0]);
        Assert.Equal([0.5, -0.5], influences);
    }

    /// <summary>One rating an item and metric.</summary>
    private static RatedGroup Group(params double[][] metrics) => new(
        "a",
        "people",
        [.. Enumerable.Range(0, metrics[0].Length)],
        [.. metrics.Select((_, metric) => $"metric-{metric}")],
        metrics,
        [.. metrics.Select(values => values.Count(value => !double.IsNaN(value)))],
        [.. metrics.Select(_ => new Interval(1, 4))],
        new ConfidenceLevel(0.95));
}
