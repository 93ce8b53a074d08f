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
