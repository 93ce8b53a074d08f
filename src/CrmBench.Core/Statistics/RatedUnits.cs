namespace CrmBench.Core.Statistics;

/// <summary>Units, such as answers, with the ratings each received; the input of <see cref="KrippendorffAlpha"/>.</summary>
/// <remarks>
/// Only which ratings meet in a unit matters, not who gave them. Units with the same ratings are kept once, as a pattern with its weight:
/// three raters on a scale of four make at most 20 patterns however many answers there are, and a bootstrap replicate only re-weighs them.
/// </remarks>
public sealed class RatedUnits
{
    private readonly int[] _patternStart;
    private readonly int[] _patternRanks;
    private readonly int[] _clusterStart;
    private readonly int[] _clusterPatterns;

    private RatedUnits(List<Unit> units, bool isUsable)
    {
        IsUsable = isUsable;
        Count = units.Count;
        Values = [.. units.SelectMany(unit => unit.Ratings).Distinct().Order()];

        var patternOfUnit = new int[units.Count];
        (_patternStart, _patternRanks, Weights) = CollectPatterns(units, Values, patternOfUnit);
        (_clusterStart, _clusterPatterns) = GroupByCluster(units, patternOfUnit);
        RatingCount = units.Sum(unit => unit.Ratings.Length);
    }

    /// <summary>Number of units with two ratings or more; others show no agreement and are left out.</summary>
    public int Count { get; }

    /// <summary>Number of ratings in those units.</summary>
    public int RatingCount { get; }

    /// <summary>Number of clusters, such as items, that have such a unit: what the bootstrap draws.</summary>
    public int ClusterCount => _clusterStart.Length - 1;

    /// <summary>False when a rating was infinite, which no coefficient can bear.</summary>
    internal bool IsUsable { get; }

    /// <summary>The distinct ratings, ascending.</summary>
    internal double[] Values { get; }

    /// <summary>Number of units of each pattern.</summary>
    internal int[] Weights { get; }

    internal int PatternCount => Weights.Length;

    /// <summary>The units of a table with one row a unit and one column a rater.</summary>
    /// <param name="ratings">The table, row by row; <see cref="double.NaN"/> where a rater did not rate a unit.</param>
    /// <param name="raters">Number of columns, at least 1.</param>
    public static RatedUnits FromTable(ReadOnlySpan<double> ratings, int raters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(raters, 1);
        if (ratings.Length % raters != 0)
        {
            throw new ArgumentException($"{ratings.Length} ratings do not fill rows of {raters}.", nameof(ratings));
        }

        var units = new int[ratings.Length];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = i / raters;
        }

        return FromRows(units, ratings);
    }

    /// <summary>The units of rows with one rating each, in any order.</summary>
    /// <param name="units">A number for the unit of each row; equal numbers are the same unit.</param>
    /// <param name="ratings">The rating of each row; <see cref="double.NaN"/> is none.</param>
    /// <param name="clusters">
    /// A number for the item of each row, where several units belong to one item, such as the answers of several models; empty when every
    /// unit stands for itself. The rows of one unit share their cluster.
    /// </param>
    public static RatedUnits FromRows(ReadOnlySpan<int> units, ReadOnlySpan<double> ratings, ReadOnlySpan<int> clusters = default)
    {
        if (units.Length != ratings.Length || (!clusters.IsEmpty && clusters.Length != ratings.Length))
        {
            throw new ArgumentException($"There are {units.Length} units, {ratings.Length} ratings and {clusters.Length} clusters.");
        }

        var isUsable = true;
        var rows = new List<(int Cluster, int Unit, double Rating)>(ratings.Length);
        for (var i = 0; i < ratings.Length; i++)
        {
            isUsable &= !double.IsInfinity(ratings[i]);
            if (!double.IsNaN(ratings[i]))
            {
                rows.Add((clusters.IsEmpty ? units[i] : clusters[i], units[i], ratings[i]));
            }
        }

        rows.Sort();
        return new(ToUnits(rows), isUsable);
    }

    /// <summary>The ratings of a pattern as ascending positions in <see cref="Values"/>; two or more.</summary>
    internal ReadOnlySpan<int> Pattern(int pattern) => _patternRanks.AsSpan(_patternStart[pattern].._patternStart[pattern + 1]);

    /// <summary>The pattern of each unit of a cluster.</summary>
    internal ReadOnlySpan<int> PatternsOfCluster(int cluster) =>
        _clusterPatterns.AsSpan(_clusterStart[cluster].._clusterStart[cluster + 1]);

    /// <summary>Cuts sorted rows into units, and drops those with a single rating.</summary>
    private static List<Unit> ToUnits(List<(int Cluster, int Unit, double Rating)> rows)
    {
        var units = new List<Unit>();
        for (var start = 0; start < rows.Count;)
        {
            var end = start + 1;
            while (end < rows.Count && rows[end].Unit == rows[start].Unit && rows[end].Cluster == rows[start].Cluster)
            {
                end++;
            }

            if (end - start > 1)
            {
                units.Add(new(rows[start].Cluster, [.. rows[start..end].Select(row => row.Rating)]));
            }

            start = end;
        }

        return units;
    }

    private static (int[] Start, int[] Ranks, int[] Weights) CollectPatterns(List<Unit> units, double[] values, int[] patternOfUnit)
    {
        var ranks = units.ConvertAll(unit => Array.ConvertAll(unit.Ratings, rating => Array.BinarySearch(values, rating)));
        var order = Enumerable.Range(0, units.Count).ToArray();
        Array.Sort(order, (first, second) => ranks[first].AsSpan().SequenceCompareTo(ranks[second]));

        var (start, all, weights) = (new List<int> { 0 }, new List<int>(), new List<int>());
        for (var i = 0; i < order.Length; i++)
        {
            if (i == 0 || !ranks[order[i]].AsSpan().SequenceEqual(ranks[order[i - 1]]))
            {
                all.AddRange(ranks[order[i]]);
                start.Add(all.Count);
                weights.Add(0);
            }

            weights[^1]++;
            patternOfUnit[order[i]] = weights.Count - 1;
        }

        return ([.. start], [.. all], [.. weights]);
    }

    /// <summary>Where each cluster's run of units starts; the units come sorted by cluster.</summary>
    private static (int[] Start, int[] Patterns) GroupByCluster(List<Unit> units, int[] patternOfUnit)
    {
        var start = new List<int>();
        for (var i = 0; i < units.Count; i++)
        {
            if (i == 0 || units[i].Cluster != units[i - 1].Cluster)
            {
                start.Add(i);
            }
        }

        start.Add(units.Count);
        return ([.. start], patternOfUnit);
    }

    private readonly record struct Unit(int Cluster, double[] Ratings);
}
