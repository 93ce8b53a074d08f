using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Site.Publishing;

/// <summary>Reads a written site back as a value.</summary>
public static class SiteReader
{
    /// <summary>
    /// Reads every file below <paramref name="folder"/> but the list of them that <see cref="SiteWriter"/> keeps there, and the
    /// <c>.gitignore</c> that a repository keeps the folder by.
    /// </summary>
    /// <param name="folder">A folder that <see cref="SiteWriter"/> wrote.</param>
    /// <param name="diagnostics">Takes links, pipes, sockets and devices, which are neither followed nor opened.</param>
    public static BuiltSite Read(string folder, DiagnosticBag diagnostics)
    {
        var tree = new DiskTree(folder);
        return new BuiltSite(tree.FilesBelow("", diagnostics)
            .Where(path => path is not (WrittenFolder.ListName or WrittenFolder.Ignored))
            .Select(path => new SiteFile(path, tree.Read(path))));
    }
}
