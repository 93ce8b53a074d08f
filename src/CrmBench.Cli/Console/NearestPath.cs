using CrmBench.Data.Values;

namespace CrmBench.Cli.Console;

/// <summary>Finds the file or folder that a misspelt path most likely means.</summary>
internal static class NearestPath
{
    /// <summary>
    /// The path with its first name that is not there replaced by the nearest that is, as far as that leads; null where none is near.
    /// </summary>
    /// <param name="typed">What somebody typed.</param>
    /// <param name="repository">Tells where relative paths start.</param>
    public static string? Of(string typed, RepositoryOption repository)
    {
        string[] names = typed.Replace('\\', '/').TrimEnd('/').Split('/');
        for (var i = 0; i < names.Length; i++)
        {
            var before = string.Join('/', names[..i]);
            var folder = repository.FullPath(before.Length > 0 ? before : i > 0 ? "/" : ".");
            if (names[i].Length == 0 || Path.Exists(Path.Combine(folder, names[i])))
            {
                continue;
            }

            var there = Directory.Exists(folder)
                ? Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>();
            if (NearestName.Of(names[i], there) is not { } nearest)
            {
                return null;
            }

            names[i] = nearest;
            var whole = string.Join('/', names);
            return Path.Exists(repository.FullPath(whole)) ? whole : string.Join('/', names[..(i + 1)]);
        }

        return null;
    }
}
