using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Charts;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>The charts of a model's page: its rank among its neighbours, its metrics against the field.</summary>
internal static class ModelCharts
{
    /// <summary>Rows of a board beyond which only the model's neighbours are drawn.</summary>
    private const int MostRows = 15;

    /// <summary>The rank ranges around a model; null where the board has no ranges, or none of the model.</summary>
    public static ScriptObject? Ranks(Leaderboard board, ModelCard card)
    {
        var own = board.Complete.Where(row => row.Model.Id == card.Id && row.RankRange is not null).ToImmutableArray();
        if (own.IsEmpty || board.Complete.Length < 2)
        {
            return null;
        }

        var shown = Nearest(board.Complete, card);
        var several = board.Benchmark.Methods.Length > 1;
        var heading = several ? $"Rank among its neighbours, {DimensionText.InSentence(board.Method.Name)}" : "Rank among its neighbours";
        var ranks = string.Join("; ", own.Select(row => $"{row.Label}: {RankText.Sentence(row, board)}"));
        var chart = new RankRangeChart(
            new ChartFrame(
                $"ranks-{Addresses.PartOfModel(board.Benchmark, board.Release)}-{board.Method.Id}",
                $"Rank ranges on {board.Benchmark.ShortName} around {card.Name}",
                $"{ranks}. {Format.Counted(shown.Length, "row")} of {Format.Count(board.Complete.Length)} shown.",
                "No row has a rank range."),
            "Rank, 1 is best",
            "Rank range",
            [.. shown.Select(row => new RankRangeRow(
                row.Label, row.RankRange!.Best, row.RankRange.Worst, row.Rank!.Value, Strong: row.Model.Id == card.Id))]);
        return ChartFigure.Fitting(
            chart,
            heading,
            "The dot is the rank by score, the bar every rank that the intervals leave open."
            + (shown.Length < board.Complete.Length
                ? $" The {Format.Plain(shown.Length)} nearest of {Format.Count(board.Complete.Length)} ranked rows."
                : ""),
            level: 3);
    }

    /// <summary>Each metric of a row against the complete rows; null where fewer than two metrics can be compared.</summary>
    /// <param name="field">The board's rows.</param>
    /// <param name="row">The row.</param>
    /// <param name="id">What tells the chart apart within the page.</param>
    /// <param name="level">Level of the chart's heading.</param>
    public static ScriptObject? Profile(BoardIndex field, LeaderboardRow row, string id, int level)
    {
        var board = field.Board;
        var rows = Metrics(row).Select(pair => ProfileRow(field, pair.Score, pair.Metric)).OfType<ProfileRow>().ToImmutableArray();
        if (rows.Length < 2)
        {
            return null;
        }

        var chart = new ProfileChart(
            new ChartFrame(
                id,
                $"{row.Label} against the field on {board.Benchmark.ShortName}",
                $"{Format.Counted(rows.Length, "metric")}, each on a scale of its own from the worst to the best complete row.",
                "No metric can be compared with other rows."),
            "Metric",
            "Middle half of the complete rows",
            rows);
        return ChartFigure.Fitting(
            chart,
            "Profile against the field",
            (board.Complete.Length > ProfileChart.MostMarks
                ? $"The band is the middle half of the {Format.Count(board.Complete.Length)} complete rows, the dot this one. "
                : $"A line is one of the {Format.Plain(board.Complete.Length)} complete rows, the band their middle half, the dot this one. ")
            + "Each metric has a scale of its own.",
            level);
    }

    /// <summary>What the row's metric is among the complete rows; null where it, or all else, is missing or partial.</summary>
    private static ProfileRow? ProfileRow(BoardIndex board, DimensionScore score, MetricScore metric)
    {
        if (metric.Estimate is not { Belonging: Belonging.Row } estimate || !metric.Coverage.IsComplete)
        {
            return null;
        }

        var field = board.OfMetric(score.Dimension, metric.Metric);
        if (field.Values.Length < 2)
        {
            return null;
        }

        var axis = ChartFigure.Axis(NameOf(score.Dimension, metric.Metric), metric.Metric);
        return new ProfileRow(axis, estimate.Value, ChartFigure.Whisker(estimate.Interval), field);
    }

    /// <summary>A metric's name, or its dimension's where that holds nothing else.</summary>
    public static string NameOf(Dimension dimension, Metric metric) => dimension.Metrics.Length == 1 ? dimension.Name : metric.Name;

    private static IEnumerable<(DimensionScore Score, MetricScore Metric)> Metrics(LeaderboardRow row) =>
        row.Dimensions.SelectMany(score => score.Metrics, (score, metric) => (score, metric));

    /// <summary>The ranked rows, or as many of them as are nearest to the model's, in the board's order.</summary>
    private static ImmutableArray<LeaderboardRow> Nearest(ImmutableArray<LeaderboardRow> complete, ModelCard card)
    {
        int[] own = [.. Enumerable.Range(0, complete.Length).Where(i => complete[i].Model.Id == card.Id)];
        var distances = Distances(own, complete.Length);
        return
        [
            .. Enumerable.Range(0, complete.Length)
                .Where(i => complete[i].RankRange is not null)
                .OrderBy(i => distances[i])
                .Take(Math.Max(MostRows, own.Length))
                .Order()
                .Select(i => complete[i]),
        ];
    }

    /// <summary>For each place how far the nearest of the places <paramref name="own"/> is, which rise.</summary>
    private static int[] Distances(int[] own, int count)
    {
        var distances = new int[count];
        for (var (i, next) = (0, 0); i < count; i++)
        {
            while (next < own.Length - 1 && Math.Abs(own[next + 1] - i) <= Math.Abs(own[next] - i))
            {
                next++;
            }

            distances[i] = Math.Abs(own[next] - i);
        }

        return distances;
    }
}
