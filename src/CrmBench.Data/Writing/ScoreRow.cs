namespace CrmBench.Data.Writing;

/// <summary>A row of <c>scores.csv</c>; every field is the text that is written, empty where nothing is known.</summary>
internal sealed record ScoreRow(string Metric, string Value)
{
    public string UseCase { get; init; } = "";

    public string Profile { get; init; } = "";

    public string Method { get; init; } = "";

    public string N { get; init; } = "";

    public string Items { get; init; } = "";

    public string Raters { get; init; } = "";

    public string Sd { get; init; } = "";

    public string Low { get; init; } = "";

    public string High { get; init; } = "";

    public string Level { get; init; } = "";

    public string Successes { get; init; } = "";

    public string Trials { get; init; } = "";

    public string Sample { get; init; } = "";

    public required string Source { get; init; }

    /// <summary>The text in a column.</summary>
    public string Field(string column) => column switch
    {
        "use_case" => UseCase,
        "profile" => Profile,
        "metric" => Metric,
        "method" => Method,
        "value" => Value,
        "n" => N,
        "items" => Items,
        "raters" => Raters,
        "sd" => Sd,
        "low" => Low,
        "high" => High,
        "level" => Level,
        "successes" => Successes,
        "trials" => Trials,
        "sample" => Sample,
        "source" => Source,
        _ => throw new ArgumentException($"There is no column '{column}'.", nameof(column)),
    };
}
