namespace CrmBench.Tests.Support;

/// <summary>The repository that the tests run in, found by its solution file.</summary>
internal static class Repository
{
    /// <summary>The folder that holds CrmBench.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Environment.CurrentDirectory)
        ?? throw new DirectoryNotFoundException("CrmBench.sln is in no folder above the tests; run them inside the repository.");

    /// <summary>The full path of a file or folder given from <see cref="Root"/>.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CrmBench.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
