namespace CrmBench.Site.Charts;

/// <summary>One row of a <see cref="RankRangeChart"/>.</summary>
/// <param name="Name">Name for readers.</param>
/// <param name="Best">Best rank that the intervals leave open, at least 1.</param>
/// <param name="Worst">Worst rank that they leave open, not less than <paramref name="Best"/>.</param>
/// <param name="Rank">Rank by the estimate, between both.</param>
/// <param name="Strong">Whether it is the model the page is about.</param>
internal sealed record RankRangeRow(string Name, int Best, int Worst, int Rank, bool Strong = false);
