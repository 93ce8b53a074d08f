using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Numbers a benchmark's metrics by method and what they can be measured on, so that figures are found without comparing texts.</summary>
internal sealed class CellNumbers
{
    /// <summary>The number of the model as a whole, which a figure may be measured on as well.</summary>
    public const int Whole = 0;

    private readonly Dictionary<(string Metric, string Method), int> _columns = [];
    private readonly Dictionary<string, int> _useCases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _profiles = new(StringComparer.Ordinal);

    /// <summary>Numbers everything that a benchmark defines.</summary>
    public CellNumbers(Benchmark benchmark)
    {
        foreach (var metric in benchmark.AllMetrics)
        {
            foreach (var method in benchmark.Methods)
            {
                _columns.Add((metric.Id, method.Id), _columns.Count);
            }
        }

        foreach (var useCase in benchmark.UseCases)
        {
            _useCases.Add(useCase.Id, 1 + _useCases.Count);
        }

        foreach (var profile in benchmark.Profiles)
        {
            _profiles.Add(profile.Id, 1 + _useCases.Count + _profiles.Count);
        }
    }

    /// <summary>The number of a metric by a method.</summary>
    public int Column(string metric, string method) => _columns[(metric, method)];

    /// <summary>The number of what a figure was measured on.</summary>
    public int Place(MeasuredAt at) =>
        at.UseCase is { } useCase ? _useCases[useCase]
        : at.Profile is { } profile ? _profiles[profile]
        : Whole;

    /// <summary>The numbers of a use case and of its profile.</summary>
    public UseCasePlaces PlacesOf(UseCase useCase) =>
        new(_useCases[useCase.Id], useCase.Profile is { } profile ? _profiles[profile] : null);

    /// <summary>The number of one figure.</summary>
    public int Cell(int column, int place) => (column * (1 + _useCases.Count + _profiles.Count)) + place;
}
