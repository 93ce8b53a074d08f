using System.Collections.Concurrent;
using CrmBench.Tests.Support;

[assembly: AssemblyFixture(typeof(SharedFolders))]

namespace CrmBench.Tests.Support;

/// <summary>Folders that several tests read; they are gone after the last test.</summary>
public sealed class SharedFolders : IDisposable
{
    private static readonly ConcurrentBag<TemporaryFolder> Folders = [];

    /// <summary>A new, empty folder.</summary>
    public static TemporaryFolder Make()
    {
        var folder = new TemporaryFolder();
        Folders.Add(folder);
        return folder;
    }

    public void Dispose()
    {
        foreach (var folder in Folders)
        {
            folder.Dispose();
        }
    }
}
