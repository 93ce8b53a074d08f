using System.Collections.Immutable;

namespace CrmBench.Core.Model;

/// <summary>The ratings of one response, added up by metric. An item may have several rows, with different metrics.</summary>
/// <param name="UseCase">Identifier of the use case.</param>
/// <param name="Item">Identifier of the item; the same in two submissions is the same item.</param>
/// <param name="Method">Identifier of the method.</param>
/// <param name="Ratings">How many ratings were added up for each metric of the row, at least 1.</param>
/// <param name="Sums">Per metric the sum of the ratings, or null where it was not rated.</param>
/// <param name="Source">Where it comes from; one of the submission's sources.</param>
public sealed record ItemSums(
    string UseCase, string Item, string Method, int Ratings, ImmutableArray<int?> Sums, Source Source);
