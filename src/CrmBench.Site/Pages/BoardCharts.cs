using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Charts;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>A chart with its heading, its note and its data, as the partial <c>chart</c> shows it.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Level">Level of the heading.</param>
/// <param name="Note">What to know for reading it.</param>
/// <param name="Drawing">The chart.</param>
/// <param name="Head">The headings of its data.</param>
/// <param name="Rows">Its data.</param>
[TemplateModel]
internal sealed partial record ChartFigure(
    string Heading, int Level, string Note, Html Drawing, ImmutableArray<string> Head, ImmutableArray<ChartRow> Rows)
{
    /// <summary>The dimension on the chart's other axis, where scripts may draw it again for the rows that a reader leaves; or null.</summary>
    public string? Against { get; init; }

    /// <summary>A chart for a place of known width.</summary>
    public static ChartFigure Of(Chart chart, string heading, string note) => Model(chart, heading, note, chart.Render(), 2);

    /// <summary>A chart for the main column, which is a phone's or a desk's.</summary>
    public static ChartFigure Fitting(Chart chart, string heading, string note, int level = 2) =>
        Model(chart, heading, note, chart.RenderFitting(), level);

    /// <summary>The axis of a dimension's values.</summary>
    public static ChartAxis Axis(Benchmark benchmark, Dimension dimension)
    {
        return Axis(DimensionText.NameWithUnit(benchmark, dimension), dimension.Printed, dimension.Better, dimension.Scale);
    }

    /// <summary>The axis of a metric's values, under a name of the caller's choice.</summary>
    public static ChartAxis Axis(string name, Metric metric) => Axis(name, metric.Printed, metric.Better, metric.Scale);

    public static Whisker? Whisker(Interval? interval) => interval is null ? null : new Whisker(interval.Low, interval.High);

    private static ChartAxis Axis(string name, PrintedUnit unit, Direction better, RatingScale? scale)
    {
        var axis = new ChartAxis(name, value => Format.WithUnit(unit, value)) { Better = better };
        return unit.Unit switch
        {
            Unit.Grade when scale is not null => axis with { Least = scale.Lowest, Most = scale.Highest },
            Unit.Percent => axis with { Least = 0, Most = 100 },
            Unit.Share => axis with { Least = 0, Most = 1 },
            Unit.Number => axis,
            Unit.Usd => axis with { Log = true, Currency = "$", Power = 3, Least = 0 },
            _ => axis with { Least = 0 },
        };
    }

    private static ChartFigure Model(Chart chart, string heading, string note, string markup, int level)
    {
        var table = chart.ToTable();
        return new(
            heading, level, note, new Html(markup), [.. table.Headers], [.. table.Rows.Select(row => new ChartRow(row[0], [.. row.Skip(1)]))]);
    }
}

/// <summary>A row of a chart's data.</summary>
[TemplateModel]
internal sealed partial record ChartRow(string Name, ImmutableArray<string> Cells);

/// <summary>The charts beside a board: its ranking dimension against money and against seconds.</summary>
internal static class BoardCharts
{
    private const int SideWidth = 340;

    public static ImmutableArray<ChartFigure> Of(Leaderboard board)
    {
        var charts = ImmutableArray.CreateBuilder<ChartFigure>();
        foreach (var dimension in board.Benchmark.Dimensions.Where(dimension =>
            (dimension.Unit == Unit.Usd || dimension.Unit.IsTime()) && dimension.Id != board.RankBy.Id))
        {
            var rows = board.Complete.Concat(board.Partial).Where(row => row[dimension].Estimate is not null).ToImmutableArray();
            // A single point compares nothing, and the board shows it already.
            if (rows.Length >= 2)
            {
                charts.Add(Against(board, dimension, rows));
            }
        }

        return charts.ToImmutable();
    }

