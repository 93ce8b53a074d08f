using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>One metric in one use case.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="MeasuredAt">What the figure was really measured on: the use case, its profile, or the model as a whole.</param>
/// <param name="Estimate">The estimate, or null where it was not measured.</param>
/// <param name="Parts">The metric's parts, if it has any.</param>
public sealed record Cell(Metric Metric, MeasuredAt MeasuredAt, Estimate? Estimate, System.Collections.Immutable.ImmutableArray<Cell> Parts);
