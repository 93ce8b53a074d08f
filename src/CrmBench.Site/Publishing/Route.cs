using CrmBench.Core.Diagnostics;

namespace CrmBench.Site.Publishing;

/// <summary>A path that the site will have.</summary>
/// <param name="Path">
/// Begins with <c>/</c>; ends with <c>/</c> for a page in a folder of its own, else it is a file: <c>/404.html</c>.
/// </param>
/// <param name="Origin">What asks for it: the line of data or the prose file; named when two ask for the same path.</param>
public sealed record Route(string Path, SourcePlace Origin);
