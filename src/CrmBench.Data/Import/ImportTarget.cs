using CrmBench.Core.Model;
using CrmBench.Data.Import.Names;

namespace CrmBench.Data.Import;

/// <summary>Where submissions go, and the names they may use there.</summary>
/// <param name="Names">The names of the benchmark.</param>
/// <param name="Mapping">The mapping file's content.</param>
/// <param name="Release">The release.</param>
internal sealed record ImportTarget(DefinedNames Names, ImportMapping Mapping, Release Release)
{
    /// <summary>The benchmark.</summary>
    public Benchmark Benchmark => Names.Benchmark;
}
