using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Scoring;
using CrmBench.Data.Csv;

namespace CrmBench.Site.Downloads;

/// <summary>A board as CSV, one figure a row.</summary>
internal static class ResultsCsv
{
    private static readonly ImmutableArray<string> Header =
    [
        "benchmark", "release", "method", "invented", "submission", "model", "variant", "provider", "rank", "rank_best", "rank_worst",
        "use_case", "dimension", "metric", "unit", "value", "low", "high", "level", "n", "n_of", "basis", "use_cases_covered",
        "use_cases", "source",
    ];

    /// <summary>The file's bytes: UTF-8 without a byte order mark.</summary>
    public static byte[] Write(Leaderboard board) =>
        Encoding.UTF8.GetBytes(CsvWriter.Write(Header, ResultFigure.Of(board).Select(figure => Row(board, figure))));

    private static ImmutableArray<string> Row(Leaderboard board, ResultFigure figure) =>
    [
        board.Benchmark.Id,
        board.Release.Id,
        board.Method.Id,
        board.Benchmark.Invented ? "yes" : "",
        figure.Row.Submission.Id,
        SpreadsheetText.Inert(figure.Row.Model.Name),
        SpreadsheetText.Inert(figure.Row.Submission.Variant),
        SpreadsheetText.Inert(figure.Row.Provider.Name),
        ResultWords.Of(figure.Row.Rank),
        ResultWords.Of(figure.Row.RankRange?.Best),
        ResultWords.Of(figure.Row.RankRange?.Worst),
        figure.UseCase?.Id ?? "",
        figure.Dimension.Id,
        figure.Metric?.Id ?? "",
        ResultWords.Of(figure.Unit),
        ResultWords.Of(figure.Estimate.Value),
        ResultWords.Of(figure.Estimate.Interval?.Low),
        ResultWords.Of(figure.Estimate.Interval?.High),
        ResultWords.Of(figure.Estimate.Level),
        ResultWords.Of(figure.Estimate.Count),
        ResultWords.Of(figure.Estimate.CountOf),
        ResultWords.Of(figure.Estimate.Basis),
        ResultWords.Of(figure.Coverage?.Count),
        ResultWords.Of(figure.Coverage?.Total),
        SpreadsheetText.Inert(string.Join(' ', figure.Estimate.Evidence.Select(evidence => evidence.Source.Url).Distinct(StringComparer.Ordinal))),
    ];
}
