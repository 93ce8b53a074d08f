namespace CrmBench.Site.Publishing;

/// <summary>One asset as it is written.</summary>
/// <param name="Name">Path below the assets folder, with forward slashes: <c>icons/mark.svg</c>.</param>
/// <param name="Path">Path from the root of the repository, for diagnostics.</param>
/// <param name="Content">Its bytes.</param>
public sealed record AssetSource(string Name, string Path, ReadOnlyMemory<byte> Content);
