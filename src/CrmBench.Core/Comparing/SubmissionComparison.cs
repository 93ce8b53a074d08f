using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Comparing;

/// <summary>Compares the submissions of two states.</summary>
internal static class SubmissionComparison
{
    public static ImmutableArray<SubmissionChange> Between(Catalogue before, Catalogue after) =>
    [
        .. (from benchmark in SharedChanges.Pairs(before.Benchmarks, after.Benchmarks, benchmark => benchmark.Id)
            from release in SharedChanges.Pairs(benchmark.Before?.Releases ?? [], benchmark.After?.Releases ?? [], release => release.Id)
            from submission in SharedChanges.Pairs(
                release.Before?.Submissions ?? [], release.After?.Submissions ?? [], submission => submission.Id)
            let parts = SubmissionParts.Between(submission)
            let fate = FateOf(submission, parts)
            where fate is not null
            let corrections = NewCorrections(submission)
            select new SubmissionChange
            {
                Benchmark = benchmark.Latest,
                Release = release.Latest,
                Submission = submission,
                Label = submission.Latest.LabelWith((submission.After is null ? before : after).Models[submission.Latest.Model]),
                Fate = fate.Value,
                Parts = parts,
                NewCorrections = corrections,
                Objection = ObjectionTo(release, submission, fate.Value, parts, corrections),
            })
            .OrderBy(change => change.Fate),
    ];

    private static SubmissionFate? FateOf(Change<Submission> submission, ImmutableArray<PartChange> parts) => submission switch
    {
        { Before: null } => SubmissionFate.Added,
        { After: null } => SubmissionFate.Removed,
        { Before.Withdrawn: null, After.Withdrawn: not null } => SubmissionFate.Withdrawn,
        { Before.Withdrawn: not null, After.Withdrawn: null } => SubmissionFate.Restored,
        { Before: { } before, After: { } after } =>
            parts.IsEmpty && before.Withdrawn == after.Withdrawn && before.Corrections.SequenceEqual(after.Corrections)
                ? null
                : SubmissionFate.Changed,
    };

    private static ImmutableArray<Correction> NewCorrections(Change<Submission> submission) => submission switch
    {
        { Before: { } before, After: { } after } => [.. after.Corrections.Except(before.Corrections)],
        _ => [],
    };

    private static Objection? ObjectionTo(
        Change<Release> release,
        Change<Submission> submission,
        SubmissionFate fate,
        ImmutableArray<PartChange> parts,
        ImmutableArray<Correction> corrections)
    {
        var frozen = release.Before?.Status == ReleaseStatus.Frozen;
        return fate switch
        {
            // A release that went as a whole is an objection of its own.
            SubmissionFate.Removed when release.After is not null && (frozen || submission.Before!.Withdrawn is not null) =>
                Objection.Vanished,
            SubmissionFate.Added when frozen => Objection.AddedToFrozen,
            SubmissionFate.Removed or SubmissionFate.Added => null,
            _ when submission.Before!.Corrections.Except(submission.After!.Corrections).Any() => Objection.CorrectionLost,
            SubmissionFate.Restored when corrections.IsEmpty => Objection.RestoredWithoutCorrection,
            _ when frozen && !parts.IsEmpty && corrections.IsEmpty => Objection.ChangedWithoutCorrection,
            _ => null,
        };
    }
}
