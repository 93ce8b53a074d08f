using System.Text;

namespace CrmBench.Data.Writing;

/// <summary>Writes files: all of them or, where the disk fails, none.</summary>
public static class StagedWriter
{
    /// <summary>Name of the folder in which files are prepared; it is gone afterwards, and the dot keeps it apart from what is read.</summary>
    public const string Staging = ".crmbench";

    /// <summary>Writes files and whole folders.</summary>
    /// <param name="root">Full path of the folder that all paths start from; it need not exist.</param>
    /// <param name="files">The files.</param>
    /// <param name="folders">Folders that hold some of the files and nothing else: each appears at once. The other files appear one by one.</param>
    /// <param name="mayReplace">Whether a file or folder of this path is replaced if it is there already.</param>
    /// <exception cref="IOException">Something is there already and must not be replaced, or the disk failed. Nothing has changed.</exception>
    public static void Write(string root, IReadOnlyCollection<OutputFile> files, IReadOnlyCollection<string> folders, Predicate<string> mayReplace)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(mayReplace);
        Directory.CreateDirectory(root);
        var staging = Path.Combine(root, Staging);
        var undo = new Stack<Action>();
        try
        {
            Delete(staging);
            foreach (var file in files)
            {
                var path = Path.Combine(staging, "new", file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            var single = files.Select(file => file.Path)
                .Where(path => !folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)));
            foreach (var unit in folders.Concat(single))
            {
                Place(root, unit, mayReplace, undo);
            }

            undo.Clear();
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

    private static void Place(string root, string unit, Predicate<string> mayReplace, Stack<Action> undo)
    {
        var (from, to, aside) =
            (Path.Combine(root, Staging, "new", unit), Path.Combine(root, unit), Path.Combine(root, Staging, "old", unit));
        if (Path.Exists(to))
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
