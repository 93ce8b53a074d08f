using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Numbers the items of a release, so that the same item of two submissions can be found without comparing texts.</summary>
internal sealed class ItemNumbers
{
    private readonly Dictionary<(string UseCase, string Item), int> _numbers = [];

    /// <summary>Registers the items of a table; call it for all tables, in one order, before the numbers are used.</summary>
    public void Add(RatingTable table)
    {
        var known = new HashSet<(int UseCase, int Item)>();
        for (var row = 0; row < table.Count; row++)
        {
            if (known.Add((table.UseCase[row], table.Item[row])))
            {
                _numbers.TryAdd((table.UseCases[table.UseCase[row]], table.Items[table.Item[row]]), _numbers.Count);
            }
        }
    }

    /// <summary>A function from a table's own positions of use case and item to the item's number.</summary>
    public Func<int, int, int> Of(RatingTable table)
    {
        var cache = new Dictionary<(int, int), int>();
        return (useCase, item) =>
        {
            if (!cache.TryGetValue((useCase, item), out var number))
            {
                number = _numbers[(table.UseCases[useCase], table.Items[item])];
                cache.Add((useCase, item), number);
            }

            return number;
        };
    }
}
