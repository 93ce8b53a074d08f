using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Comparing;

/// <summary>What an entry of the ledger tells.</summary>
public enum LedgerKind
{
    /// <summary>A release was closed.</summary>
    Release,

    /// <summary>Results were handed in.</summary>
    Added,

    /// <summary>A result was put right.</summary>
    Corrected,

    /// <summary>A result was taken back.</summary>
    Withdrawn,
}

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

/// <summary>
/// What happened to the results, as far as the data tell: every release, addition, correction and withdrawal. A draft has no entries:
/// its results may still be removed, and its day lies in the future.
/// </summary>
public static class Ledger
{
    /// <summary>The entries, newest first; those of one day by benchmark and release, withdrawals first and additions last.</summary>
    public static ImmutableArray<LedgerEntry> Of(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return
        [
            .. catalogue.Benchmarks
                .SelectMany((benchmark, place) => benchmark.Releases
                    .Where(release => release.Status == ReleaseStatus.Frozen).SelectMany(release => Of(benchmark, release))
                    .Select(entry => (Entry: entry, Place: place)))
                .OrderByDescending(pair => pair.Entry.On)
                .ThenBy(pair => pair.Place)
                .ThenByDescending(pair => pair.Entry.Release.Date)
                .ThenBy(pair => pair.Entry.Release.Id, StringComparer.Ordinal)
                .ThenByDescending(pair => pair.Entry.Kind)
                .Select(pair => pair.Entry),
        ];
    }

    private static IEnumerable<LedgerEntry> Of(Benchmark benchmark, Release release)
    {
        // A result is listed on the day it was handed in, also where that was long before its release was closed.
        var days = release.Submissions.ToLookup(submission => submission.SubmittedOn);
        yield return new LedgerEntry(release.Date, LedgerKind.Release, benchmark, release, [.. days[null]], release.Changes);
        foreach (var day in days)
        {
            if (day.Key is { } on)
            {
                yield return new LedgerEntry(on, LedgerKind.Added, benchmark, release, [.. day], "");
            }
        }

        foreach (var submission in release.Submissions)
        {
            foreach (var correction in submission.Corrections)
            {
                yield return new LedgerEntry(
                    correction.On, LedgerKind.Corrected, benchmark, release, [submission], correction.Reason);
            }

            if (submission.Withdrawn is { } withdrawn)
            {
                yield return new LedgerEntry(
                    withdrawn.On, LedgerKind.Withdrawn, benchmark, release, [submission], withdrawn.Reason);
            }
        }
    }
}
