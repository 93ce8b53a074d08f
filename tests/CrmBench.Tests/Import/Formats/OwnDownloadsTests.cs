using System.Text;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Import.Kernel;
using CrmBench.Site.Downloads;
using CrmBench.Site.Words;
using CrmBench.Tests.EndToEnd;

namespace CrmBench.Tests.Import.Formats;

/// <summary>
/// What the site writes for others, read back as submissions and scored again: every figure of every board of every site is the one that was written, in
/// all dimensions, with interval, count, source, method and what it belongs to.
/// </summary>
/// <remarks>
/// What does not come back: what an interval rests on, where that was ratings, calls or a spread, is an interval as published then; calls and answers that were
/// counted are observations; the price list behind a cost is a figure. Means over use cases have the same values, and intervals that follow from those of
/// their parts.
/// </remarks>
public class OwnDownloadsTests
{
    // What only says of how an interval was made, or how what was counted is called.
    private static readonly string[] SaidOtherwise = ["basis", "n_of", "raters", "items", "tries", "path", "line", "submission_id", "licence", "source_date", "status"];

    public static TheoryData<string> Names => WholeSite.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_flat_table_reads_back_the_same(string name)
    {
        var site = WholeSite.Open(name);

        foreach (var board in Boards(site).DistinctBy(board => board.Release))
        {
            ReadsBack(site, board, FileOf(site, "data/figures.csv"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_table_and_the_json_of_a_board_read_back_the_same(string name)
    {
        var site = WholeSite.Open(name);

        foreach (var board in Boards(site))
        {
            ReadsBack(site, board, FileOf(site, DownloadFiles.PathOf(board, "csv")[1..]));
            ReadsBack(site, board, FileOf(site, DownloadFiles.PathOf(board, "json")[1..]));
        }
    }

    // The form has results of one run in tasks; what it leaves out, it names.
    [Theory]
    [MemberData(nameof(Names))]
    public void An_export_in_the_form_of_every_eval_ever_reads_back_the_same_and_names_what_it_leaves_out(string name)
    {
        var site = WholeSite.Open(name);
        foreach (var board in EveryEvalEver.Boards(site.Scored).Where(board => EveryEvalEver.FiguresOf(board).Any()))
        {
            var file = FileOf(site, EveryEvalEver.PathOf(board)[1..]);
            var written = EveryEvalEver.FiguresOf(board).ToArray();

            var read = Figures(Import(site, board, "every-eval-ever", file));

            Assert.NotEmpty(written);
            Assert.All(written, figure =>
            {
                var found = read[KeyOf(figure)];
                Assert.Equal(Carried(figure.Estimate!.Value), Carried(found.Estimate!.Value));
                Assert.Equal(Ends(figure), Ends(found));
                Assert.Equal(CountIn(figure), CountIn(found));
            });
            AllAreNamed(board, file, written);
        }

        Assert.True(name.StartsWith("unusual/", StringComparison.Ordinal) || EveryEvalEver.Boards(site.Scored).All(board => EveryEvalEver.FiguresOf(board).Any()));
    }

    // What the schema of version 0.3.0 requires of a record and of a result.
    [Fact]
    public void Records_have_what_the_schema_requires()
    {
        var site = WholeSite.Open("boards");
        var board = EveryEvalEver.Boards(site.Scored).First(board => EveryEvalEver.FiguresOf(board).Any());
        var lines = site.Text(EveryEvalEver.PathOf(board)[1..]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

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

    // A judge's board is made of single ratings, which no table of means has.
    private static IEnumerable<Leaderboard> Boards(WholeSite site) =>
        site.Scored.AllBoards.Select(of => of.Board).Where(board => board.Benchmark.DeclaredMethods.Any(method => method.Id == board.Method.Id));

    private static void ReadsBack(WholeSite site, Leaderboard board, ImportFile file)
    {
        var written = ResultFigure.Of(board).ToArray();
        if (written.Length == 0)
        {
            return;
        }

        var read = Figures(Import(site, board, "crmbench", file));

        // A cost of nothing is taken for one that nobody measured, which the import says.
        var different = written.Where(figure => figure is not { Unit: Unit.Usd, Estimate.Value: 0 }).SelectMany(figure => Different(figure, read.GetValueOrDefault(KeyOf(figure)))).ToArray();
        Assert.True(different.Length == 0, $"{board.Benchmark.Id}/{board.Release.Id}/{board.Method.Id} of {file.Path}: {different.Length} of {written.Length}\n{string.Join('\n', different.Take(8))}");
    }

    private static IEnumerable<string> Different(ResultFigure figure, ResultFigure? found) => found is null ? [$"{KeyOf(figure)} does not come back."]
        : FigureTable.Form.Columns.Where(column => !SaidOtherwise.Contains(column.Name) && !IsOfAverage(column.Name, figure) && !IsSame(column, figure, found))
            .Select(column => $"{KeyOf(figure)}: {column.Name} is not the same.");

    // What has no address of its own has that of the import; ends of an interval are computed anew from twelve digits.
    private static bool IsSame(DownloadColumn<ResultFigure> column, ResultFigure figure, ResultFigure found) => column switch
    {
        { Name: "source" or "source_id" } when !figure.Sources.All(address => address.StartsWith("https://", StringComparison.Ordinal)) => true,
        { NumberOf: { } number } when number(figure) is { } one && number(found) is { } other => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one)),
        _ => column.IsSame(figure, found),
    };

    // Interval and count of a mean, over use cases or of metrics, follow from what its parts rest on and share, and so do ranks.
    private static bool IsOfAverage(string column, ResultFigure figure) =>
        column is "n" or "interval_low" or "interval_high" or "level" or "rank_best" or "rank_worst"
            && (figure.Metric is null || (figure.UseCase is null && figure.Estimate?.Basis is Basis.Average or Basis.AverageOfValues or Basis.Calls));

    private static void AllAreNamed(Leaderboard board, ImportFile file, ResultFigure[] written)
    {
        var left = ResultFigure.Of(board).Where(figure => figure.UseCase is null && figure.Kind == FigureKind.Dimension
                && !written.Any(one => ReferenceEquals(one.Row, figure.Row) && one.Dimension.Id == figure.Dimension.Id))
            .ToLookup(figure => figure.Row.Submission.Id, figure => figure.Dimension.Id);
        foreach (var line in Encoding.UTF8.GetString(file.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            var details = json.RootElement.GetProperty("source_metadata").GetProperty("additional_details");
            Assert.Equal(
                string.Join(", ", left[details.GetProperty("submission").GetString()!]),
                details.TryGetProperty("left_out", out var named) ? named.GetString()!.Split(':')[^1].Trim() : "");
        }
    }

    // What is frozen takes no imports, so the same release is open here, and empty.
    private static Leaderboard Import(WholeSite site, Leaderboard board, string format, ImportFile file)
    {
        var release = $"data/benchmarks/{board.Benchmark.Id}/releases/{board.Release.Id}";
        var tree = site.Tree;
        var text = Encoding.UTF8.GetString(tree.Read($"{release}/release.json")).Replace("\"frozen\"", "\"draft\"", StringComparison.Ordinal);
        var run = ImportRun.Into(
            tree.With($"{release}/release.json", Encoding.UTF8.GetBytes(text)).Without($"{release}/submissions"), format, new ImportOptions
            {
                Benchmark = board.Benchmark.Id,
                Release = board.Release.Id,
                SubmittedBy = "Somebody",
                SourceUrl = "https://example.org/{file}",
                // Every Eval Ever says nothing of who judged.
                Method = format == "crmbench" ? null : board.Method.Id,
            }, file);

        Assert.Empty(run.Errors);
        // Its own table has no column that is read nowhere.
        Assert.Empty(run.Result.Report.Where(left => format == "crmbench" && left.Reason.Contains("no place for this column", StringComparison.Ordinal)).Select(left => left.Field));
        return Scorer.Score(run.Written()).Benchmarks.Single(scored => scored.Benchmark.Id == board.Benchmark.Id)
            .Releases.Single(scored => scored.Release.Id == board.Release.Id).AllBoards.First(found => found.Method.Id == board.Method.Id);
    }

    private static Dictionary<string, ResultFigure> Figures(Leaderboard board) => ResultFigure.Of(board).ToDictionary(KeyOf, StringComparer.Ordinal);

    private static string KeyOf(ResultFigure figure) =>
        $"{figure.Row.Model.Id}/{figure.Row.Submission.Variant}/{figure.UseCase?.Id}/{figure.Kind}/{figure.Dimension.Id}/{figure.Metric?.Id}/{figure.Part?.Id}";

    private static double Carried(double value) => CarriedNumber.Of(value);

    private static (double? Low, double? High) Ends(ResultFigure figure) =>
        (CarriedNumber.Of(figure.Estimate!.Interval?.Low), CarriedNumber.Of(figure.Estimate.Interval?.High));

    private static long? CountIn(ResultFigure figure) => figure.Estimate!.Count;

    private static ImportFile FileOf(WholeSite site, string path) => new(path, site.Files[path]);
}
