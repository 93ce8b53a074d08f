using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>One metric in one use case.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="MeasuredAt">What the figure was really measured on: the use case, its profile, or the model as a whole.</param>
/// <param name="Estimate">The estimate, or null where it was not measured.</param>
/// <param name="Parts">The metric's parts, if it has any.</param>
public sealed record Cell(Metric Metric, MeasuredAt MeasuredAt, Estimate? Estimate, ImmutableArray<Cell> Parts)
{
    /// <summary>What the estimate is a mean of, with weights that add up to 1; null where the metric was not measured in numbers.</summary>
    internal ImmutableArray<Term>? Terms { get; init; }
}
