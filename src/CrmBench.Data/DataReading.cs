using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Files;
using CrmBench.Data.Reading;
using CrmBench.Data.Sanity;
using CrmBench.Data.Values;

namespace CrmBench.Data;

/// <summary>
/// Data as they were read, in parts that do not depend on each other: the next reading takes over the parts whose files have not changed, as
/// the same objects, so that what was computed of them holds as well.
/// </summary>
public sealed class DataReading
{
    private readonly SharedData _shared;
    private readonly ImmutableArray<ReadBenchmark> _benchmarks;

    private DataReading(SharedData shared, ImmutableArray<ReadBenchmark> benchmarks)
    {
        (_shared, _benchmarks) = (shared, benchmarks);
        var diagnostics = new DiagnosticBag();
        diagnostics.Report(shared.Problems);
        diagnostics.Report(benchmarks.SelectMany(read => read.Problems));
        var found = benchmarks.Select(read => read.Benchmark).OfType<Benchmark>().ToDictionary(benchmark => benchmark.Id, StringComparer.Ordinal);
        Aliases.CheckTaken(
            "benchmark",
            shared.Folders,
            [.. found.Values.SelectMany(benchmark => benchmark.Aliases, (benchmark, alias) => (benchmark.Id, alias))],
            ReservedNames.Benchmarks.Contains,
            diagnostics);
        Benchmark[] shown = [.. (shared.Site?.Benchmarks ?? []).Where(found.ContainsKey).Select(id => found[id])];
        CheckNames(shared.Path, shown, diagnostics);
        Problems = diagnostics.ToSorted();
        Catalogue = shared.Site is not { } site || shared.Models is not { } models ? null : new Catalogue
        {
            Site = site,
            Models = models.Models,
            Providers = models.Providers,
            Prices = shared.Prices,
            Benchmarks = [.. shown],
        };
    }

    /// <summary>What could be read, without whatever had errors; null if even the site's settings could not.</summary>
    public Catalogue? Catalogue { get; }

    /// <summary>All problems, by place.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>Reads the data of a repository.</summary>
    public static DataReading Of(FileTree files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var shared = SharedData.Read(files);
        return new DataReading(shared, [.. shared.Folders.Select(id => ReadBenchmark.Read(files, id, shared))]);
    }

    /// <summary>Reads the data anew after changes to files of benchmarks that were there before, and to no others.</summary>
    /// <param name="files">The repository.</param>
    /// <param name="changed">Names of the folders of these benchmarks.</param>
    public DataReading After(FileTree files, IReadOnlyCollection<string> changed)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(changed);
        return new DataReading(_shared, [.. _benchmarks.Select(read => changed.Contains(read.Id) ? ReadBenchmark.Read(files, read.Id, _shared) : read)]);
    }

    // Pages call a benchmark by either name. Those that no page shows may be called like another, as copies are.
    private static void CheckNames(string path, Benchmark[] shown, DiagnosticBag diagnostics)
    {
        var pairs = ReadAlike.Of(shown, benchmark => benchmark.Name).Select(pair => (pair.Thing, pair.First, pair.Thing.Name))
            .Concat(ReadAlike.Of(shown, benchmark => benchmark.ShortName).Select(pair => (pair.Thing, pair.First, Name: pair.Thing.ShortName)));
        foreach (var (benchmark, first, name) in pairs.DistinctBy(pair => pair.Thing.Id))
        {
            diagnostics.Report(Data.Diagnostics.Problems.NameTaken(new SourcePlace($"{path}/{benchmark.Id}/benchmark.json"), "benchmark", name, first.Id));
        }
    }

    // What all benchmarks are read with.
    private sealed record SharedData(ImmutableArray<Diagnostic> Problems)
    {
        public SiteSettings? Site { get; private init; }

        public ModelsReader.Result? Models { get; private init; }

        public ImmutableArray<TokenPrice> Prices { get; private init; } = [];

        public string Path { get; private init; } = "";

        public ImmutableArray<string> Folders { get; private init; } = [];

        public static SharedData Read(FileTree files)
        {
            var diagnostics = new DiagnosticBag();
            if (CatalogueReader.OpenData(files, diagnostics) is not { } data)
            {
                return new SharedData(diagnostics.ToSorted());
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
            return new SharedData(diagnostics.ToSorted()) { Site = site, Models = models, Prices = prices, Path = folders.Path, Folders = folders.Folders };
        }
    }

    private sealed record ReadBenchmark(string Id, Benchmark? Benchmark, ImmutableArray<Diagnostic> Problems)
    {
        public static ReadBenchmark Read(FileTree files, string id, SharedData shared)
        {
            var diagnostics = new DiagnosticBag();
            var path = $"{shared.Path}/{id}";
            if (ReservedNames.Benchmarks.Contains(id))
            {
                diagnostics.Report(Data.Diagnostics.Problems.ReservedName(new SourcePlace(path), "benchmark", id));
            }

            var benchmark = BenchmarkReader.Read(files, path, id, shared.Models!.Names, shared.Site?.Subject ?? Noun.Model, diagnostics);
            if (benchmark is not null)
            {
                SanityCheck.Run(benchmark, shared.Models.Models, diagnostics);
            }

            return new ReadBenchmark(id, benchmark, diagnostics.ToSorted());
        }
    }
}
