using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Values;

namespace CrmBench.Import.Kernel;

/// <summary>Finds a benchmark's use cases and metrics by what another tool calls them.</summary>
internal sealed class DefinedNames
{
    private readonly Dictionary<string, string?> _useCases;
    private readonly Dictionary<string, string?> _profiles;
    private readonly Dictionary<string, string?> _methods;
    private readonly Dictionary<string, string?> _metricIds;
    private readonly Dictionary<string, Metric> _metrics;

    public DefinedNames(Benchmark benchmark, ImportMapping mapping)
    {
        Benchmark = benchmark;
        _metrics = benchmark.AllMetrics.ToDictionary(metric => metric.Id, StringComparer.Ordinal);
        _useCases = Spellings(benchmark.UseCases.Select(useCase => (useCase.Id, useCase.Name)), mapping.UseCases);
        _profiles = Spellings(benchmark.Profiles.Select(profile => (profile.Id, profile.Name)), ImmutableDictionary<string, string>.Empty);
        _methods = Spellings(benchmark.Methods.Select(method => (method.Id, method.Name)), ImmutableDictionary<string, string>.Empty);
        _metricIds = Spellings(benchmark.AllMetrics.Select(metric => (metric.Id, metric.Name)), mapping.Metrics);
    }

    /// <summary>The benchmark.</summary>
    public Benchmark Benchmark { get; }

    /// <summary>The identifier of a use case, or null.</summary>
    public string? UseCase(string name) => Find(_useCases, name);

    /// <summary>The identifier of a profile, or null.</summary>
    public string? Profile(string name) => Find(_profiles, name);

    /// <summary>The identifier of a method, or null.</summary>
    public string? Method(string name) => Find(_methods, name);

    /// <summary>A metric or part, by the first of several names that fits; null where none does.</summary>
    public Metric? Metric(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(_metricIds, name) is { } id)
            {
                return _metrics[id];
            }
        }

        return null;
    }

    /// <summary>Why a use case was not found, for the report.</summary>
    public string NoUseCase(string name) => No("use case", name, Benchmark.UseCases.Select(useCase => useCase.Id));

    /// <summary>Why a metric was not found, for the report.</summary>
    public string NoMetric(string name) => No("metric", name, _metrics.Keys);

    private string No(string kind, string name, IEnumerable<string> known) =>
        $"The benchmark '{Benchmark.Id}' has no {kind} '{Invisible.Shown(name)}' in this release" +
        (NearestName.Of(Slug.Of(name), known) is { } nearest ? $"; is '{nearest}' meant? Map it." : "; map it to one, if it is one.");

    private static string? Find(Dictionary<string, string?> spellings, string name) =>
        spellings.GetValueOrDefault(name) ?? spellings.GetValueOrDefault(Slug.Squeeze(name));

    private static Dictionary<string, string?> Spellings(
        IEnumerable<(string Id, string Name)> defined, ImmutableDictionary<string, string> mapped)
    {
        var spellings = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (id, name) in defined)
        {
            foreach (var spelling in new[] { Slug.Squeeze(id), Slug.Squeeze(name) }.Distinct())
            {
                // A spelling that fits two fits none.
                spellings[spelling] = spellings.TryGetValue(spelling, out var other) && other != id ? null : id;
            }
        }

        foreach (var (name, id) in mapped)
        {
            spellings[name] = id;
        }

        return spellings;
    }
}
