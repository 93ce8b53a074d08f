using System.Collections.Immutable;

namespace CrmBench.Data.Writing;

/// <summary>A row of <c>item-sums.csv</c>; every field is the text that is written.</summary>
/// <param name="UseCase">The use case.</param>
/// <param name="Item">The item.</param>
/// <param name="Ratings">How many ratings were added up.</param>
/// <param name="Source">The source.</param>
/// <param name="Sums">The sums in the order of the metrics; empty where nothing was rated.</param>
internal sealed record ItemSumRow(string UseCase, string Item, string Ratings, string Source, ImmutableArray<string> Sums);
