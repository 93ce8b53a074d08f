using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>All figures of one submission, found by metric, method and use case.</summary>
internal sealed class Observations
{
    private readonly Dictionary<(string Metric, string Method, MeasuredAt At), Observation> _byPlace = [];
    private readonly Dictionary<(string Metric, MeasuredAt At), Observation> _prices = [];

    /// <summary>Adds a figure unless the same place is already filled: call in the order of precedence.</summary>
    public void Add(Observation observation) =>
        _byPlace.TryAdd((observation.Metric, observation.Method, observation.At), observation);

    /// <summary>Adds a cost from the price table, which serves only where nothing was published or measured.</summary>
    public void AddPrice(Observation observation) => _prices.TryAdd((observation.Metric, observation.At), observation);

    /// <summary>Whether any figure of a metric by a method is there.</summary>
    public bool Any(string metric, string method) =>
        _byPlace.Keys.Any(key => key.Metric == metric && key.Method == method);

    /// <summary>
    /// The figure that holds for a use case: its own, else its profile's, else that of the model as a whole, else the price table's.
    /// </summary>
    public Observation? Find(Metric metric, string method, UseCase useCase)
    {
        var own = new MeasuredAt(useCase.Id, null);
        var profile = useCase.Profile is { } id ? new MeasuredAt(null, id) : null;
        return Find(metric.Id, method, own)
            ?? (profile is null ? null : Find(metric.Id, method, profile))
            ?? Find(metric.Id, method, MeasuredAt.Whole)
            ?? _prices.GetValueOrDefault((metric.Id, own))
            ?? (profile is null ? null : _prices.GetValueOrDefault((metric.Id, profile)));
    }

    private Observation? Find(string metric, string method, MeasuredAt at) => _byPlace.GetValueOrDefault((metric, method, at));
}
