namespace CrmBench.Core.Model;

/// <summary>How a timed call ended.</summary>
public enum CallStatus
{
    /// <summary>With a full response.</summary>
    Ok,

    /// <summary>With an error.</summary>
    Error,

    /// <summary>Not within the time allowed.</summary>
    Timeout,
}
