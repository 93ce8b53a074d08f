namespace CrmBench.Data.Writing;

/// <summary>A row of <c>latencies.csv</c>; every field is the text that is written.</summary>
internal sealed record CallRow(string Profile, string Item, string Seconds, string Status, string InputTokens, string OutputTokens)
{
    /// <summary>Identifier of the use case, or empty where the call is of a profile.</summary>
    public string UseCase { get; init; } = "";

    /// <summary>The text in a column.</summary>
    public string Field(string column) => column switch
    {
        "use_case" => UseCase,
        "profile" => Profile,
        "item" => Item,
        "seconds" => Seconds,
        "status" => Status,
        "input_tokens" => InputTokens,
        "output_tokens" => OutputTokens,
        _ => throw new ArgumentException($"There is no column '{column}'.", nameof(column)),
    };
}
