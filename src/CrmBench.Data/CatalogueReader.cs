using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Reading;
using CrmBench.Data.Sanity;
using CrmBench.Data.Values;

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
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(diagnostics);

        if (OpenData(files, diagnostics) is not { } data)
        {
            return null;
        }

        if (data.Folders.Contains("schema"))
        {
            // Schemas are for editors and are not read here, but links are problems wherever they stand.
            files.FilesBelow(data.PathOf("schema"), diagnostics);
        }

        var folders = data.OpenFolder("benchmarks");
        var site = SiteSettingsReader.Read(data, folders.Folders, diagnostics);
        var models = ModelsReader.Read(data, diagnostics);
        var prices = PricesReader.Read(data, models.Names, diagnostics);

        var benchmarks = new Dictionary<string, Benchmark>(StringComparer.Ordinal);
        foreach (var id in folders.Folders)
        {
            if (ReservedNames.Benchmarks.Contains(id))
            {
                diagnostics.Report(Problems.ReservedName(new SourcePlace(folders.PathOf(id)), "benchmark", id));
            }

            if (BenchmarkReader.Read(files, folders.PathOf(id), id, models.Names, site?.Subject ?? Noun.Model, diagnostics) is { } benchmark)
            {
                SanityCheck.Run(benchmark, models.Models, diagnostics);
                benchmarks.Add(id, benchmark);
            }
        }

        Aliases.CheckTaken(
            "benchmark",
            folders.Folders,
            [.. benchmarks.Values.SelectMany(benchmark => benchmark.Aliases, (benchmark, alias) => (benchmark.Id, alias))],
            ReservedNames.Benchmarks.Contains,
            diagnostics);
        return site is null ? null : new Catalogue
        {
            Site = site,
            Models = models.Models,
            Providers = models.Providers,
            Prices = prices,
            Benchmarks = [.. site.Benchmarks.Where(benchmarks.ContainsKey).Select(id => benchmarks[id])],
        };
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

    private static Folder? OpenData(FileTree files, DiagnosticBag diagnostics)
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
