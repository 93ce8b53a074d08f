namespace CrmBench.Core.Model;

/// <summary>A figure or fact of a submission that proved wrong and was put right.</summary>
/// <param name="On">The day.</param>
/// <param name="Reason">What was wrong and what stands there now, in a sentence.</param>
public sealed record Correction(DateOnly On, string Reason);
