namespace CrmBench.Core.Scoring;

/// <summary>A row, and what its ranking dimension is a mixture of, for comparisons with other rows.</summary>
/// <param name="Row">The row.</param>
/// <param name="Mixture">The mixture, or null where nothing is covered.</param>
internal sealed record ScoredRow(LeaderboardRow Row, Mixture? Mixture);
