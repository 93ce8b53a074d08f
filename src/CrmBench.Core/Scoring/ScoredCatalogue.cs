using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Everything scored; what the site shows.</summary>
/// <param name="Catalogue">What was read.</param>
/// <param name="Benchmarks">The benchmarks in the site's order.</param>
public sealed record ScoredCatalogue(Catalogue Catalogue, ImmutableArray<ScoredBenchmark> Benchmarks);
