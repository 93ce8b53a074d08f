using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

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