    private static ChartFigure Against(Leaderboard board, Dimension dimension, ImmutableArray<LeaderboardRow> rows)
    {
        var other = DimensionText.InSentence(dimension.Name);
        var heading = $"{board.RankBy.Name} against {other}";
        var all = board.Complete.Length + board.Partial.Length;
        var frame = new ChartFrame(
            $"chart-{dimension.Id}",
            heading,
            $"{Format.Counted(rows.Length, "row")} of {Format.Count(all)} with a figure for {other}; highest on the board: {rows[0].Label}.",
            $"No row has a figure for {other}.")
        {
            Width = SideWidth,
            Subject = board.Benchmark.Subject.Title,
        };
        var chart = new ScatterChart(
            frame,
            ChartFigure.Axis(board.Benchmark, dimension),
            ChartFigure.Axis(board.Benchmark, board.RankBy),
            [.. rows.Select(row => Point(row, dimension))]);
        var missing = all - rows.Length;
        return ChartFigure.Of(
            chart,
            heading,
            (chart.Frontier() is [_, ..] frontier
                ? $"The frontier, in blue: {Format.List([.. frontier.Select(i => rows[i].Label)])}. {NoneOf(board, dimension)} both {Than(board.RankBy)} and {Than(dimension)}."
                : $"No row is on the frontier: none has a figure of its own over all {board.Benchmark.UseCaseNoun.Many}.")
            + (missing == 0 ? "" : $" {Format.Plural(missing, "row has", "rows have")} no figure for {other}.")) with
        {
            Against = dimension.Id,
        };
    }

    /// <summary>
    /// The ranking dimension against the day on which a model became available, with the best so far as its frontier; nothing where fewer
    /// than three days are known, which show no course.
    /// </summary>
    /// <param name="board">The board.</param>
    /// <param name="models">The models by id.</param>
    public static ImmutableArray<ChartFigure> OverTime(Leaderboard board, IReadOnlyDictionary<string, ModelCard> models)
    {
        var all = board.Complete.Concat(board.Partial).ToArray();
        var dated = all
            .Select(row => (Row: row, Day: models.GetValueOrDefault(row.Submission.Model)?.Released))
            .Where(entry => entry.Day is not null && entry.Row.RankedBy.Estimate is not null)
            .ToArray();
        if (dated.Select(entry => entry.Day).Distinct().Count() < 3)
        {
            return [];
        }

        var heading = $"{board.RankBy.Name} by day of release";
        var axis = new ChartAxis($"Day on which the {board.Benchmark.Subject.One} was released", day => Format.Date(DateOnly.FromDayNumber((int)day)))
        {
            Days = true,
            Better = Direction.Lower,
        };
        var frame = new ChartFrame(
            "chart-released",
            heading,
            $"{Format.Counted(dated.Length, "row")} of {Format.Count(all.Length)} with a known day; highest of these: {dated[0].Row.Label}.",
            "No day of release is known.")
        {
            Width = SideWidth,
            Subject = board.Benchmark.Subject.Title,
        };
        var chart = new ScatterChart(
            frame,
            axis,
            ChartFigure.Axis(board.Benchmark, board.RankBy),
            [.. dated.Select(entry => new ScatterPoint(entry.Row.Label, entry.Day!.Value.DayNumber, entry.Row.RankedBy.Estimate!.Value)
            {
                Row = entry.Row.Submission.Id,
                YInterval = ChartFigure.Whisker(entry.Row.RankedBy.Estimate!.Interval),
                Partial = entry.Row.RankedBy.IsPartial,
            })]);
        var unknown = all.Length - dated.Length;
        return [ChartFigure.Of(
            chart,
            heading,
            (chart.Frontier() is [_, ..] frontier
                ? $"The frontier, in blue: {Format.List([.. frontier.Select(i => dated[i].Row.Label)])}. Each was better than every complete row of a known earlier day."
                : $"No row is on the frontier: none has a figure of its own over all {board.Benchmark.UseCaseNoun.Many}.")
            + (dated.Any(entry => entry.Row.RankedBy.IsPartial) ? $" Hollow points cover a part of the {board.Benchmark.UseCaseNoun.Many}." : "")
            + (unknown == 0 ? "" : $" Of {Format.Plural(unknown, "row", "rows")} the day is not known to us.")
            + " It does not follow the filters.")];
    }

