using CrmBench.Data.Files;

namespace CrmBench.Tests.Data;

/// <summary>The example sites under <c>tests/sites</c>.</summary>
internal static class Sites
{
    /// <summary>Path of <c>tests/sites</c>.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "tests", "sites");

    /// <summary>The smallest complete site, in memory.</summary>
    public static MemoryTree Minimal { get; } = MemoryTree.Copy(new DiskTree(Path.Combine(Folder, "minimal")), "");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CrmBench.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return folder;
    }
}
