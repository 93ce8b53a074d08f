using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Two submissions that people's ratings tell apart.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
/// <param name="Alike">Whether the programs' means put them the same way round.</param>
public sealed record ToldPair(Submission First, Submission Second, bool Alike);
