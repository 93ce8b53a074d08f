namespace CrmBench.Core.Model;

/// <summary>One timed call: a row of <c>latencies.csv</c>.</summary>
/// <param name="At">What was asked.</param>
/// <param name="Item">Identifier of the item, or empty.</param>
/// <param name="Seconds">Seconds to the full response; null unless the call ended well.</param>
/// <param name="Status">How it ended.</param>
/// <param name="InputTokens">Tokens sent, or null.</param>
/// <param name="OutputTokens">Tokens received, or null.</param>
public sealed record TimedCall(MeasuredAt At, string Item, double? Seconds, CallStatus Status, int? InputTokens, int? OutputTokens);
