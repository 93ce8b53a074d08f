using System.Collections.Immutable;
using CrmBench.Core.Scoring;

namespace CrmBench.Core.Comparing;

/// <summary>Compares the figures of a row: its dimensions, their metrics and the metrics' parts.</summary>
internal static class FigureComparison
{
    /// <summary>The figures that differ; none where the row came or went.</summary>
    public static ImmutableArray<FigureChange> Between(Change<LeaderboardRow> row) => row is { Before: { } before, After: { } after }
        ?
        [
            .. SharedChanges.Pairs(before.Dimensions, after.Dimensions, score => score.Dimension.Id)
                .SelectMany(Figures)
                .Where(figure => figure.IsOfFigure || figure.IsOfCoverage || figure.IsOfTier),
        ]
        : [];

    private static IEnumerable<FigureChange> Figures(Change<DimensionScore> score)
    {
        yield return new FigureChange
        {
            Dimension = score.Latest.Dimension,
            Before = score.Before?.Estimate,
            After = score.After?.Estimate,
            CoverageBefore = score.Before?.Coverage,
            CoverageAfter = score.After?.Coverage,
            TierBefore = score.Before?.Tier,
            TierAfter = score.After?.Tier,
        };
        foreach (var metric in SharedChanges.Pairs(AllMetrics(score.Before), AllMetrics(score.After), metric => metric.Metric.Id))
        {
            yield return new FigureChange
            {
                Dimension = score.Latest.Dimension,
                Metric = metric.Latest.Metric,
                Before = metric.Before?.Estimate,
                After = metric.After?.Estimate,
                CoverageBefore = metric.Before?.Coverage,
                CoverageAfter = metric.After?.Coverage,
            };
        }
    }

    private static IEnumerable<MetricScore> AllMetrics(DimensionScore? score) =>
        (score?.Metrics ?? []).SelectMany(metric => metric.Parts.Prepend(metric));
}
