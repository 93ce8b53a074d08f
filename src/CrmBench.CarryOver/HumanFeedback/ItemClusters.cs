using System.Collections.Immutable;
using CrmBench.CarryOver.Sources;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.HumanFeedback;

/// <summary>The ratings of one metric, one model and one data set, kept by item: raters of an item see the same response.</summary>
internal sealed record ItemClusters
{
    private ItemClusters(ImmutableArray<(string Item, ImmutableArray<int> Ratings)> items)
    {
        Items = items;
        Count = items.Sum(item => item.Ratings.Length);
        Mean = (double)items.Sum(item => item.Ratings.Sum()) / Count;
    }

    /// <summary>The ratings by item, in the order of each item's first row.</summary>
    public ImmutableArray<(string Item, ImmutableArray<int> Ratings)> Items { get; }

    /// <summary>Number of ratings.</summary>
    public int Count { get; }

    /// <summary>Mean of all ratings, each counting the same.</summary>
    public double Mean { get; }

    /// <summary>Takes the ratings of a column.</summary>
    /// <param name="rows">Rows that all have the column.</param>
    /// <param name="column">Name of the column.</param>
    public static ItemClusters Of(IEnumerable<SourceRow> rows, string column) => new(
    [
        .. rows.GroupBy(row => row["sample_ix"], StringComparer.Ordinal)
            .Select(item => (item.Key, item.Select(row => (int)Figure.Parse(row[column])).ToImmutableArray())),
    ]);
}
