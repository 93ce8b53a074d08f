using System.Collections.Immutable;

namespace CrmBench.Core.Model;

/// <summary>One thing readers compare models by, such as accuracy; it holds metrics.</summary>
public sealed record Dimension
{
    /// <summary>Identifier, such as <c>accuracy</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Name { get; init; }

    /// <summary>One or two sentences on what it tells.</summary>
    public required string Description { get; init; }

    /// <summary>What being best on it is called, as a heading: <c>Fewest errors</c>; null where the benchmark names nothing.</summary>
    public string? Best { get; init; }

    /// <summary>The metrics, in the order of display; at least one is counted, and the counted share unit, direction and scale.</summary>
    public required ImmutableArray<Metric> Metrics { get; init; }

    /// <summary>Bands of cost; only where the unit is <see cref="Unit.Usd"/>.</summary>
    public Tiers? Tiers { get; init; }

    /// <summary>The metrics whose mean is the dimension's value.</summary>
    public IEnumerable<Metric> CountedMetrics => Metrics.Where(metric => metric.Counted);

    /// <summary>The unit of the dimension's value: that of its counted metrics.</summary>
    public Unit Unit => FirstCounted.Unit;

    /// <summary>Which way the dimension is better.</summary>
    public Direction Better => FirstCounted.Better;

    /// <summary>The scale of the dimension's value, if it is a grade.</summary>
    public RatingScale? Scale => Unit == Unit.Grade ? FirstCounted.Scale : null;

    /// <summary>Metrics and their parts, each before its parts.</summary>
    public IEnumerable<Metric> AllMetrics => Metrics.SelectMany(metric => metric.Parts.Prepend(metric));

    // Computed once, because every figure of a site asks for it.
    private Metric FirstCounted
    {
        get
        {
            foreach (var metric in Metrics)
            {
                if (metric.Counted)
                {
                    return metric;
                }
            }

            throw new InvalidOperationException($"The dimension {Id} has no counted metric.");
        }
    }
}
