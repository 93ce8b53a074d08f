namespace CrmBench.Benchmarks;

/// <summary>The repository and a folder in memory; the times of a disk would say more about the disk than about us.</summary>
internal sealed class Workplace : IDisposable
{
    private const string MemoryDisk = "/dev/shm";

    /// <summary>A new, empty folder.</summary>
    public string Folder { get; } = Directory.Exists(MemoryDisk)
        ? Directory.CreateDirectory(Path.Combine(MemoryDisk, $"crmbench-{Environment.ProcessId}")).FullName
        : Directory.CreateTempSubdirectory("crmbench-").FullName;

    /// <summary>Full path of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Full path of the program as <c>dotnet publish</c> put it there.</summary>
    public static string PublishedProgram()
    {
        var program = Path.Combine(Repository, "artifacts", "crmbench", OperatingSystem.IsWindows() ? "crmbench.exe" : "crmbench");
        return File.Exists(program)
            ? program
            : throw new InvalidOperationException("Publish first: dotnet publish src/CrmBench.Cli -c Release -o artifacts/crmbench");
    }

    /// <summary>Writes a text file, with the folders it needs.</summary>
    public static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Copies a folder with everything in it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CrmBench.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("There is no CrmBench.sln above the benchmark: run it from within the repository.");
    }
}
