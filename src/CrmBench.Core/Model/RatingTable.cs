using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Core.Model;

/// <summary>
/// Ratings of single responses, by column: row r says that rater <c>Raters[Rater[r]]</c> judged the response to item
/// <c>Items[Item[r]]</c> of use case <c>UseCases[UseCase[r]]</c>. Columns, because a million rows as objects would not fit.
/// </summary>
public sealed record RatingTable
{
    /// <summary>A rating that was not given.</summary>
    public const short Missing = short.MinValue;

    /// <summary>Identifiers of the use cases that occur.</summary>
    public required ImmutableArray<string> UseCases { get; init; }

    /// <summary>Identifiers of the items that occur; an item belongs to the use case of its rows.</summary>
    public required ImmutableArray<string> Items { get; init; }

    /// <summary>Names of the raters that occur.</summary>
    public required ImmutableArray<string> Raters { get; init; }

    /// <summary>Identifiers of the rated metrics, in the order of <see cref="Values"/>.</summary>
    public required ImmutableArray<string> Metrics { get; init; }

    /// <summary>The criteria that occur, where a response was judged point by point; empty where each was judged as a whole.</summary>
    public ImmutableArray<string> Criteria { get; init; } = [];

    /// <summary>Per row, the position in <see cref="Criteria"/>, or -1 for a judgment of the whole response; empty without criteria.</summary>
    public ImmutableArray<int> Criterion { get; init; } = [];

    /// <summary>Per row, the position in <see cref="UseCases"/>.</summary>
    public required ImmutableArray<int> UseCase { get; init; }

    /// <summary>Per row, the position in <see cref="Items"/>.</summary>
    public required ImmutableArray<int> Item { get; init; }

    /// <summary>Per row, the position in <see cref="Raters"/>.</summary>
    public required ImmutableArray<int> Rater { get; init; }

    /// <summary>Per metric and row, the rating or <see cref="Missing"/>.</summary>
    public required ImmutableArray<ImmutableArray<short>> Values { get; init; }

    /// <summary>The file.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>Number of rows.</summary>
    public int Count => UseCase.Length;
}

/// <summary>The ratings of one response, added up by metric. An item may have several rows, with different metrics.</summary>
/// <param name="UseCase">Identifier of the use case.</param>
/// <param name="Item">Identifier of the item; the same in two submissions is the same item.</param>
/// <param name="Method">Identifier of the method.</param>
/// <param name="Ratings">How many ratings were added up for each metric of the row, at least 1.</param>
/// <param name="Sums">Per metric the sum of the ratings, or null where it was not rated.</param>
/// <param name="Source">Where it comes from; one of the submission's sources.</param>
public sealed record ItemSums(
    string UseCase, string Item, string Method, int Ratings, ImmutableArray<int?> Sums, Source Source);

/// <summary>Ratings added up by item, for ratings that may not be published one by one; means and their errors need no more.</summary>
/// <param name="Metrics">Identifiers of the rated metrics, in the order of each row's sums.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Place">The file.</param>
public sealed record ItemSumTable(ImmutableArray<string> Metrics, ImmutableArray<ItemSums> Rows, SourcePlace Place);
