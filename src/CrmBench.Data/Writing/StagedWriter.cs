using System.Security.Cryptography;
using CrmBench.Data.Files;

namespace CrmBench.Data.Writing;

/// <summary>
/// Writes files: all of them or, where the disk fails, none. Follows no link and writes into no file that is there: a new file takes the
/// place of an old one.
/// </summary>
public static class StagedWriter
{
    // The folder in which files are prepared has a random name, so that nobody can have made it before.
    private const int BytesOfAName = 8;

    /// <summary>Begins the name of the folder in which files are prepared; it is gone afterwards, and the dot keeps it apart from what is read.</summary>
    public const string Staging = ".crmbench-";

    /// <summary>Writes files and whole folders.</summary>
    /// <param name="root">Full path of the folder that all paths start from; it need not exist, and must not be a link.</param>
    /// <param name="files">The files.</param>
    /// <param name="folders">Folders that hold some of the files and nothing else: each appears at once. The other files appear one by one.</param>
    /// <param name="mayReplace">Whether a file or folder of this path is replaced if it is there already.</param>
    /// <param name="inPlace">Called once everything is in its place and before what it replaced is deleted, which may still fail.</param>
    /// <exception cref="IOException">
    /// Something is there already and must not be replaced, a link or something of another kind stands on the way, or the disk failed.
    /// Until <paramref name="inPlace"/> was called, nothing has changed.
    /// </exception>
    public static void Write(
        string root,
        IReadOnlyCollection<OutputFile> files,
        IReadOnlyCollection<string> folders,
        Predicate<string> mayReplace,
        Action? inPlace = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(mayReplace);
        var single = files.Select(file => file.Path)
            .Where(path => !folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)))
            .ToList();
        foreach (var folder in folders)
        {
            Check(root, folder, EntryKind.Folder);
        }

        foreach (var file in single)
        {
            Check(root, file, EntryKind.File);
        }

        Directory.CreateDirectory(root);
        var undo = new Stack<Action>();
        var staging = Path.Combine(root, Staging + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfAName)));
        try
        {
            foreach (var file in files)
            {
                var path = Path.Combine(staging, "new", file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                WriteThrough(path, file.Content);
            }

            foreach (var unit in folders.Concat(single))
            {
                Place(root, staging, unit, mayReplace, undo);
            }

            undo.Clear();
            inPlace?.Invoke();
        }
        finally
        {
            // Empty unless something failed on the way.
            while (undo.TryPop(out var step))
            {
                step();
            }

            Delete(staging);
        }
    }

    // These files are somebody's work, and few: they are on the disk before they take the place of what was there, so that a loss of power
    // leaves the old text or the new one, and never an empty file.
    private static void WriteThrough(string path, byte[] content)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, content, 0);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Throws where a link or something of another kind stands in the way of a file or folder.</summary>
    private static void Check(string root, string unit, EntryKind kind)
    {
        var place = root;
        var names = unit.Split('/');
        for (var i = -1; i < names.Length; i++)
        {
            place = i < 0 ? place : Path.Combine(place, names[i]);
            var expected = i == names.Length - 1 ? kind : EntryKind.Folder;
            if (DiskEntry.KindOf(place) is { } found && found != expected)
            {
                throw new IOException(found == EntryKind.Link
                    ? $"'{place}' is a link, and links are not followed."
                    : $"'{place}' is there already and is no {(expected == EntryKind.File ? "file" : "folder")}.");
            }
        }
    }

    private static void Place(string root, string staging, string unit, Predicate<string> mayReplace, Stack<Action> undo)
    {
        var (from, to, aside) = (Path.Combine(staging, "new", unit), Path.Combine(root, unit), Path.Combine(staging, "old", unit));
        if (DiskEntry.KindOf(to) is not null)
        {
            if (!mayReplace(unit))
            {
                throw new IOException($"'{to}' is there already.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
            Move(to, aside);
            undo.Push(() => Move(aside, to));
        }

        MakeFolder(Path.GetDirectoryName(to)!, undo);
        Move(from, to);
        undo.Push(() => Move(to, from));
    }

    private static void MakeFolder(string folder, Stack<Action> undo)
    {
        if (!Directory.Exists(folder))
        {
            MakeFolder(Path.GetDirectoryName(folder)!, undo);
            Directory.CreateDirectory(folder);
            undo.Push(() => Directory.Delete(folder));
        }
    }

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to);
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
