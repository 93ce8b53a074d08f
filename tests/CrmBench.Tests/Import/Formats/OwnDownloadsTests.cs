using System.Text;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Data;
using CrmBench.Import.Kernel;
using CrmBench.Site.Downloads;
using CrmBench.Site.Words;
using RenderedSites = CrmBench.Tests.Site.Rendering.Sites;

namespace CrmBench.Tests.Import.Formats;

/// <summary>What the site writes for others, read back as submissions: the numbers are those that were written.</summary>
public class OwnDownloadsTests
{
    private static readonly Lazy<ScoredCatalogue> Scored = new(() =>
    {
        var diagnostics = new DiagnosticBag();
        return Scorer.Score(CatalogueReader.Read(ImportRun.Boards, diagnostics)!);
    });

    public static TheoryData<string> Benchmarks => [.. EveryEvalEver.Boards(Scored.Value).Where(board => EveryEvalEver.FiguresOf(board).Any()).Select(board => board.Benchmark.Id).Distinct()];

    [Theory]
    [MemberData(nameof(Benchmarks))]
    public void An_export_in_the_form_of_every_eval_ever_reads_back_the_same(string benchmark)
    {
        var board = EveryEvalEver.Boards(Scored.Value).First(board => board.Benchmark.Id == benchmark);
        var bytes = EveryEvalEver.Write(board, RenderedSites.Paths(Addresses.Release(board.Benchmark, board.Release)));

        ReadsBack(board, "every-eval-ever", new ImportFile("board.jsonl", bytes));
    }

    [Theory]
    [MemberData(nameof(Benchmarks))]
    public void The_table_of_a_board_reads_back_the_same(string benchmark)
    {
        var board = EveryEvalEver.Boards(Scored.Value).First(board => board.Benchmark.Id == benchmark);

        ReadsBack(board, "crmbench", new ImportFile("board.csv", Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString([.. FigureTable.Form.WriteCsv(ResultFigure.Of(board))]))));
    }

    // What the schema of version 0.3.0 requires of a record and of a result.
    [Fact]
    public void Records_have_what_the_schema_requires()
    {
        var board = EveryEvalEver.Boards(Scored.Value).First(board => EveryEvalEver.FiguresOf(board).Any());
        var lines = Encoding.UTF8.GetString(EveryEvalEver.Write(board, RenderedSites.Paths(Addresses.Release(board.Benchmark, board.Release)))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.All(
                (string[])["schema_version", "evaluation_id", "retrieved_timestamp", "source_metadata", "model_info", "eval_library", "evaluation_results"],
                name => Assert.True(json.RootElement.TryGetProperty(name, out _), name));
            Assert.All(json.RootElement.GetProperty("evaluation_results").EnumerateArray(), result =>
            {
                Assert.Equal(JsonValueKind.Number, result.GetProperty("score_details").GetProperty("score").ValueKind);
                var config = result.GetProperty("metric_config");
                Assert.True(config.TryGetProperty("lower_is_better", out _));
                Assert.Equal(config.TryGetProperty("score_type", out _), config.TryGetProperty("max_score", out _));
            });
        });
    }

    private static void ReadsBack(Leaderboard board, string format, ImportFile file)
    {
        // What is frozen takes no imports, so the same release is open here, and empty.
        var release = $"data/benchmarks/{board.Benchmark.Id}/releases/{board.Release.Id}";
        var text = Encoding.UTF8.GetString(ImportRun.Boards.Read($"{release}/release.json")).Replace("\"frozen\"", "\"draft\"", StringComparison.Ordinal);
        var site = ImportRun.Boards.With($"{release}/release.json", Encoding.UTF8.GetBytes(text)).Without($"{release}/submissions");
        var run = ImportRun.Into(
            site, format, new ImportOptions
            {
                Benchmark = board.Benchmark.Id,
                Release = board.Release.Id,
                SubmittedBy = "Somebody",
                SourceUrl = "https://example.org/{file}",
                // Every Eval Ever says nothing of who judged.
                Method = board.Method.Id,
            }, file);

        Assert.Empty(run.Errors);
        var read = run.Written().Benchmarks.Single(benchmark => benchmark.Id == board.Benchmark.Id)
            .Releases.Single(found => found.Id == board.Release.Id).Submissions
            .SelectMany(submission => submission.Scores, (submission, score) => (Key: $"{submission.Model}/{submission.Variant}/{score.At.UseCase}/{score.Metric}", Score: score))
            .ToDictionary(pair => pair.Key, pair => pair.Score);
        var written = EveryEvalEver.FiguresOf(board).ToArray();
        Assert.NotEmpty(written);
        Assert.All(written, figure =>
        {
            var score = read[$"{figure.Row.Model.Id}/{figure.Row.Submission.Variant}/{figure.UseCase!.Id}/{(figure.Part ?? figure.Metric!).Id}"];
            Assert.Equal(CarriedNumber.Of(figure.Estimate!.Value), score.Value);
            if (figure.Estimate.Interval is { } interval && score.Low is not null)
            {
                Assert.Equal((CarriedNumber.Of(interval.Low), CarriedNumber.Of(interval.High)), (score.Low, score.High));
            }
        });
    }
}
