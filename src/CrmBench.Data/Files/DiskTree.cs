using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Runtime.InteropServices;

namespace CrmBench.Data.Files;

/// <summary>What stands at a path on disk, found out without following or opening it.</summary>
/// <remarks>
/// A hard link is a file like any other: git makes none, reading one gives what a copy would give, and whatever writes makes a new file
/// and puts it in the place of the old one, so that nothing is ever written through it.
/// </remarks>
public static class DiskEntry
{
    /// <summary>What stands there; null where nothing does.</summary>
    /// <param name="path">Path; links in its folders are followed, one at its end is not.</param>
    public static EntryKind? KindOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var entry = new FileInfo(Path.TrimEndingDirectorySeparator(path));
        var attributes = entry.Attributes;
        return attributes == (FileAttributes)(-1) ? null
            : attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null ? EntryKind.Link
            : attributes.HasFlag(FileAttributes.Directory) ? EntryKind.Folder
            : IsFile(path) ? EntryKind.File
            : EntryKind.Other;
    }

    /// <summary>
    /// Whether what is neither a link nor a folder is a file, and no pipe, socket or device, which would never end or would do something
    /// when opened. .NET does not tell; Linux is asked. Elsewhere everything counts as a file: git keeps nothing else.
    /// </summary>
    internal static bool IsFile(string path)
    {
        const int CurrentFolder = -100;
        const int NotThroughLinks = 0x100;
        const uint Kind = 1;
        const int KindMask = 0xF000;
        const int RegularFile = 0x8000;
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        return Native.statx(CurrentFolder, path, NotThroughLinks, Kind, out var found) != 0 || (found.Mode & KindMask) == RegularFile;
    }

    private static class Native
    {
        // The call and the form of its answer are the same on every Linux.
#pragma warning disable IDE1006, SYSLIB1054, CA2101 // The name is the library's; generated code would need unsafe blocks; UTF-8 is said.
        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int statx(
            int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out Answer answer);
#pragma warning restore IDE1006, SYSLIB1054, CA2101
    }

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Answer
    {
        [FieldOffset(28)]
        public ushort Mode;
    }
}

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
