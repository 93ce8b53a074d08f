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
}
