using CrmBench.Cli.Revisions;
using CrmBench.Data.Files;

namespace CrmBench.Cli.Commands;

/// <summary>The state of the data that the repository is compared with.</summary>
/// <param name="Name">What somebody typed.</param>
/// <param name="Label">Its name for people: <c>HEAD~1 (3d3c42e5)</c>.</param>
/// <param name="Commit">Full name of the commit, or null for a folder.</param>
/// <param name="Prefix">What stands before a path to say that it is of this state: <c>HEAD~1:</c>.</param>
/// <param name="Read">Reads its files.</param>
internal sealed record DiffBase(string Name, string Label, string? Commit, string Prefix, Func<FileTree> Read)
{
    /// <summary>What somebody typed, as a folder that holds data or else as a revision; null where it is neither.</summary>
    /// <param name="root">Full path of the repository.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="fullPath">Full path of what was typed, if it is a path.</param>
    public static DiffBase? Find(string root, string typed, string fullPath)
    {
        if (File.Exists(Path.Combine(fullPath, "data", "site.json")))
        {
            return new DiffBase(typed, typed, null, typed.TrimEnd('/', '\\') + "/", () => new DiskTree(fullPath));
        }

        return GitRevision.Find(root, typed) is { } revision
            ? new DiffBase(typed, revision.Label, revision.Commit, $"{typed}:", () => revision.Read(root))
            : null;
    }
}
