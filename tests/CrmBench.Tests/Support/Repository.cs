namespace CrmBench.Tests.Support;

/// <summary>The repository these tests belong to.</summary>
public static class Repository
{
    /// <summary>Full path of the folder that holds <c>CrmBench.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>Full path of something in the repository.</summary>
    /// <param name="relative">Path from the root, with forward slashes.</param>
    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CrmBench.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"There is no CrmBench.sln above {AppContext.BaseDirectory}: run the tests from within the repository.");
    }
}
