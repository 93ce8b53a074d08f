using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>The first row of the board in front, step by step: from metrics to use cases to the score, its interval and its rank.</summary>
internal static class WorkedExample
{
    public static ScriptObject? Of(ScoredBenchmark scored)
    {
        if (scored.Front?.Boards[0] is not { Complete: [var row, ..] } board)
        {
            return null;
        }

        var score = row.RankedBy;
        var dimension = score.Dimension;
        var estimate = score.Estimate!;
        var counted = dimension.CountedMetrics.ToArray();
        var key = FigureKey.Row(board, row);
        return new ScriptObject
        {
            ["label"] = row.Label,
            ["path"] = Addresses.ModelOn(row, board),
            ["dimension"] = dimension.Name,
            ["metrics"] = counted.Length > 1 ? Models.List(counted, metric => metric.Name) : null,
            ["rows"] = Models.List(score.UseCases, useCase => new ScriptObject
            {
                ["name"] = useCase.UseCase.Name,
                ["cells"] = counted.Length > 1
                    ? Models.List(counted, metric => Figure.Of(
                        FigureKey.Metric(key, dimension, metric, useCase.UseCase),
                        metric.Unit,
                        useCase.Cells.First(cell => cell.Metric.Id == metric.Id).Estimate))
                    : new ScriptArray(),
                ["figure"] = Figure.Of(FigureKey.Dimension(key, dimension, useCase.UseCase), dimension.Unit, useCase.Estimate),
                ["error"] = useCase.Estimate?.StandardError is { } error ? Format.WithUnit(dimension.Unit, error) : null,
                ["count"] = useCase.Estimate is { } known ? DimensionText.Count(known) : null,
            }),
            ["figure"] = Figure.Of(FigureKey.Dimension(key, dimension), dimension.Unit, estimate),
            ["unit"] = Format.Suffix(dimension.Unit),
            ["error"] = estimate.StandardError is { } standard ? Format.WithUnit(dimension.Unit, standard) : null,
            ["factor"] = estimate is { StandardError: > 0 and var spread, Interval: { } interval }
                ? Format.Value(Unit.Grade, interval.HalfWidth / spread)
                : null,
            ["level"] = estimate.Level is { } level ? Format.Level(level) : null,
            ["rank"] = RankSentence(board, row),
        };
    }

    private static string? RankSentence(Leaderboard board, LeaderboardRow row)
    {
        if (row.RankRange is not { } range)
        {
            return null;
        }

        var worse = board.Complete.Length - range.Worst;
        return $"{Format.Count(range.Best - 1)} of the {Format.Count(board.Complete.Length - 1)} other complete rows "
            + $"{(range.Best - 1 == 1 ? "is" : "are")} shown to be better and {Format.Count(worse)} to be worse, "
            + $"so its rank is {Format.Ranks(range)}.";
    }
}
