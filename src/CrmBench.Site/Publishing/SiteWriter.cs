using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Site.Publishing;

/// <summary>
/// Writes a site to a folder, all or nothing: the old site stays until the new one is whole. Deletes nothing but what it wrote, and
/// follows no link at any of the names that it works with.
/// </summary>
/// <remarks>
/// All or nothing holds for a run that is stopped or fails, and not for a loss of power: files are left to the system to bring to the disk.
/// Waiting for each costs four to six milliseconds a file on a good disk, seconds where a site takes tenths; and a site can be built again
/// from the same data, byte for byte.
/// </remarks>
public static class SiteWriter
{
    /// <summary>Every site has this file.</summary>
    private const string Mark = ".nojekyll";

    /// <summary>Why a site cannot be written to a folder, as a sentence; null where it can.</summary>
    /// <param name="folder">The folder that is to hold the site.</param>
    public static string? Objection(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var places = Places.Of(folder);
        foreach (var place in (ReadOnlySpan<string>)[places.Target, places.Fresh, places.Old])
        {
            WrittenFolder.Open(place, out var objection);
            if (objection is not null)
            {
                return $"'{place}' {objection}. Move it away, or name another folder for the site.";
            }
        }

        // What a stopped run leaves of it is an empty file.
        return DiskEntry.KindOf(places.Lock) is null || (DiskEntry.KindOf(places.Lock) == EntryKind.File && new FileInfo(places.Lock).Length == 0)
            ? null
            : $"'{places.Lock}' was not made by crmbench, which needs the name while it writes. Move it away, or name another folder for the site.";
    }

    /// <summary>
    /// Writes the site to a new folder beside <paramref name="folder"/> and puts it in its place. The files of the old site are gone
    /// then, but for a <c>.gitignore</c>. What an earlier run left behind when it was stopped is cleared away.
    /// </summary>
    /// <param name="site">The site, with its <c>.nojekyll</c>.</param>
    /// <param name="folder">A folder that is missing, is empty or holds a site that was written so, and nothing else.</param>
    /// <param name="inPlace">Called once the new site is in its place and before the old one is deleted, which may still fail.</param>
    /// <exception cref="IOException">
    /// There is an <see cref="Objection"/>, another run is writing to it, or the machine fails; until <paramref name="inPlace"/> was
    /// called, the old site is then still there and nothing of the new one is.
    /// </exception>
    public static void Write(BuiltSite site, string folder, Action? inPlace = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (site.Find(Mark) is null)
        {
            throw new ArgumentException($"A site has a file {Mark}.", nameof(site));
        }

        var places = Places.Of(folder);
        Refuse(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(places.Target)!);
        using var oneAtATime = Lock(places);

        // Another run may have worked in between.
        Refuse(folder);
        Recover(places);
        try
        {
            WriteFiles(site, places.Fresh);
            var ignored = Path.Combine(places.Target, WrittenFolder.Ignored);
            if (File.Exists(ignored))
            {
                File.Copy(ignored, Path.Combine(places.Fresh, WrittenFolder.Ignored));
            }

            Swap(places);
        }
        catch
        {
            DropUnfinished(places);
            throw;
        }

        inPlace?.Invoke();
        DeleteIfThere(places.Fresh);
        DeleteIfThere(places.Old);
    }

    /// <summary>
    /// Puts a site back in its place where a run was stopped on a system that cannot exchange two folders in one step, between taking
    /// the old one away and putting the new one there. Does nothing where nothing is missing, or while another run is writing.
    /// </summary>
    /// <param name="folder">The folder that is to hold the site.</param>
    /// <returns>Whether the old site was put back.</returns>
    public static bool PutBack(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var places = Places.Of(folder);
        if (Path.Exists(places.Target) || !Directory.Exists(places.Old) || Objection(folder) is not null)
        {
            return false;
        }

        try
        {
            using var oneAtATime = Lock(places);
            Recover(places);
        }
        catch (IOException) when (!Path.Exists(places.Target))
        {
            // Another run holds the lock and is about to put a site there, or the disk fails, which the command itself will tell.
            return false;
        }

        return true;
    }

    private static FileStream Lock(Places places) =>
        new(places.Lock, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);

    private static void Refuse(string folder)
    {
        if (Objection(folder) is { } objection)
        {
            throw new IOException(objection);
        }
    }

    /// <summary>Clears up after a run that was stopped; if that was in the middle of the swap, the old site comes back first.</summary>
    private static void Recover(Places places)
    {
        if (!Directory.Exists(places.Target) && Directory.Exists(places.Old))
        {
            Directory.Move(places.Old, places.Target);
        }

        DeleteIfThere(places.Old);
        DeleteIfThere(places.Fresh);
    }

    /// <summary>Removes what was written of a site that came to nothing; on a full disk its room is wanted.</summary>
    private static void DropUnfinished(Places places)
    {
        try
        {
            DeleteIfThere(places.Fresh);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // What stopped the run is told, and the next run clears away.
        }
    }

    private static void WriteFiles(BuiltSite site, string folder)
    {
        Directory.CreateDirectory(folder);
        WriteNew(Path.Combine(folder, WrittenFolder.ListName), WrittenFolder.ListOf(site));
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

    /// <summary>Afterwards the new site is in its place, and the old one at one of the two other places, if there was one.</summary>
    private static void Swap(Places places)
    {
        if (!Directory.Exists(places.Target))
        {
            Directory.Move(places.Fresh, places.Target);
        }
        else if (!FolderExchange.TryExchange(places.Fresh, places.Target))
        {
            Directory.Move(places.Target, places.Old);
            try
            {
                Directory.Move(places.Fresh, places.Target);
            }
            catch
            {
                Directory.Move(places.Old, places.Target);
                throw;
            }
        }
    }

    private static void DeleteIfThere(string folder)
    {
        var written = WrittenFolder.Open(folder, out var objection);
        if (objection is not null)
        {
            throw new IOException($"'{folder}' {objection}. It is left as it is.");
        }

        written?.Delete();
    }

    /// <summary>The full paths that one run works with: where the site is to be, where the new and the old one stand meanwhile, and what keeps a second run away.</summary>
    private sealed record Places(string Target, string Fresh, string Old, string Lock)
    {
        public static Places Of(string folder)
        {
            var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            var parent = Path.GetDirectoryName(target) ?? throw new IOException($"{folder} is the root of a drive and cannot be replaced.");
            var name = Path.GetFileName(target);
            string Beside(string kind) => Path.Combine(parent, $".{name}.{kind}");
            return new Places(target, Beside("new"), Beside("old"), Beside("lock"));
        }
    }
}
