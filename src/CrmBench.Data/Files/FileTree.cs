using System.Collections.Immutable;

namespace CrmBench.Data.Files;

/// <summary>A repository's files, on disk or in memory. Paths are relative to its root, with forward slashes.</summary>
public abstract class FileTree
{
    /// <summary>The entries of a folder by name (ordinal); none where there is no such folder.</summary>
    /// <param name="folder">Path of the folder; empty for the root.</param>
    public abstract ImmutableArray<FileEntry> List(string folder);

    /// <summary>The bytes of a file that <see cref="List"/> named.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public abstract byte[] Read(string path);
}
