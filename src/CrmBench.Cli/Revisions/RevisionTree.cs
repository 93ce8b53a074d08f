using System.Collections.Immutable;
using CrmBench.Data.Files;

namespace CrmBench.Cli.Revisions;

/// <summary>The files of a revision, in memory.</summary>
internal sealed class RevisionTree : FileTree
{
    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, FileEntry>> _folders = new(StringComparer.Ordinal);

    /// <summary>Arranges files in their folders.</summary>
    /// <param name="files">Paths from the root with forward slashes, whether each is a link, and the bytes.</param>
    public RevisionTree(IEnumerable<(string Path, bool IsLink, byte[] Content)> files)
    {
        foreach (var (path, isLink, content) in files)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            AddTo(FolderOf(path), new FileEntry(name, isLink ? EntryKind.Link : EntryKind.File, isLink ? 0 : content.Length));
            if (!isLink)
            {
                _contents[path] = content;
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<FileEntry> List(string folder) =>
        _folders.TryGetValue(folder, out var entries) ? [.. entries.Values] : [];

    /// <inheritdoc/>
    public override byte[] Read(string path) =>
        _contents.TryGetValue(path, out var content) ? content : throw new FileNotFoundException($"There is no file '{path}'.", path);

    private void AddTo(string folder, FileEntry entry)
    {
        if (!_folders.TryGetValue(folder, out var entries))
        {
            entries = new SortedDictionary<string, FileEntry>(StringComparer.Ordinal);
            _folders.Add(folder, entries);
            if (folder.Length > 0)
            {
                AddTo(FolderOf(folder), new FileEntry(folder[(folder.LastIndexOf('/') + 1)..], EntryKind.Folder));
            }
        }

        entries[entry.Name] = entry;
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";
}
