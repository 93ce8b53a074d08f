namespace CrmBench.Data.Writing;

/// <summary>A row of <c>latencies.csv</c>; every field is the text that is written.</summary>
internal sealed record CallRow(string Profile, string Item, string Seconds, string Status, string InputTokens, string OutputTokens)
{
    /// <summary>Identifier of the use case, or empty where the call is of a profile.</summary>
    public string UseCase { get; init; } = "";
}
