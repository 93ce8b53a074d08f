using System.Collections.Immutable;
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
internal readonly record struct ResultFigure(
    LeaderboardRow Row, UseCase? UseCase, Dimension Dimension, Metric? Metric, Estimate Estimate, Coverage? Coverage)
{
    /// <summary>What the numbers are.</summary>
    public Unit Unit => Metric?.Unit ?? Dimension.Unit;

    /// <summary>The addresses of its sources, each once.</summary>
    public ImmutableArray<string> Sources => Estimate.Evidence is [var only]
        ? [only.Source.Url]
        : [.. Estimate.Evidence.Select(evidence => evidence.Source.Url).Distinct(StringComparer.Ordinal)];

    /// <summary>All figures of a board, row by row in its order; what was not measured has no figure.</summary>
    public static IEnumerable<ResultFigure> Of(Leaderboard board) => board.Rows.Concat(board.References).SelectMany(Of);

    /// <summary>All figures of a row.</summary>
    public static IEnumerable<ResultFigure> Of(LeaderboardRow row)
    {
        foreach (var score in row.Dimensions)
        {
            if (score.Estimate is { } whole)
            {
                yield return new ResultFigure(row, null, score.Dimension, null, whole, score.Coverage);
            }

            foreach (var metric in score.Metrics)
            {
                if (metric.Estimate is { } estimate)
                {
                    yield return new ResultFigure(row, null, score.Dimension, metric.Metric, estimate, metric.Coverage);
                }

                foreach (var part in metric.Parts)
                {
                    if (part.Estimate is { } estimateOfPart)
                    {
                        yield return new ResultFigure(row, null, score.Dimension, part.Metric, estimateOfPart, part.Coverage);
                    }
                }
            }

            foreach (var useCase in score.UseCases.Where(useCase => !useCase.UseCase.IsWhole))
            {
                if (useCase.Estimate is { } inUseCase)
                {
                    yield return new ResultFigure(row, useCase.UseCase, score.Dimension, null, inUseCase, null);
                }

                foreach (var cell in useCase.Cells)
                {
                    if (cell.Estimate is { } estimate)
                    {
                        yield return new ResultFigure(row, useCase.UseCase, score.Dimension, cell.Metric, estimate, null);
                    }

                    foreach (var part in cell.Parts)
                    {
                        if (part.Estimate is { } estimateOfPart)
                        {
                            yield return new ResultFigure(row, useCase.UseCase, score.Dimension, part.Metric, estimateOfPart, null);
                        }
                    }
                }
            }
        }
    }
}
