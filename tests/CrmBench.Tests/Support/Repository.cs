namespace CrmBench.Tests.Support;

/// <summary>The repository these tests belong to.</summary>
internal static class Repository
{
    /// <summary>Full path of the folder that holds <c>CrmBench.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>Full path of something in the repository, given by its parts from the root.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.GetFullPath(Path.Combine([Root, .. parts]));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CrmBench.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException(
            $"There is no CrmBench.sln above {AppContext.BaseDirectory}: run the tests from within the repository.");
    }
}
