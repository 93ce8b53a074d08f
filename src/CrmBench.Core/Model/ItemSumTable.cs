using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Core.Model;

/// <summary>Ratings added up by item: what is left of single ratings that may not be copied, and all that means and errors need.</summary>
/// <param name="Metrics">Identifiers of the rated metrics, in the order of each row's sums.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Place">The file.</param>
public sealed record ItemSumTable(ImmutableArray<string> Metrics, ImmutableArray<ItemSums> Rows, SourcePlace Place);
