using System.Collections.Immutable;
using CrmBench.CarryOver.Sources;
using CrmBench.Core.Statistics;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.HumanFeedback;

/// <summary>The ratings of one metric, one model and one data set, kept by item: raters of an item see the same response.</summary>
internal sealed record ItemClusters
{
    private readonly ImmutableArray<ImmutableArray<int>> _ratingsByItem;

    private ItemClusters(ImmutableArray<ImmutableArray<int>> ratingsByItem)
    {
        _ratingsByItem = ratingsByItem;
        Count = ratingsByItem.Sum(ratings => ratings.Length);
        Mean = (double)ratingsByItem.Sum(ratings => ratings.Sum()) / Count;
    }

    /// <summary>Number of ratings.</summary>
    public int Count { get; }

    /// <summary>Mean of all ratings, each counting the same.</summary>
    public double Mean { get; }

    /// <summary>Takes the ratings of a column.</summary>
    /// <param name="rows">Rows that all have the column; the items come in the order of their first row.</param>
    /// <param name="column">Name of the column.</param>
    public static ItemClusters Of(IEnumerable<SourceRow> rows, string column) => new(
    [
        .. rows.GroupBy(row => row["sample_ix"], StringComparer.Ordinal)
            .Select(item => item.Select(row => (int)Figure.Parse(row[column])).ToImmutableArray()),
    ]);

    /// <summary>The interval of a mean grade: Student's t with the standard error clustered by item.</summary>
    public Interval? GradeInterval(Interval scale, ConfidenceLevel level) => Estimate().ToInterval(level)?.Within(scale);

    /// <summary>The interval of the share of a flag, clustered by item, from 0 to 1.</summary>
    public Interval? ShareInterval(ConfidenceLevel level) => Wilson.Clustered(Estimate(), level, Count);

    /// <remarks>E. Miller, arXiv 2411.00640 (2024): an item's influence is the sum of its ratings' distances from the mean.</remarks>
    private MeanEstimate Estimate() =>
        ClusteredMean.FromInfluences(Mean, [.. _ratingsByItem.Select(ratings => ratings.Sum(rating => rating - Mean) / Count)])!;
}
