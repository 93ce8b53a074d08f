using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CrmBench.Core.Model;
using CrmBench.Site.Charts;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>A model over the releases of a benchmark: all of them as a table, comparable ones as a chart.</summary>
internal static partial class ModelHistory
{
    /// <summary>The model's rows in all releases, newest first; empty where there is nothing beyond the one in front.</summary>
    public static ScriptArray Model(ImmutableArray<Entry> entries) => Models.List(
        entries.GroupBy(entry => entry.Benchmark).Where(group => group.Any(entry => !entry.IsInFront)),
        group => new ScriptObject
        {
            ["name"] = group.Key.Benchmark.ShortName,
            ["rows"] = Models.List(group.OrderBy(entry => entry.Benchmark.Releases.IndexOf(entry.Release)), Row),
            ["charts"] = Models.List(
                Comparable(group).Select((points, i) => (points, i)),
                series => Chart(series.points, $"history-{group.Key.Benchmark.Id}-{Format.Plain(series.i + 1)}")),
        });

    /// <summary>
    /// Rows that may be joined by a line, newest release first: the same configuration by the same method, over the same use cases and
    /// ranked by the same dimension, in frozen releases named by nothing but their date. A name says that conditions were others.
    /// </summary>
    internal static IEnumerable<ImmutableArray<Entry>> Comparable(IEnumerable<Entry> entries) => entries
        .Where(entry => entry.Row.RankedBy is { Estimate: not null, Coverage.IsComplete: true })
        .Where(entry => entry.Release.Release.Status == ReleaseStatus.Frozen && PlainDate().IsMatch(entry.Release.Release.Id))
        .OrderBy(entry => entry.Benchmark.Releases.IndexOf(entry.Release))
        .GroupBy(entry => (
            entry.Row.Submission.Variant,
            entry.Board.Method.Id,
            entry.Board.RankBy.Id,
            string.Join(' ', entry.Release.Release.UseCases)))
        .Select(group => group.DistinctBy(entry => entry.Release).ToImmutableArray())
        .Where(series => series.Length > 1);

    private static ScriptObject Row(Entry entry) => new()
    {
        ["release"] = ReleaseText.Name(entry.Release.Release),
        ["path"] = entry.Path,
        ["date"] = Format.Date(entry.Release.Release.Date),
        ["label"] = entry.Row.Submission.Variant.Length == 0 ? "as it is" : entry.Row.Submission.Variant,
        ["method"] = entry.Release.Boards.Length > 1 ? entry.Board.Method.Name : null,
        ["rank"] = RankText.Of(entry.Row),
        ["ranked"] = Format.Count(entry.Board.Complete.Length),
        ["score"] = Figure.Of(
            FigureKey.Dimension(FigureKey.Row(entry.Board, entry.Row), entry.Board.RankBy),
            entry.Board.RankBy.Unit,
            entry.Row.RankedBy.Estimate),
    };

    private static ScriptObject Chart(ImmutableArray<Entry> series, string id)
    {
        var (board, row) = (series[0].Board, series[0].Row);
        var how = series[0].Release.Boards.Length > 1 ? $", {DimensionText.InSentence(board.Method.Name)}" : "";
        var heading = $"{board.RankBy.Name} of {row.Label} over releases{how}";
        var chart = new HistoryChart(
            new ChartFrame(
                id,
                heading,
                $"{Format.Counted(series.Length, "release")} of {board.Benchmark.ShortName} over the same use cases.",
                "No release has a score."),
            ChartFigure.Axis(board.Benchmark, board.RankBy),
            "Release",
            [.. series.Reverse().Select(Point)]);
        return ChartFigure.Fitting(
            chart,
            heading,
            "Only releases over the same use cases, by the same method. Where intervals overlap much, nothing is shown to have changed.",
            level: 3);
    }

    private static HistoryPoint Point(Entry entry)
    {
        var estimate = entry.Row.RankedBy.Estimate!;
        return new HistoryPoint(entry.Release.Release.Id, estimate.Value, ChartFigure.Whisker(estimate.Interval));
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainDate();
}
