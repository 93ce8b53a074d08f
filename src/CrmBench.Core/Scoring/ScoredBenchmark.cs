using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>A benchmark with all its releases scored.</summary>
/// <param name="Benchmark">The benchmark.</param>
/// <param name="Releases">Newest first.</param>
public sealed record ScoredBenchmark(Benchmark Benchmark, ImmutableArray<ScoredRelease> Releases)
{
    /// <summary>A scored benchmark is itself alone: its lists compare by reference anyway, and a hash of all its texts takes long.</summary>
    public bool Equals(ScoredBenchmark? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
