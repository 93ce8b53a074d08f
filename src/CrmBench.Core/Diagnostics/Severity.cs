namespace CrmBench.Core.Diagnostics;

/// <summary>How much a diagnostic weighs.</summary>
public enum Severity
{
    /// <summary>Worth a look; the build goes on.</summary>
    Warning,

    /// <summary>The input cannot be used; nothing is written.</summary>
    Error,
}
