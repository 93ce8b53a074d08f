using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Charts;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>The charts of a model's page: its rank among its neighbours, its metrics against the field.</summary>
internal static class ModelCharts
{
    /// <summary>Rows of a board beyond which only the model's neighbours are drawn.</summary>
    private const int MostRows = 15;

    /// <summary>The rank ranges around a model; null where the board has no ranges, or none of the model.</summary>
    public static ChartFigure? Ranks(Leaderboard board, ModelCard card)
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
                "No row has a rank range.")
            {
                Subject = board.Benchmark.Subject.Title,
            },
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
    public static ChartFigure? Profile(BoardIndex field, LeaderboardRow row, string id, int level)
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

    /// <summary>A metric of the row among the complete rows; null where it is missing or partial, or fewer than two rows have all of it.</summary>
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

/// <summary>A model in the releases of a benchmark.</summary>
[TemplateModel]
internal sealed partial record HistoryGroup(string Name, ImmutableArray<ChartFigure> Charts);

/// <summary>A model over the releases of a benchmark that compare, as charts; the table of where it stands has them all.</summary>
internal static partial class ModelHistory
{
    /// <summary>The benchmarks of which two or more releases compare.</summary>
    public static ImmutableArray<HistoryGroup> Model(ImmutableArray<Entry> entries) =>
    [
        .. entries.GroupBy(entry => entry.Benchmark).Select(group => new HistoryGroup(
            Name: group.Key.Benchmark.ShortName,
            Charts: [.. Comparable(group).Select((points, i) => Chart(points, $"history-{group.Key.Benchmark.Id}-{Format.Plain(i + 1)}"))]))
            .Where(group => !group.Charts.IsEmpty),
    ];

    /// <summary>
    /// Rows that may be joined by a line, newest release first: the same configuration by the same method, over the same use cases and
    /// ranked by the same dimension, in frozen releases named by nothing but their date: a release with another name was measured under other conditions.
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

    private static ChartFigure Chart(ImmutableArray<Entry> series, string id)
    {
        var (board, row) = (series[0].Board, series[0].Row);
        var how = series[0].Release.Boards.Length > 1 ? $", {DimensionText.InSentence(board.Method.Name)}" : "";
        var heading = $"{board.RankBy.Name} of {row.Label} over releases{how}";
        var chart = new HistoryChart(
            new ChartFrame(
                id,
                heading,
                $"{Format.Counted(series.Length, "release")} of {board.Benchmark.ShortName} over the same {board.Benchmark.UseCaseNoun.Many}.",
                "No release has a score."),
            ChartFigure.Axis(board.Benchmark, board.RankBy),
            "Release",
            [.. series.Reverse().Select(Point)]);
        return ChartFigure.Fitting(
            chart,
            heading,
            $"Only releases over the same {board.Benchmark.UseCaseNoun.Many}, by the same method. Where intervals overlap much, nothing is shown to have changed.",
            level: 3);
    }

    private static HistoryPoint Point(Entry entry)
    {
        var estimate = entry.Row.RankedBy.Estimate!;
        return new HistoryPoint(entry.Release.Release.Name, estimate.Value, ChartFigure.Whisker(estimate.Interval));
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainDate();
}
