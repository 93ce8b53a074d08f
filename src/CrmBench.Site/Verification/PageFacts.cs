using CrmBench.Core.Diagnostics;

namespace CrmBench.Site.Verification;

/// <summary>What one page contributes to the verification of the site.</summary>
/// <param name="File">Its path in the site.</param>
/// <param name="Ids">The ids of its elements.</param>
/// <param name="References">Its addresses within the site, with their places.</param>
/// <param name="Problems">What is wrong with the page by itself.</param>
internal sealed record PageFacts(
    string File, HashSet<string> Ids, IReadOnlyList<Located<string>> References, IReadOnlyList<Diagnostic> Problems);
