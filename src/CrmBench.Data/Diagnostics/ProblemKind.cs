using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Diagnostics;

/// <summary>One kind of problem: what all diagnostics of one code have in common.</summary>
/// <param name="Code">Stable code such as <c>CB0402</c>; never reused for another kind.</param>
/// <param name="Severity">Whether it stops the build.</param>
/// <param name="Title">What is wrong, in a few words without a full stop.</param>
/// <param name="Remedy">What to do about it, in a sentence or two.</param>
public sealed record ProblemKind(string Code, Severity Severity, string Title, string Remedy);
