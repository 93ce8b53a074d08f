using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Import.Kernel;

/// <summary>The columns of one metric's figures in another tool's table.</summary>
/// <param name="Column">The column of its values; every column with its place in the mapping.</param>
internal sealed record MappedFigures(Located<string> Column)
{
    /// <summary>Who judged them, or null where the mapping does not say it here.</summary>
    public Located<string>? Method { get; init; }

    /// <summary>Whether percentages without a sign are written from 0 to 1; null where the whole table decides.</summary>
    public bool? Share { get; init; }

    /// <summary>What values, spread and interval are multiplied by.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>The column of the number of observations, or null.</summary>
    public Located<string>? N { get; init; }

    /// <summary>The column of the standard deviation, or null.</summary>
    public Located<string>? Sd { get; init; }

    /// <summary>The column of the standard error, or null; never beside a standard deviation or an interval.</summary>
    public Located<string>? Se { get; init; }

    /// <summary>The column of the lower end of the interval, or null.</summary>
    public Located<string>? Low { get; init; }

    /// <summary>The column of the upper end of the interval, or null.</summary>
    public Located<string>? High { get; init; }

    /// <summary>Whether a table may lack all of these columns.</summary>
    public bool IsOptional { get; init; }

    /// <summary>All columns.</summary>
    public IEnumerable<Located<string>> Parts => new[] { Column, N, Sd, Se, Low, High }.OfType<Located<string>>();

    /// <summary>Reads them from a mapping.</summary>
    /// <param name="json">The object.</param>
    /// <param name="metric">The metric, or null where there is none of this name.</param>
    /// <param name="methods">The benchmark's methods.</param>
    public static MappedFigures Read(JsonObject json, Metric? metric, KnownNames methods)
    {
        var figures = new MappedFigures(Named("column") ?? new Located<string>(json.Text("column"), json.Place))
        {
            Method = json.OptionalReference("method", methods) is { } method ? new Located<string>(method, json.PlaceOf("method")) : null,
            Share = json.Has("share") ? json.Flag("share") : null,
            Factor = (decimal?)json.OptionalNumber("factor") ?? 1,
            N = Named("n"),
            Sd = Named("sd"),
            Se = Named("se"),
            Low = Named("low"),
            High = Named("high"),
            IsOptional = json.Flag("optional"),
        };
        if (metric is not null && figures.Share == true && metric.Unit != Unit.Percent)
        {
            json.Fail(ImportProblems.MappingContradicts(json.PlaceOf("share"), $"'{metric.Id}' is no percentage, so it has no shares."));
        }

        if (figures is { Share: true, Factor: not 1 })
        {
            json.Fail(ImportProblems.MappingContradicts(json.PlaceOf("factor"), "A share is multiplied by 100 already. Keep 'share' or 'factor'."));
        }

        if (figures.Low is null != figures.High is null)
        {
            json.Fail(ImportProblems.MappingContradicts(json.Place, "Only one end of the interval has a column. Name 'low' and 'high', or neither."));
        }

        if (figures.Se is { } error && (figures.Sd ?? figures.Low) is not null)
        {
            json.Fail(ImportProblems.MappingContradicts(error.Place, "A standard error stands beside the spread or interval that would be made of it. Keep 'se', 'sd', or 'low' and 'high'."));
        }

        if (metric is not null && figures.Method is { } named && !metric.Methods.Contains(named.Value))
        {
            json.Fail(ImportProblems.MethodDoesNotFit(named, metric));
        }

        return figures;

        Located<string>? Named(string property) =>
            json.Has(property) && json.OptionalText(property) is { } name ? new Located<string>(name, json.PlaceOf(property)) : null;
    }
}

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
