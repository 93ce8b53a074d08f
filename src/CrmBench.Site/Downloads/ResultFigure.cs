using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Downloads;

/// <summary>One figure of a board as it is downloaded: a dimension or a metric of a row, over all use cases or in one.</summary>
/// <param name="Row">The row.</param>
/// <param name="UseCase">The use case, or null over all of the board's.</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="Metric">The metric, or null for the dimension itself.</param>
/// <param name="Estimate">The figure.</param>
/// <param name="Coverage">How many of how many use cases stand behind it; null for a figure of one use case.</param>
internal sealed record ResultFigure(
    LeaderboardRow Row, UseCase? UseCase, Dimension Dimension, Metric? Metric, Estimate Estimate, Coverage? Coverage)
{
    /// <summary>What the numbers are.</summary>
    public Unit Unit => Metric?.Unit ?? Dimension.Unit;

    /// <summary>All figures of a board, row by row in its order; what was not measured has no figure.</summary>
    public static IEnumerable<ResultFigure> Of(Leaderboard board) =>
        from row in board.Rows
        from score in row.Dimensions
        from figure in Of(row, score)
        select figure;

    private static IEnumerable<ResultFigure> Of(LeaderboardRow row, DimensionScore score)
    {
        if (score.Estimate is { } whole)
        {
            yield return new ResultFigure(row, null, score.Dimension, null, whole, score.Coverage);
        }

        foreach (var metric in score.Metrics.SelectMany(metric => metric.Parts.Prepend(metric)))
        {
            if (metric.Estimate is { } estimate)
            {
                yield return new ResultFigure(row, null, score.Dimension, metric.Metric, estimate, metric.Coverage);
            }
        }

        foreach (var useCase in score.UseCases)
        {
            if (useCase.Estimate is { } inUseCase)
            {
                yield return new ResultFigure(row, useCase.UseCase, score.Dimension, null, inUseCase, null);
            }

            foreach (var cell in useCase.Cells.SelectMany(cell => cell.Parts.Prepend(cell)))
            {
                if (cell.Estimate is { } estimate)
                {
                    yield return new ResultFigure(row, useCase.UseCase, score.Dimension, cell.Metric, estimate, null);
                }
            }
        }
    }
}
