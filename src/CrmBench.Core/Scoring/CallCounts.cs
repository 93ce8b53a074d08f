namespace CrmBench.Core.Scoring;

/// <summary>How timed calls ended.</summary>
/// <param name="Ok">With a full response.</param>
/// <param name="Errors">With an error.</param>
/// <param name="Timeouts">Not in time.</param>
public sealed record CallCounts(int Ok, int Errors, int Timeouts)
{
    /// <summary>All calls.</summary>
    public int Total => Ok + Errors + Timeouts;

    /// <summary>Calls that failed either way.</summary>
    public int Failed => Errors + Timeouts;
}
