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

    private RatedUnits(RatingRuns runs, bool isUsable)
    {
        IsUsable = isUsable;
        Count = runs.Count;
        RatingCount = runs.Ratings.Length;
        (Values, var ranks) = Rank(runs.Ratings);

        var patternOfUnit = new int[runs.Count];
        (_patternStart, _patternRanks, Weights) = CollectPatterns(runs, ranks, patternOfUnit);
        (_clusterStart, _clusterPatterns) = (ClusterStarts(runs), patternOfUnit);
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

        var (lowestUnit, unitBits) = RangeOf(units);
        var (lowestCluster, clusterBits) = RangeOf(clusters);
        var clusterShift = clusters.IsEmpty ? 0 : unitBits;

        var (isUsable, count) = (true, 0);
        var (keys, rated) = (new ulong[ratings.Length], new double[ratings.Length]);
        for (var i = 0; i < ratings.Length; i++)
        {
            isUsable &= !double.IsInfinity(ratings[i]);
            if (!double.IsNaN(ratings[i]))
            {
                var cluster = clusters.IsEmpty ? 0 : (ulong)((long)clusters[i] - lowestCluster);
                keys[count] = (cluster << clusterShift) | (ulong)(units[i] - lowestUnit);
                rated[count] = ratings[i];
                count++;
            }
        }

        RadixSort.Sort(keys.AsSpan(0, count), rated.AsSpan(0, count), unitBits + clusterBits);
        return new(RatingRuns.Of(keys.AsSpan(0, count), rated.AsSpan(0, count), clusterShift), isUsable);
    }

    /// <summary>The ratings of a pattern as ascending positions in <see cref="Values"/>; two or more.</summary>
    internal ReadOnlySpan<int> Pattern(int pattern) => _patternRanks.AsSpan(_patternStart[pattern].._patternStart[pattern + 1]);

    /// <summary>The pattern of each unit of a cluster.</summary>
    internal ReadOnlySpan<int> PatternsOfCluster(int cluster) =>
        _clusterPatterns.AsSpan(_clusterStart[cluster].._clusterStart[cluster + 1]);

    /// <summary>The lowest of some numbers, and how many bits the others need when counted from it.</summary>
    private static (long Lowest, int Bits) RangeOf(ReadOnlySpan<int> numbers)
    {
        if (numbers.IsEmpty)
        {
            return (0, 0);
        }

        var (lowest, highest) = (numbers[0], numbers[0]);
        foreach (var number in numbers)
        {
            lowest = Math.Min(lowest, number);
            highest = Math.Max(highest, number);
        }

        return (lowest, RadixSort.BitsOf((ulong)((long)highest - lowest)));
    }

    /// <summary>The distinct ratings, ascending, and the position of each rating among them.</summary>
    private static (double[] Values, int[] Ranks) Rank(double[] ratings)
    {
        var codes = new Dictionary<double, int>();
        var ranks = new int[ratings.Length];
        for (var i = 0; i < ratings.Length; i++)
        {
            if (!codes.TryGetValue(ratings[i], out ranks[i]))
            {
                ranks[i] = codes.Count;
                codes.Add(ratings[i], ranks[i]);
            }
        }

        double[] values = [.. codes.Keys.Order()];
        var rankOfCode = new int[values.Length];
        for (var rank = 0; rank < values.Length; rank++)
        {
            rankOfCode[codes[values[rank]]] = rank;
        }

        foreach (ref var code in ranks.AsSpan())
        {
            code = rankOfCode[code];
        }

        return (values, ranks);
    }

    private static (int[] Start, int[] Ranks, int[] Weights) CollectPatterns(RatingRuns runs, int[] ranks, int[] patternOfUnit)
    {
        // A tree of prefixes gives every pattern one number, whatever its length, without comparing units with each other.
        var (tree, nodes) = (new Dictionary<long, int>(), 1);
        var examples = new Dictionary<int, int>();
        for (var unit = 0; unit < runs.Count; unit++)
        {
            var pattern = ranks.AsSpan(runs.Start[unit]..runs.Start[unit + 1]);
            pattern.Sort();
            var node = 0;
            foreach (var rank in pattern)
            {
                var edge = ((long)node << 32) | (uint)rank;
                if (!tree.TryGetValue(edge, out var child))
                {
                    child = nodes++;
                    tree.Add(edge, child);
                }

                node = child;
            }

            examples.TryAdd(node, unit);
            patternOfUnit[unit] = node;
        }

        return InOrder(runs, ranks, examples, patternOfUnit, nodes);
    }

    /// <summary>Numbers the patterns in their own order, so that sums are rounded alike whatever the order of rows and hashes.</summary>
    private static (int[] Start, int[] Ranks, int[] Weights) InOrder(
        RatingRuns runs, int[] ranks, Dictionary<int, int> examples, int[] nodeOfUnit, int nodes)
    {
        ReadOnlySpan<int> Ranks(int unit) => ranks.AsSpan(runs.Start[unit]..runs.Start[unit + 1]);
        var order = examples.ToArray();
        Array.Sort(order, (first, second) => Ranks(first.Value).SequenceCompareTo(Ranks(second.Value)));

        var (start, all, weights, patternOfNode) = (new int[order.Length + 1], new List<int>(), new int[order.Length], new int[nodes]);
        for (var pattern = 0; pattern < order.Length; pattern++)
        {
            all.AddRange(Ranks(order[pattern].Value));
            start[pattern + 1] = all.Count;
            patternOfNode[order[pattern].Key] = pattern;
        }

        foreach (ref var pattern in nodeOfUnit.AsSpan())
        {
            pattern = patternOfNode[pattern];
            weights[pattern]++;
        }

        return (start, [.. all], weights);
    }

    /// <summary>Where each cluster's run of units starts, and the number of units.</summary>
    private static int[] ClusterStarts(RatingRuns runs)
    {
        var start = new List<int>();
        for (var unit = 0; unit < runs.Count; unit++)
        {
            if (unit == 0 || runs.Cluster[unit] != runs.Cluster[unit - 1])
            {
                start.Add(unit);
            }
        }

        return [.. start, runs.Count];
    }

    /// <summary>The units with two ratings or more, by cluster.</summary>
    /// <param name="Start">Per unit where its ratings begin, and their number at the end.</param>
    /// <param name="Cluster">Per unit its cluster.</param>
    /// <param name="Ratings">The ratings, unit after unit.</param>
    private sealed record RatingRuns(int[] Start, ulong[] Cluster, double[] Ratings)
    {
        public int Count => Cluster.Length;

        /// <summary>Cuts sorted rows into units, and drops those with a single rating.</summary>
        public static RatingRuns Of(ReadOnlySpan<ulong> keys, ReadOnlySpan<double> ratings, int clusterShift)
        {
            var (starts, clusters, kept, count) = (new List<int> { 0 }, new List<ulong>(), new double[ratings.Length], 0);
            for (var start = 0; start < keys.Length;)
            {
                var end = start + 1;
                while (end < keys.Length && keys[end] == keys[start])
                {
                    end++;
                }

                if (end - start > 1)
                {
                    ratings[start..end].CopyTo(kept.AsSpan(count));
                    count += end - start;
                    starts.Add(count);
                    clusters.Add(keys[start] >> clusterShift);
                }

                start = end;
            }

            return new([.. starts], [.. clusters], kept[..count]);
        }
    }
}
