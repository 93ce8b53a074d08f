using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Core.Model;

/// <summary>Ratings added up by item, for ratings that may not be published one by one; means and their errors need no more.</summary>
/// <param name="Metrics">Identifiers of the rated metrics, in the order of each row's sums.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Place">The file.</param>
public sealed record ItemSumTable(ImmutableArray<string> Metrics, ImmutableArray<ItemSums> Rows, SourcePlace Place);
