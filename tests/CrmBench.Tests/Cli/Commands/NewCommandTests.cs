using System.Globalization;
using CrmBench.Cli;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli.Commands;

public sealed class NewCommandTests : IDisposable
{
    private const string Submission = "data/benchmarks/tiny/releases/2026-08/submissions/acme-one-low";

    private readonly TemporaryFolder _folder = new();

    public NewCommandTests() => _folder.Copy(Repository.PathOf("tests/sites/minimal"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_submission_has_every_file_and_the_check_lists_nothing_but_its_blanks()
    {
        var run = New("submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--variant", "low");

        Assert.Equal((0, $"Wrote 6 files to {Submission}/. 'crmbench check {Submission}' lists what is to be filled in.\n"), (run.ExitCode, run.Output));
        Assert.Equal(
            ["README.md", "costs.csv", "latencies.csv", "ratings.csv", "scores.csv", "submission.json"],
            Directory.GetFiles(_folder.PathOf(Submission)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetDirectories(_folder.PathOf("data"), ".*"));
        var problems = Problems();
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal("CB0933", problem.Code));
        Assert.All(problems, problem => Assert.StartsWith(Submission, problem.Place.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_blank_of_a_new_submission_is_listed_and_once_filled_the_check_is_content()
    {
        New("submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--variant", "low");
        var files = Directory.GetFiles(_folder.PathOf(Submission)).Where(file => !file.EndsWith("README.md", StringComparison.Ordinal)).ToList();
        var lines = files.SelectMany(file => File.ReadLines(file)
            .Select((line, i) => (Place: $"{Submission}/{Path.GetFileName(file)}:{i + 1}", Blanks: line.Split("FILL IN").Length - 1))
            .Where(line => line.Blanks > 0));
        Assert.Equal(
            lines.OrderBy(line => line.Place, StringComparer.Ordinal),
            Problems().Select(problem => (Place: $"{problem.Place.Path}:{problem.Place.Line}", Blanks: NamesIn(problem)))
                .OrderBy(line => line.Place, StringComparer.Ordinal));

        foreach (var file in files)
        {
            Fill(file);
        }

        Assert.Empty(Problems());
    }

    [Fact]
    public void A_new_submission_has_the_columns_of_the_declarations_in_their_order()
    {
        New("submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--variant", "low");

        // Sums are for those who may not give single ratings, correlations for figures of others; nobody begins with them.
        Assert.All(CrmBench.Data.Forms.DataForms.Tables.Where(form => form.Path.Contains("<submission>", StringComparison.Ordinal) && form.Name is not ("item-sums.csv" or "correlations.csv")), form => Assert.StartsWith(
            string.Join(',', form.Names), File.ReadLines(_folder.PathOf($"{Submission}/{form.Name}")).First(), StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_known_stands_in_the_files()
    {
        New(
            "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "Acme One", "--variant", "low", "--method", "automated",
            "--submitted-by", "Example Evaluators", "--evaluated-on", "2026-07-30", "--source-title", "A \"report\"", "--source-url",
            "https://example.org/report", "--source-licence", "CC BY 4.0", "--tables", "scores", "--id", "mine");

        var folder = "data/benchmarks/tiny/releases/2026-08/submissions/mine";
        Assert.Equal(["README.md", "scores.csv", "submission.json"], Directory.GetFiles(_folder.PathOf(folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(
            """
            {
              "$schema": "../../../../../../schema/v1/submission.schema.json",
              "schema": 1,
              "model": "acme-one",
              "variant": "low",
              "submitted_by": "Example Evaluators",
              "evaluated_on": "2026-07-30",
              "method": "automated",
              "settings": {
                "Prompt": "FILL IN: how the model was asked, or remove the settings"
              },
              "sources": [
                {
                  "id": "report",
                  "title": "A \"report\"",
                  "url": "https://example.org/report",
                  "licence": "CC BY 4.0"
                }
              ]
            }

            """,
            File.ReadAllText(_folder.PathOf($"{folder}/submission.json")));
    }

    [Theory]
    [InlineData("--benchmark is missing: the benchmark the results belong to (tiny).", "submission")]
    [InlineData("--model is missing: the model, by its id in data/models.csv.", "submission")]
    [InlineData("--model is missing", "submission", "--benchmark", "tiny", "--release", "2026-08")]
    [InlineData("--model is missing: the model, by its id in data/models.csv. There are acme-one, acme-two.", "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "")]
    [InlineData("--benchmark: There is no benchmark 'tinny'. Did you mean 'tiny'?", "submission", "--benchmark", "tinny", "--model", "acme-one")]
    [InlineData("--release: There is no release '2026-09'. Did you mean '2026-08'? To make it: 'crmbench new release --benchmark tiny --release 2026-09 --date <the day it will be closed>'.", "submission", "--benchmark", "tiny", "--release", "2026-09", "--model", "acme-one")]
    [InlineData("--release: no release of 'tiny' is a draft.", "submission", "--benchmark", "tiny", "--model", "acme-one")]
    [InlineData("--model: There is no model 'acme-on'. Near names are acme-one, acme-two. A new one needs a row in data/models.csv: acme-on,acme-on,<provider>,,",
        "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-on")]
    [InlineData("--method: There is no method 'manuel'. Did you mean 'manual'?",
        "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--method", "manuel")]
    [InlineData("--tables: There is no table 'score'. Did you mean 'scores'?",
        "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--tables", "costs,score")]
    [InlineData("--evaluated-on: '4.8.2026' is not a date.",
        "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--evaluated-on", "4.8.2026")]
    [InlineData("--source-url: 'http://example.org' is not an https address.",
        "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--source-url", "http://example.org")]
    [InlineData("--id is missing: name of the submission's folder.", "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one")]
    [InlineData("--id: 'data/benchmarks/tiny/releases/2026-08/submissions/acme-one' is there already.",
        "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--id", "acme-one")]
    [InlineData("--id: '../x' is not an identifier.",
        "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--id", "../x")]
    [InlineData("--date is missing: the day the release will be closed, as 2026-08-04.", "release", "--benchmark", "tiny")]
    [InlineData("--release: 'data/benchmarks/tiny/releases/2026-08' is there already.", "release", "--benchmark", "tiny", "--date", "2026-08-31", "--release", "2026-08")]
    [InlineData("--release: 'methodology' cannot name a release", "release", "--benchmark", "tiny", "--date", "2026-08-31", "--release", "methodology")]
    [InlineData("--use-cases: There is no use case 'email'.", "release", "--benchmark", "tiny", "--date", "2026-09-30", "--use-cases", "email")]
    [InlineData("--name is missing: its full name.", "benchmark", "--benchmark", "mine", "--date", "2026-09-30")]
    [InlineData("--benchmark: 'models' cannot name a benchmark", "benchmark", "--benchmark", "models", "--name", "M", "--date", "2026-09-30")]
    [InlineData("--benchmark: 'data/benchmarks/tiny' is there already.", "benchmark", "--benchmark", "tiny", "--name", "M", "--date", "2026-09-30")]
    public void What_cannot_be_used_or_is_missing_is_wrong_use_and_names_the_option(string explanation, params string[] arguments)
    {
        var before = Everything();

        var run = New(arguments);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.EndsWith("Try 'crmbench --help', or --help after a command.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void A_person_is_asked_for_the_rest_and_asked_again_after_a_slip()
    {
        var run = Asked(
            ["new", "submission", "--benchmark", "tiny"],
            "2026-8", "2026-08", "", "acme-two", "low", "", "Example Evaluators", "", "", "", "", "ratings", "");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("The release they go into (2026-08): There is no release '2026-8'. Did you mean '2026-08'? To make it: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("The method of the results (manual, automated) [manual]: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("Name of the submission's folder [acme-two-low]: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("The release '2026-08' of 'tiny' is frozen", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["README.md", "ratings.csv", "submission.json"],
            Directory.GetFiles(_folder.PathOf("data/benchmarks/tiny/releases/2026-08/submissions/acme-two-low")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_model_left_out_is_asked_for_again_with_those_there_are()
    {
        var run = Asked(["new", "submission", "--benchmark", "tiny", "--release", "2026-08", "--id", "mine"], "", "acme-two", "", "", "", "", "", "", "", "");

        Assert.Contains(
            "An answer is needed here. There are acme-one, acme-two. Part of a name finds the nearest. "
                + "A new model is a row in data/models.csv, its provider one in data/providers.csv.\n",
            run.Error,
            StringComparison.Ordinal);
        Assert.Contains("\"model\": \"acme-two\"", File.ReadAllText(_folder.PathOf("data/benchmarks/tiny/releases/2026-08/submissions/mine/submission.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Something_wrong_is_said_once_however_many_benchmarks_there_are()
    {
        New("benchmark", "--benchmark", "mine", "--name", "My benchmark", "--date", "2026-09-30");
        Fill(_folder.PathOf("data/benchmarks/mine/benchmark.json"));
        Fill(_folder.PathOf("data/benchmarks/mine/use-cases.csv"));

        var run = New("release", "--benchmark", "tinny", "--date", "2026-12-31");

        Assert.Equal("--benchmark: There is no benchmark 'tinny'. Did you mean 'tiny'?\nTry 'crmbench --help', or --help after a command.\n", run.Error);
    }

    [Fact]
    public void Single_ratings_are_prepared_where_anything_is_graded_though_others_gave_averages()
    {
        Directory.Delete(_folder.PathOf("data/benchmarks/tiny/releases/2026-08/submissions/acme-one"), recursive: true);

        var run = New("submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--dry-run");

        Assert.Equal(
            ["submission.json", "ratings.csv", "scores.csv", "README.md"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('/')[^1]));
    }

    [Fact]
    public void Equal_blanks_of_a_file_are_one_line_that_counts_them_in_every_format()
    {
        New("submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--variant", "low");

        var text = CrmBenchRun.In(_folder.Path, "check").Error;
        var json = CrmBenchRun.In(_folder.Path, "check", "--format", "json").Output;

        Assert.Contains(
            $"{Submission}/ratings.csv:2:14: error CB0933: 'item', 'rater', 'factuality', 'completeness', 'safety' are still to be filled in. "
                + "Write what was measured, or remove the row or entry. The same in 1 more place, down to line 3.\n",
            text,
            StringComparison.Ordinal);
        Assert.Equal(1, text.Split("ratings.csv").Length - 1);
        Assert.Equal(1, json.Split("ratings.csv").Length - 1);
    }

    [Fact]
    public void Nothing_is_written_where_the_answers_end_too_early()
    {
        var before = Everything();

        var run = Asked(["new", "submission"], "tiny");

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains("--release: no answer was given.", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void A_dry_run_names_the_files_and_writes_none()
    {
        var before = Everything();

        var run = New("submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--variant", "low", "--tables", "costs", "--dry-run");

        Assert.Equal((0, $"{Submission}/submission.json\ndata{Submission[4..]}/costs.csv\n{Submission}/README.md\n"), (run.ExitCode, run.Output));
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void A_new_release_is_a_draft_that_takes_over_what_its_predecessor_says()
    {
        var run = New("release", "--benchmark", "tiny", "--date", "2026-12-31", "--changes", "A second look.", "--copy-submissions");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            {
              "$schema": "../../../../schema/v1/release.schema.json",
              "schema": 1,
              "date": "2026-12-31",
              "status": "draft",
              "changes": "A second look.",
              "known_limits": [
                "FILL IN: copied from 2026-08; still true? Two tasks say little."
              ]
            }

            """,
            File.ReadAllText(_folder.PathOf("data/benchmarks/tiny/releases/2026-12/release.json")));
        var copied = Assert.Single(Problems());
        Assert.Equal(
            "'known_limits' was copied from 2026-08. If it is still true, remove the words up to the question mark; else write what is true, or remove it.",
            copied.Message);
        Assert.Equal(
            File.ReadAllBytes(_folder.PathOf("data/benchmarks/tiny/releases/2026-08/submissions/acme-one/ratings.csv")),
            File.ReadAllBytes(_folder.PathOf("data/benchmarks/tiny/releases/2026-12/submissions/acme-one/ratings.csv")));

        // The new draft is where submissions go from now on, even while others there are unfinished.
        New("submission", "--benchmark", "tiny", "--model", "acme-one", "--variant", "x");
        var second = New("submission", "--benchmark", "tiny", "--model", "acme-one", "--variant", "y");
        Assert.Contains("releases/2026-12/submissions/acme-one-y/", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_benchmark_is_listed_and_is_a_board_once_its_blanks_are_filled()
    {
        var run = New("benchmark", "--benchmark", "mine", "--name", "My benchmark", "--date", "2026-09-30", "--use-cases", "a-task,b-task");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Listed 'mine' in data/site.json", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"benchmarks\": [\"tiny\", \"mine\"],\n", File.ReadAllText(_folder.PathOf("data/site.json")), StringComparison.Ordinal);
        Assert.All(Problems(), problem => Assert.Equal("CB0933", problem.Code));
        Fill(_folder.PathOf("data/benchmarks/mine/benchmark.json"));
        Fill(_folder.PathOf("data/benchmarks/mine/use-cases.csv"));
        Assert.Empty(Problems());
        var submission = New("submission", "--benchmark", "mine", "--model", "acme-one");
        Assert.Contains("Wrote 6 files to data/benchmarks/mine/releases/2026-09/submissions/acme-one/", submission.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_named_rather_than_called_unknown()
    {
        _folder.Write("data/benchmarks/tiny/releases/2026-08/release.json", "{}");

        var run = New("submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one");

        Assert.Contains(
            "--release: The release '2026-08' cannot be read as it is. Run 'crmbench check data/benchmarks/tiny/releases/2026-08' and correct it first.",
            run.Error,
            StringComparison.Ordinal);
    }

    private static int NamesIn(Diagnostic problem) => problem.Message.Split(" still to be filled in")[0].Split("', '").Length;

    private static void Fill(string file)
    {
        var lines = File.ReadAllLines(file).Select((line, i) => file.EndsWith(".csv", StringComparison.Ordinal) ? FilledRow(file, line, i) : FilledLine(line));
        File.WriteAllText(file, string.Concat(lines.Select(line => line + "\n")));
    }

    private static string FilledLine(string line) => System.Text.RegularExpressions.Regex.Replace(
        line, "FILL IN: ([^\"]*)", match => match.Groups[1].Value switch
        {
            var what when what.Contains("day", StringComparison.Ordinal) => "2026-07-30",
            var what when what.Contains("https", StringComparison.Ordinal) => "https://example.org/report",
            var what => what,
        });

    // Different in every row, because equal figures look copied, and never beside the scale.
    private static string FilledRow(string file, string line, int row)
    {
        var filled = line;
        for (var at = 0; filled.Contains("FILL IN", StringComparison.Ordinal); at++)
        {
            var place = filled.IndexOf("FILL IN", StringComparison.Ordinal);
            var value = Path.GetFileName(file) switch
            {
                "ratings.csv" when at < 2 => $"r{at}",
                "use-cases.csv" => $"N{row}",
                "ratings.csv" => "1",
                _ => (1 + ((row % 20) / 10.0)).ToString(CultureInfo.InvariantCulture),
            };
            filled = filled[..place] + value + filled[(place + "FILL IN".Length)..];
        }

        return filled;
    }

    private CrmBenchRun New(params string[] arguments) => CrmBenchRun.In(_folder.Path, ["new", .. arguments]);

    private CrmBenchRun Asked(string[] arguments, params string[] answers)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        using var typed = new StringReader(string.Concat(answers.Select(answer => answer + "\n")));
        var exitCode = CommandLine.Run(arguments, _folder.Path, new Terminal(output, error, answers: typed));
        return new CrmBenchRun(exitCode, output.ToString(), error.ToString());
    }

    private Diagnostic[] Problems()
    {
        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(_folder.Path, diagnostics);
        return [.. diagnostics.ToSorted().Where(problem => problem.Severity == Severity.Error)];
    }

    private string[] Everything() => FolderContent.Fingerprint(_folder.Path);
}
