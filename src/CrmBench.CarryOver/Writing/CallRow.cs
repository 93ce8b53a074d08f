namespace CrmBench.CarryOver.Writing;

/// <summary>A row of <c>latencies.csv</c>; every field is the text that is written.</summary>
internal sealed record CallRow(string Profile, string Item, string Seconds, string Status, string InputTokens, string OutputTokens);
