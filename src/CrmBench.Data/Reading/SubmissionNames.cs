using CrmBench.Core.Model;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>The names that a submission may refer to. Read-only, so that submissions can be read in parallel.</summary>
/// <param name="Benchmark">The benchmark, without its releases.</param>
/// <param name="UseCases">Its use cases.</param>
/// <param name="Models">All models.</param>
internal sealed record SubmissionNames(Benchmark Benchmark, KnownNames UseCases, KnownNames Models)
{
    /// <summary>The metrics and their parts by identifier.</summary>
    public IReadOnlyDictionary<string, Metric> Metrics { get; } =
        Benchmark.AllMetrics.ToDictionary(metric => metric.Id, StringComparer.Ordinal);

    /// <summary>The names of the metrics and their parts.</summary>
    public KnownNames MetricNames { get; } =
        new("metric", "benchmark.json", [.. Benchmark.AllMetrics.Select(metric => metric.Id)]);

    /// <summary>The names of the methods.</summary>
    public KnownNames Methods { get; } =
        new("method", "benchmark.json", [.. Benchmark.DeclaredMethods.Select(method => method.Id)]);

    /// <summary>The names of the profiles.</summary>
    public KnownNames Profiles { get; } =
        new("profile", "benchmark.json", [.. Benchmark.Profiles.Select(profile => profile.Id)]);

    /// <summary>The names of the dimensions.</summary>
    public KnownNames Dimensions { get; } =
        new("dimension", "benchmark.json", [.. Benchmark.Dimensions.Select(dimension => dimension.Id)]);

    /// <summary>The names of the bands of cost.</summary>
    public KnownNames Bands { get; } =
        new("band", "benchmark.json",
        [
            .. Benchmark.Dimensions.SelectMany(dimension => dimension.Tiers?.Bands ?? []).Select(band => band.Id).Distinct(),
        ]);
}
