namespace CrmBench.Cli.Console;

/// <summary>Finds the repository a command works on.</summary>
internal static class RepositoryFolder
{
    /// <summary>The nearest folder with <c>data/site.json</c>, from <paramref name="here"/> upwards; null where there is none.</summary>
    public static string? FindFrom(string here)
    {
        for (var folder = new DirectoryInfo(here); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "data", "site.json")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
