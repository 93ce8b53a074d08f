using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Charts;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>How long timed calls take: the usual one and the slow ones, of a model by what was called, or of a use case by model.</summary>
internal static class CallCharts
{
    private const string Heading = "How long do calls take?";
    private static readonly ImmutableArray<string> Names = ["p50", "p95", "p99"];

    /// <summary>The calls of a submission, a row a profile or use case; null where none were timed.</summary>
    /// <param name="entry">The row.</param>
    /// <param name="id">What tells the chart apart within the page.</param>
    /// <param name="level">Level of the chart's heading.</param>
    public static ScriptObject? OfRow(Entry entry, string id, int level)
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

    /// <summary>The calls that hold for a use case, a row a model; null where none were timed.</summary>
    public static ScriptObject? OfUseCase(Leaderboard board, UseCase useCase)
    {
        var rows = CallPercentiles.For(board, useCase);
        return Figure(
            board.Benchmark,
            new ChartFrame(
                "calls",
                $"Seconds of calls for {useCase.Name}",
                $"{Format.Counted(rows.Length, "row")}; the usual call is fastest in the first.",
                "No call was timed."),
            ChartWords.Model,
            [.. rows.Select(entry => Row(entry.Row.Label, entry.Percentiles))],
            level: 2,
            " Failed calls are counted, never averaged in.");
    }

    private static ScriptObject? Figure(Benchmark benchmark, ChartFrame frame, string rowName, ImmutableArray<PercentileRow> rows, int level, string remark = "")
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
        ?? "The model as a whole";
}
