namespace CrmBench.Tests.Support;

/// <summary>A new, empty folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Full path of the folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("crmbench-").FullName;

    /// <summary>Writes a text file, with the folders it needs.</summary>
    /// <param name="relative">Path from the folder, with forward slashes.</param>
    /// <param name="text">Its text, as UTF-8 without byte order mark.</param>
    /// <returns>Full path of the file.</returns>
    public string Write(string relative, string text)
    {
        var file = PathOf(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Full path of something in the folder.</summary>
    public string PathOf(string relative) => System.IO.Path.Combine(Path, relative);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
