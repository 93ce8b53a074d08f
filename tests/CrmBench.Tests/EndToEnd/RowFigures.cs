using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Tests.EndToEnd;

/// <summary>The figures of a row, asked for by what they measure.</summary>
internal static class RowFigures
{
    /// <summary>A metric of a row in a use case.</summary>
    public static Estimate? Cell(this LeaderboardRow row, string metric, string useCase) =>
        row.Dimensions
            .SelectMany(dimension => dimension.UseCases)
            .Where(score => score.UseCase.Id == useCase)
            .SelectMany(score => score.Cells.Concat(score.Cells.SelectMany(cell => cell.Parts)))
            .Single(cell => cell.Metric.Id == metric)
            .Estimate;

    /// <summary>A metric of a row over all use cases.</summary>
    public static Estimate? Metric(this LeaderboardRow row, string metric) =>
        row.Dimensions
            .SelectMany(dimension => dimension.Metrics.Concat(dimension.Metrics.SelectMany(score => score.Parts)))
            .Single(score => score.Metric.Id == metric)
            .Estimate;

    /// <summary>The dimension whose value is in a unit.</summary>
    public static DimensionScore In(this LeaderboardRow row, Unit unit) => row.Dimensions.First(score => score.Dimension.Unit == unit);
}
