using CrmBench.Import.Kernel;

namespace CrmBench.CarryOver.Sources;

/// <summary>The folder of source data that figures are carried over from; it is read, never written.</summary>
internal sealed class SourceFolder(string path)
{
    /// <summary>The source data that lie in the repository, because their licence allows it.</summary>
    /// <param name="repository">The repository's folder.</param>
    public static SourceFolder Inputs(string repository) => new(Path.Combine(repository, "src", "CrmBench.CarryOver", "inputs"));

    /// <summary>Whether it is there at all.</summary>
    public bool Exists => Directory.Exists(path);

    /// <summary>Reads one CSV file.</summary>
    /// <param name="relativePath">Path within the folder, with forward slashes.</param>
    public SourceTable Table(string relativePath) => SourceTable.Read(Path.Combine(path, relativePath));

    /// <summary>Reads the files of a folder, by name.</summary>
    /// <param name="relativePath">Path within the folder, with forward slashes.</param>
    /// <param name="pattern">Which files, such as <c>*.json</c>.</param>
    public IEnumerable<ImportFile> Files(string relativePath, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(path, relativePath), pattern)
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)
            .Select(name => new ImportFile($"{relativePath}/{name}", File.ReadAllBytes(Path.Combine(path, relativePath, name))));
}
