using System.Collections.Immutable;

namespace CrmBench.Data.Files;

/// <summary>A repository in memory: another state of one on disk, an example, a test.</summary>
public sealed class MemoryTree : FileTree
{
    private readonly ImmutableSortedDictionary<string, byte[]> _files;

    private MemoryTree(ImmutableSortedDictionary<string, byte[]> files) => _files = files;

    /// <summary>A tree without files.</summary>
    public static MemoryTree Empty { get; } = new(ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal));

    /// <summary>The paths of all files, ordinal.</summary>
    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>All files of another tree below a folder; links are left out.</summary>
    /// <param name="tree">The tree to copy.</param>
    /// <param name="folder">Path of the folder; the files keep their full paths.</param>
    public static MemoryTree Copy(FileTree tree, string folder)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var files = Empty._files.ToBuilder();
        var folders = new Stack<string>([folder]);
        while (folders.TryPop(out var next))
        {
            foreach (var entry in tree.List(next))
            {
                var path = next.Length == 0 ? entry.Name : $"{next}/{entry.Name}";
                switch (entry.Kind)
                {
                    case EntryKind.Folder:
                        folders.Push(path);
                        break;
                    case EntryKind.File:
                        files[path] = tree.Read(path);
                        break;
                }
            }
        }

        return new MemoryTree(files.ToImmutable());
    }

    /// <summary>This tree with one file added or replaced.</summary>
    public MemoryTree With(string path, byte[] content) => new(_files.SetItem(path, content));

    /// <summary>This tree without a file, or without a folder and all below it.</summary>
    public MemoryTree Without(string path) =>
        new(_files.RemoveRange(_files.Keys.Where(key => key == path || key.StartsWith(path + "/", StringComparison.Ordinal))));

    /// <inheritdoc/>
    public override ImmutableArray<FileEntry> List(string folder)
    {
        var prefix = folder.Length == 0 ? "" : folder + "/";
        var entries = new SortedDictionary<string, FileEntry>(StringComparer.Ordinal);
        foreach (var (path, content) in _files)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                var rest = path[prefix.Length..];
                var slash = rest.IndexOf('/', StringComparison.Ordinal);
                var name = slash < 0 ? rest : rest[..slash];
                entries[name] = slash < 0
                    ? new FileEntry(name, EntryKind.File, content.Length)
                    : new FileEntry(name, EntryKind.Folder);
            }
        }

        return [.. entries.Values];
    }

    /// <inheritdoc/>
    public override byte[] Read(string path) =>
        _files.TryGetValue(path, out var content) ? content : throw new FileNotFoundException($"There is no file '{path}'.", path);

    /// <inheritdoc/>
    public override long LengthOf(string path) => Read(path).Length;
}
