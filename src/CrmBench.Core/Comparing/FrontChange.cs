using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Comparing;

/// <summary>What readers of a benchmark see first, in two states of the data.</summary>
/// <param name="Benchmark">The benchmark, as it is or was.</param>
/// <param name="Release">The release in front, <see cref="Benchmark.Front"/>, in both states; they may be different ones.</param>
/// <param name="Rows">How many submissions of it differ on any of its boards.</param>
/// <param name="Drafts">The other drafts that differ, newest first.</param>
public sealed record FrontChange(Benchmark Benchmark, Change<Release> Release, int Rows, ImmutableArray<Release> Drafts);
