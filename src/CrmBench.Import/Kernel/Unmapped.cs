using CrmBench.Core.Diagnostics;

namespace CrmBench.Import.Kernel;

/// <summary>Something in a file that did not go into a submission.</summary>
/// <param name="Place">Where it stands first.</param>
/// <param name="Field">The way to it: <c>results.airline.cost</c>, with <c>[]</c> for the entries of a list, or a column's name.</param>
/// <param name="Value">Its first value, shortened.</param>
/// <param name="Count">How often the field occurs in the file, at least 1.</param>
/// <param name="Reason">Why it was left out, in a sentence.</param>
public sealed record Unmapped(SourcePlace Place, string Field, string Value, int Count, string Reason);
