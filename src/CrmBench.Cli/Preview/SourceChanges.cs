using System.Collections.Immutable;

namespace CrmBench.Cli.Preview;

/// <summary>Which parts of the sources of a site have changed.</summary>
/// <param name="Benchmarks">Names of the folders of benchmarks of which nothing but the content changed.</param>
/// <param name="SharedData">Whether anything else in <c>data/</c> changed, which every benchmark is read with.</param>
/// <param name="Others">Whether templates, assets or prose changed.</param>
internal sealed record SourceChanges(ImmutableArray<string> Benchmarks, bool SharedData, bool Others)
{
    /// <summary>The folder of the data.</summary>
    public const string DataFolder = "data";

    private const string BenchmarksFolder = "benchmarks";

    /// <summary>Everything, as at the beginning.</summary>
    public static SourceChanges All { get; } = new([], SharedData: true, Others: true);

    /// <summary>The part that a file or folder belongs to: <c>data/benchmarks/x</c>, or the folder at the root that it is in.</summary>
    /// <param name="path">Path from the root, as the system writes it.</param>
    public static string PartOf(string path) => path.Split(Path.DirectorySeparatorChar) is [DataFolder, BenchmarksFolder, var id, ..]
        ? $"{DataFolder}/{BenchmarksFolder}/{id}"
        : path.Split(Path.DirectorySeparatorChar)[0];

    /// <summary>The changes, from the parts that differ.</summary>
    public static SourceChanges In(ImmutableArray<string> parts) => new(
        [.. parts.Where(part => part.Contains('/', StringComparison.Ordinal)).Select(part => part[(part.LastIndexOf('/') + 1)..])],
        parts.Contains(DataFolder),
        parts.Any(part => part != DataFolder && !part.Contains('/', StringComparison.Ordinal)));
}
