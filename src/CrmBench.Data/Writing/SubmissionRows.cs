using System.Collections.Immutable;

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

    /// <summary>The row whose columns have these texts: what <see cref="Field"/> gives.</summary>
    public static ScoreRow Of(Func<string, string> field) => new(field("metric"), field("value"))
    {
        UseCase = field("use_case"),
        Profile = field("profile"),
        Method = field("method"),
        N = field("n"),
        Items = field("items"),
        Raters = field("raters"),
        Sd = field("sd"),
        Low = field("low"),
        High = field("high"),
        Level = field("level"),
        Successes = field("successes"),
        Trials = field("trials"),
        Sample = field("sample"),
        Source = field("source"),
    };

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

/// <summary>A row of <c>costs.csv</c>; every field is the text that is written, empty where nothing is known.</summary>
internal sealed record CostRow(string Usd, string Per)
{
    public string UseCase { get; init; } = "";

    public string Profile { get; init; } = "";

    public string Band { get; init; } = "";

    public required string Source { get; init; }

    /// <summary>The row whose columns have these texts: what <see cref="Field"/> gives.</summary>
    public static CostRow Of(Func<string, string> field) => new(field("usd"), field("per"))
    {
        UseCase = field("use_case"),
        Profile = field("profile"),
        Band = field("band"),
        Source = field("source"),
    };

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

/// <summary>A row of <c>latencies.csv</c>; every field is the text that is written.</summary>
internal sealed record CallRow(string Profile, string Item, string Seconds, string Status, string InputTokens, string OutputTokens)
{
    /// <summary>Identifier of the use case, or empty where the call is of a profile.</summary>
    public string UseCase { get; init; } = "";

    /// <summary>The row whose columns have these texts: what <see cref="Field"/> gives.</summary>
    public static CallRow Of(Func<string, string> field) =>
        new(field("profile"), field("item"), field("seconds"), field("status"), field("input_tokens"), field("output_tokens"))
        {
            UseCase = field("use_case"),
        };

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

/// <summary>A row of <c>ratings.csv</c>.</summary>
/// <param name="UseCase">Identifier of the use case.</param>
/// <param name="Item">Name of the item.</param>
/// <param name="Rater">Name of the rater.</param>
/// <param name="Ratings">One text a rated metric, in the order of the submission's columns.</param>
internal sealed record RatingRow(string UseCase, string Item, string Rater, ImmutableArray<string> Ratings)
{
    /// <summary>What was asked of the response; empty where it was judged as a whole.</summary>
    public string Criterion { get; init; } = "";

    /// <summary>The text in a column; <paramref name="metrics"/> are the names of the columns of ratings.</summary>
    public string Field(string column, ImmutableArray<string> metrics) => column switch
    {
        "use_case" => UseCase,
        "item" => Item,
        "criterion" => Criterion,
        "rater" => Rater,
        _ when metrics.IndexOf(column) is var metric and >= 0 => Ratings[metric],
        _ => throw new ArgumentException($"There is no column '{column}'.", nameof(column)),
    };
}

/// <summary>A row of <c>item-sums.csv</c>; every field is the text that is written.</summary>
/// <param name="UseCase">The use case.</param>
/// <param name="Item">The item.</param>
/// <param name="Ratings">How many ratings were added up.</param>
/// <param name="Source">The source.</param>
/// <param name="Sums">The sums in the order of the metrics; empty where nothing was rated.</param>
internal sealed record ItemSumRow(string UseCase, string Item, string Ratings, string Source, ImmutableArray<string> Sums)
{
    /// <summary>The text in a column; <paramref name="metrics"/> are the names of the columns of sums.</summary>
    public string Field(string column, ImmutableArray<string> metrics) => column switch
    {
        "use_case" => UseCase,
        "item" => Item,
        "method" => "",
        "ratings" => Ratings,
        "source" => Source,
        _ when metrics.IndexOf(column) is var metric and >= 0 => Sums[metric],
        _ => throw new ArgumentException($"There is no column '{column}'.", nameof(column)),
    };
}

/// <summary>An entry under <c>sources</c>; date and note are empty where there is none.</summary>
internal sealed record SourceEntry(string Id, string Title, string Url, string Licence, string Date, string Note)
{
    /// <summary>Whether its figures were measured elsewhere than in the submission's own run.</summary>
    public bool IsElsewhere { get; init; }
}

/// <summary>An entry under <c>judges</c>.</summary>
internal sealed record JudgeEntry(string Rater, string Method, string Model);
