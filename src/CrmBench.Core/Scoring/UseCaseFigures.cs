using System.Collections.Immutable;

namespace CrmBench.Core.Scoring;

/// <summary>A dimension of one submission in one use case: the board of that use case and the one over all show the same.</summary>
/// <param name="Score">The score.</param>
/// <param name="Terms">What its mean is made of with weights that add up to 1, or null where a counted metric is missing.</param>
/// <param name="Mixture">The terms as a mixture, or null as they are.</param>
/// <param name="Metrics">All metrics, in the dimension's order.</param>
internal sealed record UseCaseFigures(
    UseCaseScore Score, ImmutableArray<Term>? Terms, Mixture? Mixture, ImmutableArray<MetricFigures> Metrics)
{
    /// <summary>The band of cost its source printed, or null.</summary>
    public TierSpan? Band { get; init; }

    /// <summary>What the band belongs to, seen from the use case.</summary>
    public Belonging BandBelonging { get; init; }
}
