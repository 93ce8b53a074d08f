using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Downloads;

/// <summary>
/// A board in the form of Every Eval Ever (schema 0.3.0), a row of the board a line: what was measured in each use case, with interval and count.
/// <c>crmbench import every-eval-ever</c> reads the same numbers back.
/// </summary>
/// <remarks>
/// A record repeats for every number what it is of, so that these files are longer than all others: only the boards of the release in front of each
/// benchmark have one, and only what was measured in a row's own run is in it. Means over use cases and what was measured elsewhere are not; a record
/// names the dimensions of its row that are missing for that.
/// </remarks>
internal static class EveryEvalEver
{
    private const string Version = "0.3.0";

    // The schema wants a word where nobody said what ran the evaluation.
    private const string Unknown = "unknown";

    /// <summary>The path of a board's file.</summary>
    public static string PathOf(Leaderboard board) => DownloadFiles.PathOf(board, "every-eval-ever.jsonl");

    /// <summary>The boards that have such a file.</summary>
    public static IEnumerable<Leaderboard> Boards(ScoredCatalogue scored) =>
        scored.Benchmarks.Select(benchmark => benchmark.Front).OfType<ScoredRelease>()
            .Where(release => release.Release.Status == ReleaseStatus.Frozen).SelectMany(release => release.Boards);

    /// <summary>The paths of all such files.</summary>
    public static IEnumerable<Route> Routes(ScoredCatalogue scored) =>
        Boards(scored).Select(board => new Route(PathOf(board), new SourcePlace($"data/benchmarks/{board.Benchmark.Id}")));

    /// <summary>All such files.</summary>
    public static IEnumerable<SiteFile> Write(ScoredCatalogue scored, SitePaths paths) =>
        InParallel.Make([.. Boards(scored)], board => new SiteFile(PathOf(board)[1..], Write(board, paths)));

    /// <summary>The figures of a board that its file has.</summary>
    internal static IEnumerable<ResultFigure> FiguresOf(Leaderboard board) => ResultFigure.Of(board).Where(figure =>
        (figure.UseCase is not null || board.Benchmark.IsWhole) && figure is { Metric: not null, Estimate.Belonging: Belonging.Row });

    /// <summary>The bytes of a board's file.</summary>
    internal static byte[] Write(Leaderboard board, SitePaths paths) => FileBytes.Of(buffer =>
    {
        foreach (var row in FiguresOf(board).GroupBy(figure => figure.Row))
        {
            FileBytes.WriteJson(buffer, json => WriteRow(json, board, row.Key, [.. row], paths));
        }
    });

