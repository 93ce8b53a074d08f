using System.Collections.Immutable;

namespace CrmBench.Data.Files;

/// <summary>A repository on disk.</summary>
/// <param name="root">Path of its root; the root itself may be reached through links.</param>
public sealed class DiskTree(string root) : FileTree
{
    private readonly DirectoryInfo _root = new(root);

    /// <inheritdoc/>
    public override ImmutableArray<FileEntry> List(string folder)
    {
        var directory = new DirectoryInfo(PathOf(folder));
        if (!directory.Exists)
        {
            return [];
        }

        // Hidden and system files count too: whatever is in the folder is part of the repository.
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.None };
        return
        [
            .. directory.EnumerateFileSystemInfos("*", options)
                .Select(Entry)
                .OrderBy(entry => entry.Name, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public override byte[] Read(string path) => File.ReadAllBytes(PathOf(path));

    private static FileEntry Entry(FileSystemInfo info) => info switch
    {
        { LinkTarget: not null } => new FileEntry(info.Name, EntryKind.Link),
        FileInfo file => new FileEntry(file.Name, EntryKind.File, file.Length),
        _ => new FileEntry(info.Name, EntryKind.Folder),
    };

    private string PathOf(string path)
    {
        if (Path.IsPathRooted(path) || path.Split('/').Contains(".."))
        {
            throw new ArgumentException($"'{path}' leaves the repository.", nameof(path));
        }

        return Path.Combine(_root.FullName, path);
    }
}
