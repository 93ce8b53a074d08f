using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>How often each grade was given.</summary>
/// <param name="Lowest">The lowest grade of the scale.</param>
/// <param name="Counts">Number of ratings of each grade, from <paramref name="Lowest"/> up, grades that nobody gave included.</param>
public sealed record RatingDistribution(int Lowest, ImmutableArray<int> Counts)
{
    /// <summary>Number of all ratings, those of responses with a single rating included.</summary>
    public int Total => Counts.Sum();

    /// <summary>Counts whole ratings on a scale.</summary>
    internal static RatingDistribution Of(RatingScale scale, IEnumerable<double> ratings)
    {
        var counts = new int[scale.Highest - scale.Lowest + 1];
        foreach (var rating in ratings)
        {
            counts[(int)rating - scale.Lowest]++;
        }

        return new(scale.Lowest, [.. counts]);
    }
}

/// <summary>Counts the single grades behind a submission's means.</summary>
internal static class GradeCounts
{
    /// <summary>Per use case the grades of a dimension's counted metrics, or of their parts, by one method; null where there are none.</summary>
    public static ImmutableArray<RatingDistribution?> Of(
        Benchmark benchmark, Submission submission, Method method, Dimension dimension, ImmutableArray<UseCase> useCases) =>
        submission.Ratings is { } table && dimension.Scale is { } scale
            ? Count(table, new RaterMethods(benchmark, submission, table), method, RatedIn(table, dimension), scale, useCases)
            : [.. useCases.Select(_ => (RatingDistribution?)null)];

    // As in the mean, the parts of a metric stand for it where it was not rated itself.
    private static ImmutableArray<Metric> RatedIn(RatingTable table, Dimension dimension) =>
        [.. dimension.CountedMetrics.SelectMany(metric => metric.Parts.IsEmpty || table.Metrics.Contains(metric.Id) ? [metric] : metric.Parts.AsEnumerable())];

    private static ImmutableArray<RatingDistribution?> Count(
        RatingTable table, RaterMethods methods, Method method, ImmutableArray<Metric> metrics, RatingScale scale, ImmutableArray<UseCase> useCases)
    {
        var counts = useCases.Select(_ => new int[scale.Highest - scale.Lowest + 1]).ToArray();
        var places = table.UseCases.Select(id => IndexOf(useCases, id)).ToArray();
        foreach (var metric in metrics)
        {
            var (column, filledBy) = (table.Metrics.IndexOf(metric.Id), metric.FilledBy(method));
            for (var row = 0; column >= 0 && row < table.Count; row++)
            {
                var (grade, place) = (table.Values[column][row], places[table.UseCase[row]]);
                if (grade != RatingTable.Missing && place >= 0 && methods.Of(table.Rater[row]).Any(of => methods.Methods[of] == filledBy))
                {
                    counts[place][grade - scale.Lowest]++;
                }
            }
        }

        return [.. counts.Select(each => each.Sum() == 0 ? null : new RatingDistribution(scale.Lowest, [.. each]))];
    }

    private static int IndexOf(ImmutableArray<UseCase> useCases, string id)
    {
        for (var i = 0; i < useCases.Length; i++)
        {
            if (useCases[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>
/// The share of good grades and the median grade, which a mean does not show. Use cases have the weights that they have in the mean.
/// </summary>
/// <param name="GoodShare">Share of the grades above the middle of the scale (3 and 4 on 1-4), in percent.</param>
/// <param name="Median">The median grade; between two grades where exactly half of the grades lie below.</param>
/// <param name="Count">How many single grades there are.</param>
public sealed record GradeSpread(double GoodShare, double Median, int Count)
{
    // Weights add up to 1 except for rounding in their last bits.
    internal const double Same = 1e-9;

    /// <summary>The lowest grade above the middle of a scale: 3 on 1-4, 4 on 1-5.</summary>
    public static int LowestGood(Model.RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return (int)Math.Floor((scale.Lowest + scale.Highest) / 2.0) + 1;
    }

    /// <summary>The spread over use cases with their weights; null where one of them has no single grades.</summary>
    internal static GradeSpread? Of(Model.RatingScale scale, ImmutableArray<(double Weight, RatingDistribution? Grades)> useCases)
    {
        if (useCases.IsEmpty || useCases.Any(useCase => useCase.Grades is null))
        {
            return null;
        }

        var all = useCases.Sum(useCase => useCase.Weight);
        var shares = new double[scale.Highest - scale.Lowest + 1];
        foreach (var (weight, grades) in useCases)
        {
            double total = grades!.Total;
            for (var i = 0; i < shares.Length; i++)
            {
                shares[i] += weight / all * (grades.Counts[i] / total);
            }
        }

        var good = shares.Skip(LowestGood(scale) - scale.Lowest).Sum();
        return new GradeSpread(100 * good, scale.Lowest + Middle(shares), useCases.Sum(useCase => useCase.Grades!.Total));
    }

    private static double Middle(double[] shares)
    {
        var below = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            below += shares[i];
            if (below > 0.5 + Same)
            {
                return i;
            }

            if (below > 0.5 - Same)
            {
                // Exactly half lies here and below: the middle is half way to the next grade that was given.
                var next = Array.FindIndex(shares, i + 1, share => share > 0);
                return next < 0 ? i : (i + next) / 2.0;
            }
        }

        return shares.Length - 1;
    }
}
