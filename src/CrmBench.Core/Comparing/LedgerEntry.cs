using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Comparing;

/// <summary>One thing that happened to the results of a release.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Benchmark">The benchmark.</param>
/// <param name="Release">The release.</param>
/// <param name="Submissions">
/// The results concerned, by identifier: those handed in, the one corrected or withdrawn; of a release those that came with it
/// because no day of their own is known.
/// </param>
/// <param name="Reason">Why, or what changed, in a sentence or two; empty for results that were handed in.</param>
public sealed record LedgerEntry(
    DateOnly On,
    LedgerKind Kind,
    Benchmark Benchmark,
    Release Release,
    ImmutableArray<Submission> Submissions,
    string Reason);
