using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

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
