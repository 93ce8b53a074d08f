using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Reading;

namespace CrmBench.Data;

/// <summary>Reads <c>data/</c>: every file to values, every problem to a diagnostic.</summary>
public static class CatalogueReader
{
    /// <summary>Reads the data of a repository on disk.</summary>
    /// <param name="repositoryRoot">Path of the folder that holds <c>data/</c>.</param>
    /// <param name="diagnostics">Takes all problems; if it has errors afterwards, the result is not to be published.</param>
    public static Catalogue? Read(string repositoryRoot, DiagnosticBag diagnostics) => Read(new DiskTree(repositoryRoot), diagnostics);

    /// <summary>Reads the data of a repository.</summary>
    /// <param name="files">The repository.</param>
    /// <param name="diagnostics">Takes all problems; if it has errors afterwards, the result is not to be published.</param>
    /// <returns>What could be read, without whatever had errors; null if even the site's settings could not.</returns>
    public static Catalogue? Read(FileTree files, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var reading = DataReading.Of(files);
        diagnostics.Report(reading.Problems);
        return reading.Catalogue;
    }

    /// <summary>Reads the settings of the site alone, long before all data could be read.</summary>
    /// <param name="files">The repository.</param>
    /// <param name="diagnostics">Takes what is wrong with them.</param>
    /// <returns>The settings, or null where they cannot be used.</returns>
    public static SiteSettings? ReadSettings(FileTree files, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return OpenData(files, diagnostics) is { } data ? SiteSettingsReader.Read(data, data.OpenFolder("benchmarks").Folders, diagnostics) : null;
    }

    /// <summary>The folder <c>data/</c>, or null after a report.</summary>
    internal static Folder? OpenData(FileTree files, DiagnosticBag diagnostics)
    {
        // data/ itself must not be a link either; whatever else stands at the root is none of our business.
        if (files.KindOf("data") == EntryKind.Link)
        {
            diagnostics.Report(Problems.SymbolicLink(".", "data"));
            return null;
        }

        return Folder.Open(files, "data", ["site.json", "models.csv", "providers.csv", "prices.csv"], ["benchmarks", "schema"], diagnostics);
    }
}
