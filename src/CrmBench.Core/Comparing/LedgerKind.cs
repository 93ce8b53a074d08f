namespace CrmBench.Core.Comparing;

/// <summary>What an entry of the ledger tells.</summary>
public enum LedgerKind
{
    /// <summary>A release was closed.</summary>
    Release,

    /// <summary>Results were handed in.</summary>
    Added,

    /// <summary>A result was put right.</summary>
    Corrected,

    /// <summary>A result was taken back.</summary>
    Withdrawn,
}
