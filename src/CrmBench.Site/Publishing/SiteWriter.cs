using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Site.Publishing;

/// <summary>
/// Writes a site to a folder, all or nothing: the old site stays until the new one is whole. Deletes nothing but what it wrote, and
/// follows no link at any of the names that it works with.
/// </summary>
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
    /// <exception cref="IOException">
    /// There is an <see cref="Objection"/>, another run is writing to it, or the machine fails; the old site is then still there.
    /// </exception>
    public static void Write(BuiltSite site, string folder)
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
        using var oneAtATime = new FileStream(
            places.Lock, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);

        // Another run may have worked in between.
        Refuse(folder);
        Recover(places);
        WriteFiles(site, places.Fresh);
        var ignored = Path.Combine(places.Target, WrittenFolder.Ignored);
        if (File.Exists(ignored))
        {
            File.Copy(ignored, Path.Combine(places.Fresh, WrittenFolder.Ignored));
        }

        Swap(places);
    }

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
        if (Directory.Exists(places.Old))
        {
            if (Directory.Exists(places.Target))
            {
                Delete(places.Old);
            }
            else
            {
                Directory.Move(places.Old, places.Target);
            }
        }

        if (Directory.Exists(places.Fresh))
        {
            Delete(places.Fresh);
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

    private static void Swap(Places places)
    {
        if (!Directory.Exists(places.Target))
        {
            Directory.Move(places.Fresh, places.Target);
            return;
        }

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

        Delete(places.Old);
    }

    private static void Delete(string folder)
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
