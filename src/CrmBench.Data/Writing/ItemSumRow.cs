using System.Collections.Immutable;

namespace CrmBench.Data.Writing;

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
