using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Import.Kernel;

/// <summary>A question that an import leaves open: who judged the figures of some metrics.</summary>
/// <param name="Metrics">Identifiers of the metrics.</param>
/// <param name="Methods">The methods to choose from, at least two.</param>
public sealed record OpenMethods(ImmutableArray<string> Metrics, ImmutableArray<Method> Methods);
