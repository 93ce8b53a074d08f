namespace CrmBench.Data.Writing;

/// <summary>A row of <c>costs.csv</c>; every field is the text that is written, empty where nothing is known.</summary>
internal sealed record CostRow(string Usd, string Per)
{
    public string UseCase { get; init; } = "";

    public string Profile { get; init; } = "";

    public string Band { get; init; } = "";

    public required string Source { get; init; }

    /// <summary>The text in a column.</summary>
    public string Field(string column) => column switch
    {
        "use_case" => UseCase,
        "profile" => Profile,
        "usd" => Usd,
        "per" => Per,
        "band" => Band,
        "source" => Source,
        _ => throw new ArgumentException($"There is no column '{column}'.", nameof(column)),
    };
}
