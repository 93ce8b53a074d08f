using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>One figure of one submission: a metric, by one method, at one place.</summary>
/// <param name="At">What it was measured on.</param>
/// <param name="Metric">Identifier of the metric.</param>
/// <param name="Method">Identifier of the method.</param>
/// <param name="Estimate">The figure with its interval.</param>
public sealed record Observation(MeasuredAt At, string Metric, string Method, Estimate Estimate)
{
    /// <summary>The ratings behind it, or null where it is a published or measured figure.</summary>
    public RatedGroup? Group { get; init; }

    /// <summary>Position of the metric in <see cref="Group"/>.</summary>
    public int MetricInGroup { get; init; }

    /// <summary>Name of the sample of items it comes from, or empty: figures of different samples are independent.</summary>
    public string Sample { get; init; } = "";

    /// <summary>How its error moves with those of the submission's other figures, or null where its source says nothing.</summary>
    public StatedCorrelations? Correlations { get; init; }

    /// <summary>Whether it belongs to the model, by another run than that of the submission.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>What it belongs to, seen from a single use case.</summary>
    public Belonging Belonging => IsElsewhere ? Belonging.Model : At == MeasuredAt.Whole ? Belonging.AllUseCases : Belonging.Row;

    /// <summary>Identifier of the band of cost its source printed, or null.</summary>
    public string? Band { get; init; }
}

/// <summary>All figures of one submission, found by metric, method and use case.</summary>
internal sealed class Observations(CellNumbers numbers)
{
    private readonly Dictionary<int, Observation> _byCell = [];
    private readonly Dictionary<int, Observation> _prices = [];
    private readonly HashSet<int> _columns = [];

    /// <summary>Adds a figure unless the same place is already filled: call in the order of precedence.</summary>
    public void Add(Observation observation)
    {
        var column = numbers.Column(observation.Metric, observation.Method);
        _byCell.TryAdd(numbers.Cell(column, numbers.Place(observation.At)), observation);
        _columns.Add(column);
    }

    /// <summary>Adds a cost from the price table, which serves only where nothing was published or measured.</summary>
    public void AddPrice(Observation observation) => _prices.TryAdd(
        numbers.Cell(numbers.Column(observation.Metric, observation.Method), numbers.Place(observation.At)), observation);

    /// <summary>Whether any figure of a metric by a method is there.</summary>
    public bool Any(string metric, string method) => _columns.Contains(numbers.Column(metric, method));

    /// <summary>
    /// The figure that holds for a use case: its own, else its profile's, else that of the model as a whole, else the price table's.
    /// </summary>
    public Observation? Find(MetricColumn metric, UseCasePlaces places) =>
        Find(_byCell, metric.Column, places.Own)
            ?? Find(_byCell, metric.Column, places.Profile)
            ?? Find(_byCell, metric.Column, CellNumbers.Whole)
            ?? Find(_prices, metric.PriceColumn, places.Own)
            ?? Find(_prices, metric.PriceColumn, places.Profile);

    private Observation? Find(Dictionary<int, Observation> figures, int column, int? place) =>
        place is { } number ? figures.GetValueOrDefault(numbers.Cell(column, number)) : null;
}
