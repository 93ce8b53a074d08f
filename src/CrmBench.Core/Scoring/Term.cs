namespace CrmBench.Core.Scoring;

/// <summary>An observation and its weight in a mean.</summary>
/// <param name="Weight">Its share, above 0.</param>
/// <param name="Observation">The observation.</param>
internal readonly record struct Term(double Weight, Observation Observation);
