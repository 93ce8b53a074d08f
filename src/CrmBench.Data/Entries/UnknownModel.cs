using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Entries;

/// <summary>A model that a file names and <c>models.csv</c> does not.</summary>
/// <param name="Name">What the file calls it, and where.</param>
/// <param name="Nearest">Identifiers of models with similar names, the nearest first; at most three.</param>
/// <param name="Row">The row to add to <c>models.csv</c>, with exactly its columns; what is not known is to be filled in.</param>
/// <param name="ProviderRow">The row to add to <c>providers.csv</c>, with exactly its columns; empty where the provider is there.</param>
public sealed record UnknownModel(Located<string> Name, ImmutableArray<string> Nearest, string Row, string ProviderRow);
