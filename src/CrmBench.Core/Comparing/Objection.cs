namespace CrmBench.Core.Comparing;

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
