namespace CrmBench.Data.Forms;

/// <summary>Whether a column must be there, and filled.</summary>
internal enum Presence
{
    /// <summary>The column must be there, and its fields must not be empty.</summary>
    Filled,

    /// <summary>The column must be there; its fields may be empty.</summary>
    MayBeEmpty,

    /// <summary>The column may be left out, and its fields may be empty.</summary>
    Optional,
}