    /// <summary>What the frontier is over: a complete row whose other figure is not over all use cases, or of another run, is none of those that it leads.</summary>
    private static string NoneOf(Leaderboard board, Dimension dimension)
    {
        var whole = board.Complete.Count(row => row[dimension].IsComparable);
        return whole == board.Complete.Length ? "No complete row is" : $"None of the {Format.Counted(whole, "complete row")} with both figures in full is";
    }

    private static string Than(Dimension dimension) => dimension.Unit == Unit.Usd ? "cheaper" : dimension.Unit.IsTime() ? "faster" : "better";

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

/// <summary>How long timed calls take: the usual one and the slow ones, of a model by what was called, or of a use case by model.</summary>
internal static class CallCharts
{
    private const string Heading = "How long do calls take?";
    private static readonly ImmutableArray<string> Names = ["p50", "p95", "p99"];

    /// <summary>The calls of a submission, one row for each profile or use case; null where none were timed.</summary>
    /// <param name="entry">The row.</param>
    /// <param name="id">What tells the chart apart within the page.</param>
    /// <param name="level">Level of the chart's heading.</param>
    public static ChartFigure? OfRow(Entry entry, string id, int level)
    {
        var benchmark = entry.Board.Benchmark;
        var calls = CallPercentiles.Of(benchmark, entry.Row.Submission);
        return Figure(
            benchmark,
            new ChartFrame(
                id,
                $"Seconds of the calls of {entry.Row.Label}",
                $"{Format.Counted(calls.Length, "row")} by what was called.",
                "No call was timed."),
            "Called",
            [.. calls.Select(each => Row(NameOf(benchmark, each.At), each))],
            level);
    }

    /// <summary>The calls that hold for a use case, one row for each model; null where none were timed.</summary>
    public static ChartFigure? OfUseCase(Leaderboard board, UseCase useCase)
    {
        var rows = CallPercentiles.For(board, useCase);
        return Figure(
            board.Benchmark,
            new ChartFrame(
                "calls",
                $"Seconds of calls for {useCase.Name}",
                $"{Format.Counted(rows.Length, "row")}; the usual call is fastest in the first.",
                "No call was timed."),
            board.Benchmark.Subject.Title,
            [.. rows.Select(entry => Row(entry.Row.Label, entry.Percentiles))],
            level: 2,
            " Failed calls are counted, never averaged in.");
    }

    private static ChartFigure? Figure(Benchmark benchmark, ChartFrame frame, string rowName, ImmutableArray<PercentileRow> rows, int level, string remark = "")
    {
        if (rows.IsEmpty || benchmark.AllMetrics.FirstOrDefault(metric => metric.Unit == Unit.Seconds) is not { } seconds)
        {
            return null;
        }

        var chart = new PercentileChart(frame, ChartFigure.Axis("Seconds to the full response", seconds), rowName, Names, rows)
        {
            RemarkName = "Calls",
        };
        return ChartFigure.Fitting(
            chart,
            Heading,
            "Half of the calls are faster than p50; one in twenty takes longer than p95, one in a hundred longer than p99. "
            + $"A band is the {Format.Level(benchmark.ConfidenceLevel)} interval, from one timed call to another; with few calls the slow ones have none."
            + remark,
            level);
    }

    private static PercentileRow Row(string name, CallPercentiles calls)
    {
        Estimate?[] estimates = [calls.P50, calls.P95, calls.P99];
        return new PercentileRow(name, [.. estimates.Select(estimate => estimate?.Value)])
        {
            Intervals = [.. estimates.Select(estimate => ChartFigure.Whisker(estimate?.Interval))],
            Remark = calls.Calls.Failed == 0
                ? Format.Count(calls.Calls.Total)
                : $"{Format.Count(calls.Calls.Total)}, {Format.Count(calls.Calls.Failed)} failed",
        };
    }

    private static string NameOf(Benchmark benchmark, MeasuredAt at) =>
        benchmark.Profiles.FirstOrDefault(profile => profile.Id == at.Profile)?.Name
        ?? benchmark.UseCases.FirstOrDefault(useCase => useCase.Id == at.UseCase)?.Name
        ?? $"The {benchmark.Subject.One} as a whole";
}
