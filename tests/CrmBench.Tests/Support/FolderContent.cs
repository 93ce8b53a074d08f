using System.Security.Cryptography;

namespace CrmBench.Tests.Support;

/// <summary>All files of a folder as values.</summary>
public static class FolderContent
{
    /// <summary>The content of every file by its path from the folder, with forward slashes.</summary>
    public static Dictionary<string, byte[]> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
            File.ReadAllBytes,
            StringComparer.Ordinal);

    /// <summary>One line a file, path and SHA-256, in ordinal order: two folders with the same lines have the same bytes.</summary>
    public static string[] Fingerprint(string folder) => Fingerprint(Read(folder));

    /// <summary>The same of files in memory.</summary>
    public static string[] Fingerprint(IReadOnlyDictionary<string, byte[]> files) =>
    [
        .. files.OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => $"{file.Key} {Convert.ToHexString(SHA256.HashData(file.Value))}"),
    ];
}
