using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Charts;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>The charts beside a board: its ranking dimension against money and against seconds.</summary>
internal static class BoardCharts
{
    private const int SideWidth = 340;

    public static ScriptArray Of(Leaderboard board)
    {
        var charts = new ScriptArray();
        foreach (var dimension in board.Benchmark.Dimensions.Where(dimension =>
            dimension.Unit is Unit.Usd or Unit.Seconds && dimension.Id != board.RankBy.Id))
        {
            var rows = board.Complete.Concat(board.Partial).Where(row => row[dimension].Estimate is not null).ToImmutableArray();
            // Two points are the least that a reader can compare; the board itself shows the one.
            if (rows.Length >= 2)
            {
                charts.Add(Against(board, dimension, rows));
            }
        }

        return charts;
    }

    private static ScriptObject Against(Leaderboard board, Dimension dimension, ImmutableArray<LeaderboardRow> rows)
    {
        var (measure, other) = (DimensionText.InSentence(board.RankBy.Name), DimensionText.InSentence(dimension.Name));
        var heading = $"{board.RankBy.Name} against {other}";
        var all = board.Complete.Length + board.Partial.Length;
        var frame = new ChartFrame(
            $"chart-{dimension.Id}",
            heading,
            $"{Format.Counted(rows.Length, "row")} of {Format.Count(all)} with a figure for {other}; first by {measure}: {rows[0].Label}.",
            $"No row has a figure for {other}.")
        {
            Width = SideWidth,
        };
        var chart = new ScatterChart(
            frame,
            ChartFigure.Axis(board.Benchmark, dimension),
            ChartFigure.Axis(board.Benchmark, board.RankBy),
            [.. rows.Select(row => Point(row, dimension))]);
        var missing = all - rows.Length;
        var figure = ChartFigure.Of(
            chart,
            heading,
            (rows.Any(row => row[dimension].IsComparable)
                ? $"Blue: no complete row is both better and {(dimension.Unit == Unit.Usd ? "cheaper" : "faster")}."
                : "No row is marked as best: none has a figure of its own over all use cases.")
            + (missing == 0 ? "" : $" {Format.Plural(missing, "row has", "rows have")} no figure for {other}."));
        figure["against"] = dimension.Id;
        return figure;
    }

    private static ScatterPoint Point(LeaderboardRow row, Dimension dimension)
    {
        var (y, x) = (row.RankedBy.Estimate!, row[dimension].Estimate!);
        return new ScatterPoint(row.Label, x.Value, y.Value)
        {
            Row = row.Submission.Id,
            XInterval = ChartFigure.Whisker(x.Interval),
            YInterval = ChartFigure.Whisker(y.Interval),
            Partial = row.RankedBy.IsPartial || !row[dimension].IsComparable,
            Standing = row.RankedBy.IsPartial ? null : DimensionText.Apart(x.Belonging),
        };
    }
}
