using CrmBench.Data.Files;
using CrmBench.Site.Publishing;

namespace CrmBench.Cli.Console;

/// <summary>Guards the folder that a build replaces as a whole: a slip in <c>--output</c> must not cost anybody's files.</summary>
internal static class OutputFolder
{
    // Every site has these two; a folder of something else hardly has both.
    private static readonly string[] SignsOfASite = ["index.html", ".nojekyll"];

    private static readonly string[] Sources = ["data", "content", "templates", "src", "tests", ".git", ".github", ".ci"];

    /// <summary>Why <paramref name="output"/> must not be replaced, as a sentence; null where it may be.</summary>
    /// <param name="root">Full path of the repository.</param>
    /// <param name="output">Full path of the output folder, which need not exist.</param>
    public static string? Objection(string root, string output)
    {
        if (LinkOnTheWay(root, output) is { } link)
        {
            return Wording.OutputThroughLink(link);
        }

        var (realRoot, realOutput) = (RealPath.Of(root), RealPath.Of(output));
        if (IsWithin(realRoot, realOutput) || Sources.Any(source => IsWithin(realOutput, Path.Combine(realRoot, source))))
        {
            return Wording.OutputHoldsSources(output);
        }

        return SiteWriter.Objection(output) is { } objection ? Wording.OutputNotUsable(objection) : null;
    }

    /// <summary>Whether the folder holds a site that crmbench wrote.</summary>
    public static bool HoldsASite(string folder) =>
        DiskEntry.KindOf(folder) == EntryKind.Folder
        && SignsOfASite.All(name => DiskEntry.KindOf(Path.Combine(folder, name)) == EntryKind.File);

    /// <summary>
    /// Whether <paramref name="path"/> is <paramref name="folder"/> or lies below it; both full paths. Some file systems do not tell
    /// 'Data' from 'data'.
    /// </summary>
    public static bool IsWithin(string path, string folder)
    {
        var (inner, outer) = (Path.TrimEndingDirectorySeparator(path), Path.TrimEndingDirectorySeparator(folder));
        return string.Equals(inner, outer, StringComparison.OrdinalIgnoreCase)
            || inner.StartsWith(Path.EndsInDirectorySeparator(outer) ? outer : outer + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);
    }

    // What lies in the repository came with it, and a link there leads where somebody else wants; a path elsewhere is the user's own.
    private static string? LinkOnTheWay(string root, string output)
    {
        for (var folder = output; folder is not null && IsWithin(folder, root) && folder.Length > root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (DiskEntry.KindOf(folder) == EntryKind.Link)
            {
                return folder;
            }
        }

        return null;
    }
}

/// <summary>Where a path leads once all links on the way are followed.</summary>
internal static class RealPath
{
    // As many as Linux follows; links in a circle lead nowhere.
    private const int MostLinks = 40;

    /// <summary>The path without links; what is not there stays as it is.</summary>
    /// <param name="path">Full path.</param>
    public static string Of(string path)
    {
        var left = MostLinks;
        return Of(path, ref left);
    }

    private static string Of(string path, ref int left)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var real = Path.Combine(Of(parent, ref left), Path.GetFileName(path));
        return new FileInfo(real).LinkTarget is { } target && left-- > 0
            ? Of(Path.GetFullPath(target, Path.GetDirectoryName(real)!), ref left)
            : real;
    }
}
