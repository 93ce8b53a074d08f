using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Import;

/// <summary>A model that a file names and <c>models.csv</c> does not.</summary>
/// <param name="Name">What the file calls it, and where.</param>
/// <param name="Nearest">Identifiers of models with similar names, the nearest first; at most three.</param>
/// <param name="Row">
/// The row to add to <c>models.csv</c>, columns in the order <c>id,name,provider,released,openness</c>; the provider is to be filled in.
/// </param>
public sealed record UnknownModel(Located<string> Name, ImmutableArray<string> Nearest, string Row);
