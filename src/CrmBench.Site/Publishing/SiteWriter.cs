using CrmBench.Data;

namespace CrmBench.Site.Publishing;

/// <summary>Writes a site to a folder, all or nothing: the old site stays until the new one is whole.</summary>
public static class SiteWriter
{
    /// <summary>Every site has this file; a folder with files but without it is not a site, and is never replaced.</summary>
    private const string Mark = ".nojekyll";

    /// <summary>
    /// Writes the site to a new folder beside <paramref name="folder"/> and puts it in its place. Whatever the folder had is gone, except
    /// a <c>.gitignore</c>. What an earlier run left behind when it was stopped is cleared away.
    /// </summary>
    /// <param name="site">The site, with its <c>.nojekyll</c>.</param>
    /// <param name="folder">A folder that is missing, empty or holds a site.</param>
    /// <exception cref="IOException">
    /// The folder holds something else, another run is writing to it, or the machine fails; the old site is then still there.
    /// </exception>
    public static void Write(BuiltSite site, string folder)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (site.Find(Mark) is null)
        {
            throw new ArgumentException($"A site has a file {Mark}.", nameof(site));
        }

        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        target = Directory.Exists(target) ? Directory.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target : target;
        var parent = Path.GetDirectoryName(target) ?? throw new IOException($"{folder} is the root of a drive and cannot be replaced.");
        var name = Path.GetFileName(target);
        Directory.CreateDirectory(parent);
        var (fresh, old) = (Path.Combine(parent, $".{name}.new"), Path.Combine(parent, $".{name}.old"));

        using var oneAtATime = new FileStream(
            Path.Combine(parent, $".{name}.lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        Recover(target, fresh, old);
        if (Directory.Exists(target) && !IsReplaceable(target))
        {
            throw new IOException($"{folder} holds files but no site ({Mark} is missing). Empty it or choose another folder.");
        }

        WriteFiles(site, fresh);
        var ignored = Path.Combine(target, ".gitignore");
        if (File.Exists(ignored))
        {
            File.Copy(ignored, Path.Combine(fresh, ".gitignore"), overwrite: true);
        }

        Swap(target, fresh, old);
    }

    /// <summary>Clears up after a run that was stopped; if that was in the middle of the swap, the old site comes back first.</summary>
    private static void Recover(string target, string fresh, string old)
    {
        if (Directory.Exists(old))
        {
            if (Directory.Exists(target))
            {
                Delete(old);
            }
            else
            {
                Directory.Move(old, target);
            }
        }

        if (Directory.Exists(fresh))
        {
            Delete(fresh);
        }
    }

    private static bool IsReplaceable(string target) =>
        File.Exists(Path.Combine(target, Mark))
        || Directory.EnumerateFileSystemEntries(target).All(entry => Path.GetFileName(entry) == ".gitignore");

    private static void WriteFiles(BuiltSite site, string folder)
    {
        Directory.CreateDirectory(folder);
        InParallel.ForEach(site.Files.GroupBy(file => Path.GetDirectoryName(file.Path) ?? ""), files => WriteFolder(folder, files));
    }

    private static void WriteFolder(string root, IGrouping<string, SiteFile> files)
    {
        Directory.CreateDirectory(Path.Combine(root, files.Key));
        foreach (var file in files)
        {
            WriteNew(Path.Combine(root, file.Path), file.Content.Span);
        }
    }

    // The folder is new, so nothing needs to be cut off or replaced.
    private static void WriteNew(string path, ReadOnlySpan<byte> content)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, content, 0);
    }

    private static void Swap(string target, string fresh, string old)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(fresh, target);
            return;
        }

        Directory.Move(target, old);
        try
        {
            Directory.Move(fresh, target);
        }
        catch
        {
            Directory.Move(old, target);
            throw;
        }

        Delete(old);
    }

    /// <summary>Deletes a site: of folders like <c>models</c> all at once, because there are as many in it as pages.</summary>
    private static void Delete(string folder)
    {
        InParallel.ForEach(Subfolders(folder).SelectMany(Subfolders), subfolder => Directory.Delete(subfolder, recursive: true));
        Directory.Delete(folder, recursive: true);
    }

    // What a link leads to is not ours to delete.
    private static string[] Subfolders(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateDirectories().Where(subfolder => subfolder.LinkTarget is null).Select(subfolder => subfolder.FullName)];
}
