using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Data.Files;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Data;

/// <summary>
/// One folder of <c>tests/sites/broken</c> laid over the smallest complete site. Its <c>changes.txt</c>, if any, says what files
/// cannot: <c>remove PATH</c>, <c>copy FROM TO</c>, <c>move FROM TO</c>, <c>link FOLDER NAME</c>, <c>pipe FOLDER NAME</c>,
/// <c>length PATH BYTES</c>.
/// </summary>
internal sealed class BrokenSite : FileTree
{
    private readonly MemoryTree _files;
    private readonly List<(string Folder, FileEntry Entry)> _pretended = [];

    private BrokenSite(BrokenFolder folder)
    {
        _files = folder.Files.Aggregate(Sites.Minimal, (files, file) => files.With(file.Key, file.Value));
        foreach (var change in folder.Changes)
        {
            _files = Change(_files, change);
        }
    }

    public static BrokenSite Open(string code) => new(new BrokenFolder(code));

    public override ImmutableArray<FileEntry> List(string folder)
    {
        var pretended = _pretended.Where(pair => pair.Folder == folder).Select(pair => pair.Entry).ToList();
        return
        [
            .. _files.List(folder)
                .Where(entry => pretended.TrueForAll(other => other.Name != entry.Name))
                .Concat(pretended)
                .OrderBy(entry => entry.Name, StringComparer.Ordinal),
        ];
    }

    public override byte[] Read(string path) => _files.Read(path);

    public override long LengthOf(string path) =>
        _pretended.FirstOrDefault(pair => $"{pair.Folder}/{pair.Entry.Name}" == path).Entry?.Length ?? _files.LengthOf(path);

    private MemoryTree Change(MemoryTree files, string[] change)
    {
        switch (change)
        {
            case ["remove", var path]:
                return files.Without(path);
            case ["copy", var from, var to]:
                return Copy(files, from, to);
            case ["move", var from, var to]:
                return Copy(files, from, to).Without(from);
            case ["link", var folder, var name]:
                _pretended.Add((folder, new FileEntry(name, EntryKind.Link)));
                return files;
            case ["pipe", var folder, var name]:
                _pretended.Add((folder, new FileEntry(name, EntryKind.Other)));
                return files;
            case ["length", var path, var bytes]:
                var slash = path.LastIndexOf('/');
                var length = long.Parse(bytes, CultureInfo.InvariantCulture);
                _pretended.Add((path[..slash], new FileEntry(path[(slash + 1)..], EntryKind.File, length)));
                return files;
            default:
                throw new InvalidOperationException($"Unknown change: {string.Join(' ', change)}");
        }
    }

    private static MemoryTree Copy(MemoryTree files, string from, string to) =>
        files.Paths.Where(path => path.StartsWith(from + "/", StringComparison.Ordinal))
            .Aggregate(files, (tree, path) => tree.With(to + path[from.Length..], files.Read(path)));
}
