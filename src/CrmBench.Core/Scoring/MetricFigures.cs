using System.Collections.Immutable;

namespace CrmBench.Core.Scoring;

/// <summary>A metric of one submission in one use case.</summary>
/// <param name="Terms">What its mean is made of with weights that add up to 1, or null where it was not measured in numbers.</param>
/// <param name="Cell">The figure.</param>
/// <param name="Parts">The metric's parts.</param>
internal sealed record MetricFigures(ImmutableArray<Term>? Terms, Cell Cell, ImmutableArray<MetricFigures> Parts);
