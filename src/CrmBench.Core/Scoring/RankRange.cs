namespace CrmBench.Core.Scoring;

/// <summary>The ranks that the intervals leave open; both ends belong to it, 1 is best.</summary>
/// <param name="Best">1 plus the number of rows that are significantly better.</param>
/// <param name="Worst">The number of ranked rows less those that are significantly worse.</param>
public sealed record RankRange(int Best, int Worst);
