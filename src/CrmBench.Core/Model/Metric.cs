using System.Collections.Immutable;

namespace CrmBench.Core.Model;

/// <summary>What is measured.</summary>
public sealed record Metric
{
    /// <summary>Identifier; also the column of <c>ratings.csv</c> and the value of <c>metric</c> in <c>scores.csv</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Name { get; init; }

    /// <summary>One or two sentences on what a number means.</summary>
    public required string Description { get; init; }

    /// <summary>What the numbers are.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Which way is better.</summary>
    public required Direction Better { get; init; }

    /// <summary>The methods that may fill it; at least one.</summary>
    public required ImmutableArray<string> Methods { get; init; }

    /// <summary>Whether it enters its dimension's mean; others are shown beside it.</summary>
    public bool Counted { get; init; } = true;

    /// <summary>
    /// The rating scale: always with <see cref="Unit.Grade"/>. With <see cref="Unit.Percent"/> it begins at 0, and a rating is shown as its
    /// share of the highest; from 0 to 1 it is a flag.
    /// </summary>
    public RatingScale? Scale { get; init; }

    /// <summary>Which statistic of <c>latencies.csv</c> it states; the mean elsewhere.</summary>
    public Statistic Statistic { get; init; } = Statistic.Mean;

    /// <summary>
    /// k where the metric is pass^k, the share of tasks solved in all of k trials; null otherwise.
    /// Its rows in <c>scores.csv</c> give the number of tasks in <c>n</c> and the trials of each task in <c>trials</c>.
    /// </summary>
    public int? PassPower { get; init; }

    /// <summary>Metrics whose plain mean is this one; empty for a metric that is measured itself.</summary>
    public ImmutableArray<Metric> Parts { get; init; } = [];

    /// <summary>Whether it is rated yes or no, and the rate of yes is shown.</summary>
    public bool IsFlag => Unit == Unit.Percent && Scale is { Lowest: 0, Highest: 1 };

    /// <summary>What a rating is multiplied by to be in the metric's unit: 1 for grades, 100 over the highest rating for percent.</summary>
    public double UnitOfRating => Unit == Unit.Percent ? 100.0 / (Scale?.Highest ?? 1) : 1.0;

    /// <summary>Identifier of the method that fills it on a board of a method: that one where it may, else the metric's first.</summary>
    public string FilledBy(Method method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return Methods.Contains(method.Id) ? method.Id : Methods[0];
    }
}
