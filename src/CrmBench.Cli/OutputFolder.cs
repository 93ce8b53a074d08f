namespace CrmBench.Cli;

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
        if (IsWithin(root, output) || Sources.Any(source => IsWithin(output, Path.Combine(root, source))))
        {
            return Wording.OutputHoldsSources(output);
        }

        if (File.Exists(output))
        {
            return Wording.OutputIsAFile(output);
        }

        return !Directory.Exists(output) || IsEmpty(output) || HoldsASite(output) ? null : Wording.OutputIsNotASite(output);
    }

    /// <summary>Whether the folder holds a site that crmbench wrote.</summary>
    public static bool HoldsASite(string folder) => SignsOfASite.All(name => File.Exists(Path.Combine(folder, name)));

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or lies below it; both full paths.</summary>
    public static bool IsWithin(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return relative == "." || !(relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || Path.IsPathRooted(relative));
    }

    // The repository keeps its output folder by a .gitignore.
    private static bool IsEmpty(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).All(entry => Path.GetFileName(entry) == ".gitignore");
}
