using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Comparing;

/// <summary>What became of a submission, the gravest first.</summary>
public enum SubmissionFate
{
    /// <summary>Its folder is gone.</summary>
    Removed,

    /// <summary>It was taken back and stays as a note.</summary>
    Withdrawn,

    /// <summary>Its withdrawal was taken back.</summary>
    Restored,

    /// <summary>Its own data differ.</summary>
    Changed,

    /// <summary>It is new.</summary>
    Added,
}

/// <summary>A submission whose own data differ, or that came or went.</summary>
public sealed record SubmissionChange
{
    /// <summary>The benchmark, as it is or was.</summary>
    public required Benchmark Benchmark { get; init; }

    /// <summary>The release, as it is or was.</summary>
    public required Release Release { get; init; }

    /// <summary>The submission in both states.</summary>
    public required Change<Submission> Submission { get; init; }

    /// <summary>Name and variant of the model, as they are or were.</summary>
    public required string Label { get; init; }

    /// <summary>What became of it.</summary>
    public required SubmissionFate Fate { get; init; }

    /// <summary>What of its data differs; empty where it came or went as a whole.</summary>
    public required ImmutableArray<PartChange> Parts { get; init; }

    /// <summary>Corrections that were not there before.</summary>
    public required ImmutableArray<Correction> NewCorrections { get; init; }

    /// <summary>What a reviewer should look at first, or null.</summary>
    public required Objection? Objection { get; init; }
}

/// <summary>Why a change of a submission, or of a release, is not what the rules of the ledger expect.</summary>
public enum Objection
{
    /// <summary>A result is gone without a trace; a withdrawal would keep a note of it.</summary>
    Vanished,

    /// <summary>A result of a frozen release differs, and no correction says why.</summary>
    ChangedWithoutCorrection,

    /// <summary>A frozen release has a new result.</summary>
    AddedToFrozen,

    /// <summary>A withdrawal was taken back, and no correction says why.</summary>
    RestoredWithoutCorrection,

    /// <summary>A correction that was there before is gone or says something else.</summary>
    CorrectionLost,

    /// <summary>A frozen release may change again, or something in its description differs.</summary>
    FrozenReleaseChanged,
}

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
