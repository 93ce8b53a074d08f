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