    private static void WriteRow(Utf8JsonWriter json, Leaderboard board, LeaderboardRow row, ImmutableArray<ResultFigure> figures, SitePaths paths)
    {
        var (submission, source) = (row.Submission, figures[0].Estimate!.Evidence[0].Source);
        var retrieved = SecondsTo(source.Date ?? board.Release.Date);
        json.WriteStartObject();
        json.WriteString("schema_version", Version);
        json.WriteString("evaluation_id", $"{board.Benchmark.Id}/{submission.Id}/{retrieved}");
        if (submission.EvaluatedOn is { } evaluated)
        {
            json.WriteString("evaluation_timestamp", Format.IsoDate(evaluated));
        }

        json.WriteString("retrieved_timestamp", retrieved);
        // What the board shows of the row and a record cannot hold.
        ImmutableArray<string> leftOut =
        [
            .. row.Dimensions.Where(score => (score.Estimate is not null || score.Tier is not null) && !figures.Any(figure => figure.Dimension.Id == score.Dimension.Id))
                .Select(score => score.Dimension.Id),
        ];
        WriteSource(json, board, row, source, leftOut, paths);
        json.WriteStartObject("eval_library");
        json.WriteString("name", Unknown);
        json.WriteString("version", Unknown);
        json.WriteEndObject();
        json.WriteStartObject("model_info");
        json.WriteString("name", row.Model.Name);
        json.WriteString("id", $"{row.Provider.Id}/{row.Model.Id}");
        json.WriteString("developer", row.Provider.Name);
        json.WriteStartObject("additional_details");
        json.WriteString("deployment_type", Unknown);
        json.WriteString("model_availability", row.Model.Openness switch
        {
            Openness.Closed => "closed_weights",
            Openness.OpenWeights or Openness.Open => "open_weights",
            _ => Unknown,
        });
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("evaluation_results");
        foreach (var figure in figures)
        {
            WriteResult(json, figure);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, Leaderboard board, LeaderboardRow row, Source source, ImmutableArray<string> leftOut, SitePaths paths)
    {
        json.WriteStartObject("source_metadata");
        json.WriteString("source_name", source.Title);
        json.WriteString("source_type", "documentation");
        json.WriteString("source_organization_name", row.Submission.SubmittedBy);
        json.WriteString("source_organization_url", source.Url);
        // Whether others than the provider ran it is not for us to say.
        json.WriteString("evaluator_relationship", row.Submission.SubmittedBy == row.Provider.Name ? "first_party" : "other");
        json.WriteStartObject("additional_details");
        json.WriteString("benchmark", board.Benchmark.Id);
        json.WriteString("release", board.Release.Id);
        json.WriteString("method", board.Method.Id);
        json.WriteString("submission", row.Submission.Id);
        if (row.Submission.Variant.Length > 0)
        {
            json.WriteString("variant", row.Submission.Variant);
        }

        json.WriteString("page", paths.Absolute(Addresses.Release(board.Benchmark, board.Release)));
        if (source.Licence.Length > 0)
        {
            json.WriteString("licence", source.Licence);
        }

        json.WriteString("invented", board.Benchmark.Invented ? "true" : "false");
        if (leftOut.Length > 0)
        {
            json.WriteString("left_out", $"Not of this run in a use case: {string.Join(", ", leftOut)}");
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, ResultFigure figure)
    {
        var (metric, estimate) = (figure.Part ?? figure.Metric!, figure.Estimate!);
        json.WriteStartObject();
        // A benchmark without use cases is one evaluation.
        var (id, name) = figure.UseCase is { } useCase ? (useCase.Id, useCase.Name) : (figure.Board.Benchmark.Id, figure.Board.Benchmark.Name);
        json.WriteString("evaluation_result_id", $"{id}/{metric.Id}");
        json.WriteString("evaluation_name", id);
        json.WriteStartObject("source_data");
        json.WriteString("dataset_name", name);
        json.WriteString("source_type", "other");
        json.WriteEndObject();
        json.WriteStartObject("metric_config");
        json.WriteString("metric_id", metric.Id);
        json.WriteString("metric_name", metric.Name);
        json.WriteString("metric_unit", ResultWords.Of(metric.Unit));
        json.WriteBoolean("lower_is_better", metric.Better == Direction.Lower);
        // Without both ends there is no type either: the schema knows none of scales that are open.
        if (figure.Scale is var (lowest, highest))
        {
            json.WriteString("score_type", "continuous");
            json.WriteNumber("min_score", lowest);
            json.WriteNumber("max_score", highest);
        }

        json.WriteEndObject();
        json.WriteStartObject("score_details");
        json.WriteCarried("score", estimate.Value);
        if (figure.Tries is { } tries)
        {
            json.WriteStartObject("details");
            json.WriteString("tries_per_task", CarriedNumber.Of(tries).ToString("R", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        WriteUncertainty(json, estimate);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteUncertainty(Utf8JsonWriter json, Estimate estimate)
    {
        if (estimate is { Interval: null, Count: null })
        {
            return;
        }

        json.WriteStartObject("uncertainty");
        if (estimate.Interval is { } interval)
        {
            json.WriteStartObject("confidence_interval");
            json.WriteCarried("lower", interval.Low);
            json.WriteCarried("upper", interval.High);
            if (estimate.Level is { } level)
            {
                json.WriteNumber("confidence_level", level);
            }

            json.WriteString("method", ResultWords.Of(estimate.Basis));
            json.WriteEndObject();
        }

        if (estimate.Count is { } count)
        {
            json.WriteNumber("num_samples", count);
        }

        json.WriteEndObject();
    }

    private static string SecondsTo(DateOnly day) =>
        new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
