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

    /// <summary>Copies a folder with all it holds.</summary>
    /// <param name="from">Full path of the folder to copy.</param>
    /// <param name="relative">Path from this folder, with forward slashes; empty for this folder itself.</param>
    public void Copy(string from, string relative = "")
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(PathOf(relative), System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Full path of something in the folder.</summary>
    public string PathOf(string relative) => System.IO.Path.Combine(Path, relative);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
