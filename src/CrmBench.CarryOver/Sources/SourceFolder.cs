using System.Text.Json;

namespace CrmBench.CarryOver.Sources;

/// <summary>The folder of source data that figures are carried over from; it is read, never written.</summary>
internal sealed class SourceFolder(string path)
{
    /// <summary>Whether it is there at all.</summary>
    public bool Exists => Directory.Exists(path);

    /// <summary>Reads one CSV file.</summary>
    /// <param name="relativePath">Path within the folder, with forward slashes.</param>
    public SourceTable Table(string relativePath) => SourceTable.Read(Path.Combine(path, relativePath));

    /// <summary>Reads one JSON file; the caller disposes it.</summary>
    /// <param name="relativePath">Path within the folder, with forward slashes.</param>
    public JsonDocument Json(string relativePath) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(path, relativePath)));
}
