namespace CrmBench.Core.Comparing;

/// <summary>How much of a part of a submission differs, counted in rows; the description counts as one.</summary>
/// <param name="Part">The part.</param>
/// <param name="Added">Rows about something that had none.</param>
/// <param name="Changed">Rows about the same as before that say something else.</param>
/// <param name="Removed">Rows about something that has none any more.</param>
public sealed record PartChange(SubmissionPart Part, int Added, int Changed, int Removed)
{
    /// <summary>Whether anything differs.</summary>
    internal bool IsAny => Added + Changed + Removed > 0;
}
