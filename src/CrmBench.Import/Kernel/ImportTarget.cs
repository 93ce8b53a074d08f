using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;
using CrmBench.Data.Values;

namespace CrmBench.Import.Kernel;

/// <summary>Where submissions go, and the names they may use there.</summary>
/// <param name="Names">The names of the benchmark.</param>
/// <param name="Mapping">The mapping file's content.</param>
/// <param name="Release">The release.</param>
internal sealed record ImportTarget(DefinedNames Names, ImportMapping Mapping, Release Release)
{
    /// <summary>The benchmark.</summary>
    public Benchmark Benchmark => Names.Benchmark;

    /// <summary>The level of the board's intervals.</summary>
    public ConfidenceLevel Level => new(Benchmark.ConfidenceLevel);

    /// <summary>The identifier of a published band of cost, or empty; one that the benchmark does not have goes into the report.</summary>
    public string Band(ImportJob job, Located<string> word)
    {
        var band = Slug.Of(word.Value);
        if (band.Length == 0 || Benchmark.Dimensions.Any(dimension => dimension.Tiers?.IndexOf(band) is not null))
        {
            return band;
        }

        job.Leave(word.Place, "band", word.Value, $"The benchmark '{Benchmark.Id}' has no such band of cost.");
        return "";
    }
}
