using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>A metric over the use cases of a board.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Estimate">Mean over the covered use cases; null where none is covered.</param>
/// <param name="Coverage">Which use cases have it.</param>
/// <param name="Parts">The metric's parts, if it has any.</param>
public sealed record MetricScore(Metric Metric, Estimate? Estimate, Coverage Coverage, ImmutableArray<MetricScore> Parts);
