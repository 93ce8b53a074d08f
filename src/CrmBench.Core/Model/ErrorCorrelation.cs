using CrmBench.Core.Diagnostics;

namespace CrmBench.Core.Model;

/// <summary>How the errors of two published figures of the same answers move together, as their source says.</summary>
/// <param name="At">What both were measured on.</param>
/// <param name="Method">Identifier of the method of both.</param>
/// <param name="First">Identifier of a metric.</param>
/// <param name="Second">Identifier of another one.</param>
/// <param name="Correlation">From -1 to 1; 0 where the two errors are independent.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ErrorCorrelation(
    MeasuredAt At, string Method, string First, string Second, double Correlation, SourcePlace Place);
