using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Runtime.InteropServices;

namespace CrmBench.Data.Files;

/// <summary>A repository on disk.</summary>
/// <param name="root">Path of its root; the root itself may be reached through links.</param>
public sealed class DiskTree(string root) : FileTree
{
    private readonly DirectoryInfo _root = new(root);

    /// <inheritdoc/>
    public override ImmutableArray<FileEntry> List(string folder)
    {
        var path = PathOf(folder);
        if (!Directory.Exists(path))
        {
            return [];
        }

        // Hidden and system files count too, whatever is in the folder is part of the repository; and what may not be read is not left out.
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        FileEntry[] entries = [.. new FileSystemEnumerable<FileEntry>(path, Entry, options)];
        Array.Sort(entries, (first, second) => string.CompareOrdinal(first.Name, second.Name));
        return ImmutableCollectionsMarshal.AsImmutableArray(entries);
    }

    /// <inheritdoc/>
    public override byte[] Read(string path) => File.ReadAllBytes(PathOf(path));

    /// <inheritdoc/>
    public override long LengthOf(string path) => new FileInfo(PathOf(path)).Length;

    private static FileEntry Entry(ref FileSystemEntry entry)
    {
        var name = entry.FileName.ToString();
        if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.ToFileSystemInfo().LinkTarget is not null)
        {
            return new FileEntry(name, EntryKind.Link);
        }

        return entry.IsDirectory ? new FileEntry(name, EntryKind.Folder)
            : DiskEntry.IsFile(entry.ToFullPath()) ? new FileEntry(name, EntryKind.File, entry.Length)
            : new FileEntry(name, EntryKind.Other);
    }

    private string PathOf(string path)
    {
        if (Path.IsPathRooted(path) || path.Split('/').Contains(".."))
        {
            throw new ArgumentException($"'{path}' leaves the repository.", nameof(path));
        }

        return Path.Combine(_root.FullName, path);
    }
}
