namespace CrmBench.Site.Publishing;

/// <summary>Reads a written site back as a value.</summary>
public static class SiteReader
{
    /// <summary>Reads every file below <paramref name="folder"/> but the <c>.gitignore</c> that a repository keeps the folder by.</summary>
    /// <param name="folder">A folder that <see cref="SiteWriter"/> wrote.</param>
    public static BuiltSite Read(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(found => found.Path != ".gitignore")
            .Select(found => new SiteFile(found.Path, File.ReadAllBytes(found.File))));
}
