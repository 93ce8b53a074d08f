using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Sorts the ratings of a submission into groups by use case and method.</summary>
internal static class RatedGroups
{
    /// <summary>Groups the ratings.</summary>
    /// <param name="submission">A submission; without ratings there are no groups.</param>
    /// <param name="items">Numbers items of the release by use case and name.</param>
    /// <param name="units">The factor of each metric by identifier: 1, or 100 where a flag becomes percent.</param>
    /// <returns>Groups in the order of the file's use cases, then by method (ordinal).</returns>
    public static IEnumerable<RatedGroup> Of(
        Submission submission, ItemNumbers items, IReadOnlyDictionary<string, double> units)
    {
        if (submission.Ratings is not { } table)
        {
            yield break;
        }

        var methods = MethodsOfRaters(submission, table, out var methodOfRater);
        var numbers = items.Of(table);
        var factors = table.Metrics.Select(metric => units[metric]).ToArray();
        var buckets = RowsByGroup(table, methodOfRater, methods.Length);
        for (var useCase = 0; useCase < table.UseCases.Length; useCase++)
        {
            for (var method = 0; method < methods.Length; method++)
            {
                if (buckets[(useCase * methods.Length) + method] is { } rows)
                {
                    yield return Group(table, useCase, methods[method], rows, numbers, factors);
                }
            }
        }
    }

    private static ImmutableArray<string> MethodsOfRaters(Submission submission, RatingTable table, out int[] methodOfRater)
    {
        var judges = submission.Judges.ToDictionary(judge => judge.Rater, judge => judge.Method, StringComparer.Ordinal);
        var names = table.Raters.Select(rater => judges.GetValueOrDefault(rater, submission.Method)).ToArray();
        ImmutableArray<string> methods = [.. names.Distinct().Order(StringComparer.Ordinal)];
        methodOfRater = [.. names.Select(name => methods.IndexOf(name))];
        return methods;
    }

    private static List<int>?[] RowsByGroup(RatingTable table, int[] methodOfRater, int methods)
    {
        var buckets = new List<int>?[table.UseCases.Length * methods];
        for (var row = 0; row < table.Count; row++)
        {
            ref var bucket = ref buckets[(table.UseCase[row] * methods) + methodOfRater[table.Rater[row]]];
            (bucket ??= []).Add(row);
        }

        return buckets;
    }

    private static RatedGroup Group(
        RatingTable table, int useCase, string method, List<int> rows, Func<int, int, int> numbers, double[] factors)
    {
        var numberOfRow = rows.ConvertAll(row => numbers(useCase, table.Item[row]));
        int[] items = [.. numberOfRow.Distinct().Order()];
        var position = new Dictionary<int, int>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            position.Add(items[i], i);
        }

        var positions = numberOfRow.ConvertAll(number => position[number]);
        var itemMeans = new double[table.Metrics.Length][];
        var ratingCounts = new int[table.Metrics.Length];
        for (var metric = 0; metric < itemMeans.Length; metric++)
        {
            (itemMeans[metric], ratingCounts[metric]) = ItemMeans(table.Values[metric], rows, positions, items.Length, factors[metric]);
        }

        return new RatedGroup(table.UseCases[useCase], method, items, table.Metrics, itemMeans, ratingCounts);
    }

    private static (double[] Means, int Ratings) ItemMeans(
        ImmutableArray<short> values, List<int> rows, List<int> positions, int itemCount, double factor)
    {
        var sums = new double[itemCount];
        var counts = new int[itemCount];
        for (var r = 0; r < rows.Count; r++)
        {
            var value = values[rows[r]];
            if (value != RatingTable.Missing)
            {
                sums[positions[r]] += value;
                counts[positions[r]]++;
            }
        }

        for (var i = 0; i < itemCount; i++)
        {
            sums[i] = counts[i] == 0 ? double.NaN : factor * sums[i] / counts[i];
        }

        return (sums, counts.Sum());
    }
}
