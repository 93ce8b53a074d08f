using CrmBench.Core.Comparing;
using CrmBench.Core.Model;

namespace CrmBench.Cli.Reports.Diff;

/// <summary>The words of what differs; they are part of the JSON document's form and do not change.</summary>
internal static class DiffNames
{
    public static string Of(SubmissionFate fate) => fate switch
    {
        SubmissionFate.Removed => "removed",
        SubmissionFate.Withdrawn => "withdrawn",
        SubmissionFate.Restored => "restored",
        SubmissionFate.Changed => "changed",
        _ => "added",
    };

    public static string Of<T>(Change<T> change)
        where T : class => change switch
        {
            { Before: null } => "added",
            { After: null } => "removed",
            _ => "changed",
        };

    public static string Of(SubmissionPart part) => part switch
    {
        SubmissionPart.Description => "description",
        SubmissionPart.Scores => "scores",
        SubmissionPart.Correlations => "correlations",
        SubmissionPart.Ratings => "ratings",
        SubmissionPart.ItemSums => "item_sums",
        SubmissionPart.Calls => "calls",
        _ => "costs",
    };

    public static string Of(RowCause cause) => cause switch
    {
        RowCause.Own => "own",
        RowCause.Shared => "shared",
        _ => "others",
    };

    public static string? Of(ReleaseStatus? status) => status switch
    {
        null => null,
        ReleaseStatus.Frozen => "frozen",
        _ => "draft",
    };

    public static string? Of(Objection? objection) => objection switch
    {
        null => null,
        Objection.Vanished => "vanished",
        Objection.ChangedWithoutCorrection => "changed-without-correction",
        Objection.AddedToFrozen => "added-to-frozen",
        Objection.RestoredWithoutCorrection => "restored-without-correction",
        Objection.CorrectionLost => "correction-lost",
        _ => "frozen-release-changed",
    };
}
