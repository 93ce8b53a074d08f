using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Site.Publishing;

/// <summary>
/// A folder that a site was written to, told by the list of its files that stands in it. Only what is on the list is ever deleted; a
/// folder with anything else in it is not ours.
/// </summary>
internal sealed class WrittenFolder
{
    /// <summary>Name of the list. It is written before all other files and deleted after them, so that a stopped run leaves it too.</summary>
    public const string ListName = ".crmbench";

    /// <summary>What people keep an empty folder in a repository by; it is carried over to the new site.</summary>
    public const string Ignored = ".gitignore";

    private const string FirstLine = "# The files that crmbench wrote here. It deletes these when it writes anew, and refuses a folder with others.";

    private readonly string _folder;
    private readonly ImmutableArray<string> _files;
    private readonly ImmutableArray<string> _folders;

    private WrittenFolder(string folder, ImmutableArray<string> files, ImmutableArray<string> folders) =>
        (_folder, _files, _folders) = (folder, files, folders);

    /// <summary>The text of the list.</summary>
    public static byte[] ListOf(BuiltSite site) =>
        Encoding.UTF8.GetBytes(string.Join('\n', site.Files.Select(file => file.Path).Prepend(FirstLine)) + "\n");

    /// <summary>Opens a folder that is wholly ours or holds nothing but a <c>.gitignore</c>.</summary>
    /// <param name="folder">Full path.</param>
    /// <param name="objection">Why it is not ours, as the end of a sentence about it; null where it is, or where nothing is there.</param>
    /// <returns>The folder; null where nothing is there, or where it is not ours.</returns>
    public static WrittenFolder? Open(string folder, out string? objection)
    {
        objection = DiskEntry.KindOf(folder) switch
        {
            null or EntryKind.Folder => null,
            EntryKind.Link => "is a link, and links are not followed",
            EntryKind.File => "is a file",
            _ => "is neither a file nor a folder",
        };
        if (objection is not null || !Directory.Exists(folder))
        {
            return null;
        }

        var (files, folders) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        if (FirstForeign(new DiskTree(folder), files, folders) is { } foreign)
        {
            objection = $"holds '{foreign}', which crmbench did not write there";
            return null;
        }

        return new WrittenFolder(folder, files.DrainToImmutable(), folders.DrainToImmutable());
    }

    /// <summary>Deletes what was in the folder when it was opened; what somebody put there since stays, and the folder with it.</summary>
    /// <exception cref="IOException">The machine fails, or there is something else in it by now.</exception>
    public void Delete()
    {
        InParallel.ForEach(_files.GroupBy(path => Path.GetDirectoryName(path) ?? ""), files =>
        {
            foreach (var file in files)
            {
                File.Delete(Path.Combine(_folder, file));
            }
        });

        // Those within others come after them.
        foreach (var inner in _folders.Reverse())
        {
            Directory.Delete(Path.Combine(_folder, inner));
        }

        File.Delete(Path.Combine(_folder, ListName));
        Directory.Delete(_folder);
    }

    /// <summary>Something in the folder that is not ours, or null; what is ours goes to the two lists.</summary>
    private static string? FirstForeign(DiskTree tree, ImmutableArray<string>.Builder files, ImmutableArray<string>.Builder folders)
    {
        var listed = ReadList(tree);
        var listedFolders = Folders(listed ?? []).ToHashSet(StringComparer.Ordinal);
        var open = new Queue<string>([""]);
        while (open.TryDequeue(out var within))
        {
            foreach (var entry in tree.List(within))
            {
                var path = within.Length == 0 ? entry.Name : $"{within}/{entry.Name}";
                switch (entry.Kind)
                {
                    case EntryKind.File when path == ListName && listed is not null:
                        break;
                    case EntryKind.File when path == Ignored || listed?.Contains(path) == true:
                        files.Add(path);
                        break;
                    case EntryKind.Folder when listedFolders.Contains(path):
                        folders.Add(path);
                        open.Enqueue(path);
                        break;
                    default:
                        return path;
                }
            }
        }

        return null;
    }

    // Null where something of that name is no list. A run that was stopped may have left the beginning of one, and no file yet.
    private static FrozenSet<string>? ReadList(DiskTree tree)
    {
        if (tree.KindOf(ListName) != EntryKind.File)
        {
            return [];
        }

        var lines = Encoding.UTF8.GetString(tree.Read(ListName)).Split('\n');
        return lines[0] == FirstLine
            ? lines[1..].Where(path => path.Length > 0 && SitePaths.IsSafe("/" + path)).ToFrozenSet(StringComparer.Ordinal)
            : lines is [var start] && FirstLine.StartsWith(start, StringComparison.Ordinal) ? [] : null;
    }

    private static IEnumerable<string> Folders(IEnumerable<string> files) => files
        .SelectMany(path => Enumerable.Range(0, path.Length).Where(i => path[i] == '/').Select(i => path[..i]))
        .Distinct(StringComparer.Ordinal);
}
