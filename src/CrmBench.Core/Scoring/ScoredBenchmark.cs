using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>A benchmark with all its releases scored.</summary>
/// <param name="Benchmark">The benchmark.</param>
/// <param name="Releases">Newest first.</param>
public sealed record ScoredBenchmark(Benchmark Benchmark, ImmutableArray<ScoredRelease> Releases);
