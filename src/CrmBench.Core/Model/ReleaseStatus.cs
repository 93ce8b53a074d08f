namespace CrmBench.Core.Model;

/// <summary>Whether a release may still change.</summary>
public enum ReleaseStatus
{
    /// <summary>Still collecting; results may come and go.</summary>
    Draft,

    /// <summary>Fixed for ever; corrections are entries of their own.</summary>
    Frozen,
}
