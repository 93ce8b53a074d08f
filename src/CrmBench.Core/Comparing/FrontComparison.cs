using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Comparing;

/// <summary>Says what readers see first of each benchmark in which anything differs.</summary>
internal static class FrontComparison
{
    public static ImmutableArray<FrontChange> Between(
        Catalogue before, Catalogue after, SharedChanges shared, ImmutableArray<SubmissionChange> submissions, ImmutableArray<RowChange> rows)
    {
        var touched = shared.Benchmarks.Select(change => change.Latest.Id)
            .Concat(shared.Releases.Select(change => change.Benchmark.Id))
            .Concat(submissions.Select(change => change.Benchmark.Id))
            .Concat(rows.Select(row => row.Board.Benchmark.Id))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from pair in SharedChanges.Pairs(before.Benchmarks, after.Benchmarks, benchmark => benchmark.Id)
               where touched.Contains(pair.Latest.Id) && (pair.Before?.Front ?? pair.After?.Front) is not null
               select new FrontChange(
                   pair.Latest,
                   new Change<Release>(pair.Before?.Front, pair.After?.Front),
                   rows.Where(row => row.IsInFront && row.Board.Benchmark.Id == pair.Latest.Id)
                       .Select(row => row.Row.Latest.Submission.Id).Distinct(StringComparer.Ordinal).Count(),
                   Drafts(pair.Latest, shared, submissions)),
        ];
    }

    private static ImmutableArray<Release> Drafts(Benchmark benchmark, SharedChanges shared, ImmutableArray<SubmissionChange> submissions)
    {
        var touched = shared.Releases.Where(change => change.Benchmark.Id == benchmark.Id).Select(change => change.Release.Latest.Id)
            .Concat(submissions.Where(change => change.Benchmark.Id == benchmark.Id).Select(change => change.Release.Id))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. benchmark.Releases.Where(release =>
                touched.Contains(release.Id) && benchmark.StandingOf(release) == ReleaseStanding.Draft),
        ];
    }
}
