namespace CrmBench.Core.Comparing;

/// <summary>How much of a part of a submission differs, counted in rows; the description counts as one.</summary>
/// <param name="Part">The part.</param>
/// <param name="Added">Rows with a new key.</param>
/// <param name="Changed">Rows with the same key as before and other values.</param>
/// <param name="Removed">Rows whose key is gone.</param>
public sealed record PartChange(SubmissionPart Part, int Added, int Changed, int Removed)
{
    /// <summary>Whether anything differs.</summary>
    internal bool IsAny => Added + Changed + Removed > 0;
}
