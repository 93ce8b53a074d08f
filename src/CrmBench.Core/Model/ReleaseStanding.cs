namespace CrmBench.Core.Model;

/// <summary>How a release stands to the one that readers of its benchmark see first.</summary>
public enum ReleaseStanding
{
    /// <summary>It is that one; a draft only where nothing is frozen yet, or where the benchmark names it.</summary>
    Front,

    /// <summary>Frozen, and newer than the one that the benchmark names.</summary>
    Newer,

    /// <summary>Frozen, and of the same day.</summary>
    SameDay,

    /// <summary>Frozen, and older.</summary>
    Older,

    /// <summary>A draft behind it, of whatever day.</summary>
    Draft,
}
