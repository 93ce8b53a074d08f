using System.Collections.Immutable;

namespace CrmBench.Data.Writing;

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
