namespace CrmBench.Core.Diagnostics;

/// <summary>One problem with the input.</summary>
/// <param name="Code">Stable code such as <c>CB0202</c>; never reused for another problem.</param>
/// <param name="Severity">Whether it stops the build.</param>
/// <param name="Place">Where the problem stands.</param>
/// <param name="Message">What was found, what is expected and what to do, in full sentences.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourcePlace Place, string Message)
{
    /// <summary>The line a person reads: <c>path:line:column: error CB0202: message</c>.</summary>
    public override string ToString() =>
        $"{Place}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}";
}
