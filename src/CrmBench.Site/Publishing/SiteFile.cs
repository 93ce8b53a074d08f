namespace CrmBench.Site.Publishing;

/// <summary>One file of the site.</summary>
/// <param name="Path">Path below the site's root, with forward slashes and without one in front: <c>models/index.html</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SiteFile(string Path, ReadOnlyMemory<byte> Content);
