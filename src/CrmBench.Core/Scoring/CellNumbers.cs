using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>One metric in one use case.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="MeasuredAt">What the figure was really measured on: the use case, its profile, or the model as a whole.</param>
/// <param name="Estimate">The estimate, or null where it was not measured.</param>
/// <param name="Parts">The metric's parts, if it has any.</param>
public sealed record Cell(Metric Metric, MeasuredAt MeasuredAt, Estimate? Estimate, ImmutableArray<Cell> Parts)
{
    /// <summary>What the estimate is a mean of, with weights that add up to 1; null where the metric was not measured in numbers.</summary>
    internal ImmutableArray<Term>? Terms { get; init; }
}

/// <summary>A metric by the method that fills it on a board, as <see cref="CellNumbers"/> numbers it.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Column">Its number by that method.</param>
/// <param name="PriceColumn">Its number by its first method, to which the price table belongs.</param>
/// <param name="Parts">The metric's parts.</param>
internal sealed record MetricColumn(Metric Metric, int Column, int PriceColumn, ImmutableArray<MetricColumn> Parts)
{
    /// <summary>The metric on a board of a method: by that method where it may fill it, else by its first.</summary>
    public static MetricColumn Of(Metric metric, Method method, CellNumbers numbers) => new(
        metric,
        numbers.Column(metric.Id, metric.FilledBy(method)),
        numbers.Column(metric.Id, metric.Methods[0]),
        [.. metric.Parts.Select(part => Of(part, method, numbers))]);
}

/// <summary>Where figures for a use case are looked for, as <see cref="CellNumbers"/> numbers it.</summary>
/// <param name="Own">The use case itself.</param>
/// <param name="Profile">Its profile, or null.</param>
internal readonly record struct UseCasePlaces(int Own, int? Profile);

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

/// <summary>Numbers the items of a release, so that the same item of two submissions can be found without comparing texts.</summary>
internal sealed class ItemNumbers
{
    private readonly Dictionary<(string UseCase, string Item), int> _numbers = [];
    private readonly Dictionary<RatingTable, int[]> _byRow = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<RatingTable, int[]> _pointsByRow = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _itemsOfCriteria = [];

    /// <summary>Numbers the items of a release's ratings, single or added up, from 0, in the order of submissions and rows.</summary>
    public ItemNumbers(Release release)
    {
        foreach (var submission in release.Submissions)
        {
            if (submission.Ratings is { } table)
            {
                _byRow.Add(table, Number(table));
            }

            foreach (var row in submission.ItemSums?.Rows ?? [])
            {
                _ = NumberOf((row.UseCase, row.Item));
            }
        }

        var criteria = new Dictionary<(int Item, string Criterion), int>();
        foreach (var (table, items) in _byRow.Where(entry => !entry.Key.Criteria.IsEmpty))
        {
            _pointsByRow.Add(table, [.. items.Select((item, row) => PointOf(criteria, item, table, row))]);
        }
    }

    /// <summary>How many items there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>
    /// How many points were judged: every item as a whole, numbered as the item, and after them each criterion of an item.
    /// </summary>
    public int PointCount => Count + _itemsOfCriteria.Count;

    /// <summary>The number of the item that a point belongs to.</summary>
    public int ItemOfPoint(int point) => point < Count ? point : _itemsOfCriteria[point - Count];

    /// <summary>The number of the point that each row of a table of the release judges.</summary>
    public ReadOnlySpan<int> PointsOfRows(RatingTable table) => _pointsByRow.GetValueOrDefault(table) ?? _byRow[table];

    /// <summary>The number of the item of each row of a table of the release.</summary>
    public ReadOnlySpan<int> OfRows(RatingTable table) => _byRow[table];

    /// <summary>The number of an item of the release.</summary>
    public int Of(ItemSums row) => _numbers[(row.UseCase, row.Item)];

    private int PointOf(Dictionary<(int, string), int> criteria, int item, RatingTable table, int row)
    {
        var criterion = table.Criterion[row];
        if (criterion < 0)
        {
            return item;
        }

        var key = (item, table.Criteria[criterion]);
        if (!criteria.TryGetValue(key, out var point))
        {
            point = PointCount;
            _itemsOfCriteria.Add(item);
            criteria.Add(key, point);
        }

        return point;
    }

    private int[] Number(RatingTable table)
    {
        var numbers = new int[table.Count];

        // Files go item by item: most rows repeat the item of the row before.
        var (lastUseCase, lastItem, lastNumber) = (-1, -1, -1);
        var known = new Dictionary<long, int>();
        for (var row = 0; row < numbers.Length; row++)
        {
            var (useCase, item) = (table.UseCase[row], table.Item[row]);
            if (useCase != lastUseCase || item != lastItem)
            {
                (lastUseCase, lastItem, lastNumber) = (useCase, item, NumberOf(table, known, useCase, item));
            }

            numbers[row] = lastNumber;
        }

        return numbers;
    }

    private int NumberOf(RatingTable table, Dictionary<long, int> known, int useCase, int item)
    {
        var key = ((long)useCase << 32) | (uint)item;
        if (!known.TryGetValue(key, out var number))
        {
            number = NumberOf((table.UseCases[useCase], table.Items[item]));
            known.Add(key, number);
        }

        return number;
    }

    private int NumberOf((string UseCase, string Item) name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            number = _numbers.Count;
            _numbers.Add(name, number);
        }

        return number;
    }
}
