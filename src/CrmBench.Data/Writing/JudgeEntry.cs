namespace CrmBench.Data.Writing;

/// <summary>An entry under <c>judges</c>.</summary>
internal sealed record JudgeEntry(string Rater, string Method, string Model);
