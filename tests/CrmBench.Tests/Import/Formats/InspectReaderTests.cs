using System.IO.Compression;
using System.Text;
using CrmBench.Core.Model;
using CrmBench.Import.Kernel;
using CrmBench.Tests.Data;

namespace CrmBench.Tests.Import.Formats;

public class InspectReaderTests
{
    private static readonly ImportRun Run = ImportRun.Of("inspect", ImportRun.Options, "inspect/2026-07-21_call-summary.json");

    [Fact]
    public void Scores_of_samples_become_ratings_by_a_program()
    {
        Assert.Equal(
            """
            use_case,item,rater,factuality,safety
            call-summary,a,factuality,4,
            call-summary,a,safety,,1
            call-summary,b,factuality,3,
            call-summary,b,safety,,0
            call-summary,c,factuality,3,
            call-summary,c,safety,,1

            """,
            Run.Text("ratings.csv"));
        var submission = Run.Submission();
        Assert.Equal("automated", submission.Method);
        Assert.Equal([("factuality", "acme-two"), ("safety", "acme-two")], submission.Judges.Select(judge => (judge.Rater, judge.Model)));
    }

    [Fact]
    public void Where_samples_are_given_the_log_s_own_means_are_left_out()
    {
        Assert.Empty(Run.Submission().Scores);
        Assert.Contains(
            Run.Result.Report, left => left.Field == "safety" && left.Reason.Contains("computed from them", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_time_of_a_single_call_is_a_latency_and_a_failure_is_counted()
    {
        var calls = Run.Submission().Calls;

        Assert.Equal(
            [("a", CallStatus.Ok, 3.25), ("d", CallStatus.Timeout, null)], calls.Select(call => (call.Item, call.Status, call.Seconds)));
        Assert.Equal((2900, 240), (calls[0].InputTokens, calls[0].OutputTokens));
    }

    [Fact]
    public void Settings_and_date_come_from_the_log_but_no_arguments()
    {
        var submission = Run.Submission();

        Assert.Equal(new DateOnly(2026, 7, 21), submission.EvaluatedOn);
        Assert.Equal("Inspect 0.3.285", submission.Settings["Harness"]);
        Assert.Equal(("0.0", "512"), (submission.Settings["Temperature"], submission.Settings["Max tokens"]));
        Assert.Superset(new HashSet<string> { "eval.model_args", "eval.task_args", "samples[].scores.style.value" }, Run.Left.ToHashSet());
    }

    [Fact]
    public void Without_samples_the_means_come_with_their_counts()
    {
        var log = """
            {"version": 2, "status": "success",
             "eval": {"model": "acme-one", "task": "call-summary", "created": "2026-07-01", "dataset": {"samples": 50}},
             "results": {"completed_samples": 50, "scores": [
               {"name": "match", "scorer": "match", "metrics": {
                 "accuracy": {"name": "accuracy", "value": 0.92}, "stderr": {"name": "stderr", "value": 0.04}}}]}}
            """;
        var mapping = ImportRun.FileOf("m.json", """{"schema": 1, "metrics": {"match/accuracy": "safety"}}""");

        var run = ImportRun.Into(Sites.Minimal, "inspect", ImportRun.Options with { Mapping = mapping }, ImportRun.FileOf("log.json", log));

        var score = Assert.Single(run.Submission().Scores);
        Assert.Equal((92.0, 46, 50), (score.Value, score.Successes, score.Trials));
    }

    [Theory]
    [InlineData("""{"version": 1, "status": "success", "eval": {}}""", "log.json:1:13: error CB1102: Version '1'")]
    [InlineData("""{"version": 2, "status": "cancelled", "eval": {}}""", "log.json:1:26: error CB1103: The run did not end well")]
    [InlineData("""{"version": 2, "status": "success", "eval": {"task": "t"}}""", "log.json:1:45: error CB1127: The file does not name the model")]
    [InlineData("""{"version": 2, "status": "success", "eval": {"model": 5, "task": "t"}}""", "log.json:1:55: error CB0206: 'model' is a number")]
    public void A_log_that_cannot_be_used_is_refused_at_its_place(string log, string message)
    {
        var run = ImportRun.Into(Sites.Minimal, "inspect", ImportRun.Options, ImportRun.FileOf("log.json", log));

        Assert.StartsWith(message, Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Empty(run.Result.Files);
    }

    // The log's own standard error is the oracle: 0.25 over two items, of 0.5 and 1; over four tries it would be 0.25 too, but of n = 4.
    [Fact]
    public void Epochs_of_a_sample_are_one_item_with_the_log_s_own_standard_error()
    {
        var score = Assert.Single(Import(Log("mean", "0.75", "0.25", [("a", "C"), ("a", "I"), ("b", "C"), ("b", "C")])).Submission().Scores);

        Assert.Equal((75.0, 2), (score.Value, score.Count));
        Assert.Equal(25, score.StandardDeviation!.Value / Math.Sqrt(2), 6);
    }

    [Theory]
    [InlineData("max", "0.5", 1, 0)]
    [InlineData("at_least_2", "0.0", 0, 0)]
    [InlineData("pass_at_2", "0.5", 1, 0)]
    [InlineData("pass_at_1", "0.25", 0.5, 0)]
    [InlineData("pass_k_2", "0.0", 0, 0)]
    [InlineData("mode", "0.5", 1, 0)]
    [InlineData("median", "0.25", 0.5, 0)]
    [InlineData("mean", "0.25", 0.5, 0)]
    public void Epochs_are_reduced_as_the_log_names_it(string reducer, string printed, double first, double second)
    {
        var run = Import(Log(reducer, printed, "0.5", [("a", "C"), ("a", "I"), ("b", "I"), ("b", "I")]));

        var submission = run.Submission();
        if (first is 0 or 1)
        {
            Assert.Empty(submission.Scores);
            Assert.Equal([(short)first, (short)second], submission.Ratings!.Values[0]);
            Assert.Equal(["a", "b"], submission.Ratings.Items);
        }
        else
        {
            Assert.Equal((50 * (first + second), 2), (submission.Scores[0].Value, submission.Scores[0].Count));
        }
    }

    [Theory]
    [InlineData("mean", "0.9", "Their mean is 50, and the figure is 90.")]
    [InlineData("best_of_luck", "0.9", "How 'best_of_luck' makes one value of several tries is not known here.")]
    public void Where_the_samples_do_not_give_it_the_log_s_own_figure_stays_and_the_report_says_why(string reducer, string printed, string reason)
    {
        var run = Import(Log(reducer, printed, "0.05", [("a", "C"), ("a", "C"), ("b", "I"), ("b", "I")]));

        Assert.Equal((90.0, null), (run.Submission().Scores[0].Value, run.Submission().Ratings));
        Assert.Contains(run.Result.Report, left => left.Reason == $"{reason} The tool's own figure stays.");
    }

    [Fact]
    public void Fewer_samples_than_the_figure_is_of_do_not_replace_it()
    {
        var log = Log("mean", "0.5", "0.08", [("a", "C"), ("a", "C"), ("b", "I"), ("b", "I")])
            .Replace("\"scored_samples\": 2", "\"scored_samples\": 40", StringComparison.Ordinal);

        var run = Import(log);

        Assert.Equal((50.0, 20, 40), (run.Submission().Scores[0].Value, run.Submission().Scores[0].Successes, run.Submission().Scores[0].Trials));
        Assert.Contains(run.Result.Report, left => left.Reason.StartsWith("There are 2 items here, and the figure is one of 40.", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_runs_of_the_same_samples_are_as_many_items_as_one()
    {
        var first = Log("mean", "0.5", "0.5", [("a", "C"), ("b", "I")]);
        var second = Log("mean", "1.0", "0.0", [("a", "C"), ("b", "C")]).Replace("\"e1\"", "\"e2\"", StringComparison.Ordinal);

        var run = ImportRun.Into(
            Sites.Minimal, "inspect", ImportRun.Options, ImportRun.FileOf("1.json", first), ImportRun.FileOf("2.json", second));

        Assert.Equal((75.0, 2), (run.Submission().Scores[0].Value, run.Submission().Scores[0].Count));
    }

    [Fact]
    public void The_same_log_twice_is_refused()
    {
        var log = Log("mean", "0.5", "0.5", [("a", "C"), ("b", "I")]);

        var run = ImportRun.Into(Sites.Minimal, "inspect", ImportRun.Options, ImportRun.FileOf("1.json", log), ImportRun.FileOf("2.json", log));

        Assert.NotEmpty(run.Errors);
        Assert.Empty(run.Result.Files);
    }

    [Fact]
    public void An_archive_is_read_as_the_same_log_as_json()
    {
        var json = Log("max", "0.5", "0.5", [("a", "C"), ("a", "I"), ("b", "I"), ("b", "I")]);
        var samples = json[json.IndexOf("\"samples\": [", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("{\"id\"", StringComparison.Ordinal)).ToArray();
        var header = json[..json.IndexOf(", \"samples\": [", StringComparison.Ordinal)] + "}";
        var archive = Archive([("_journal/start.json", "{}"), .. samples.Select((text, i) => ($"samples/{i}.json", text.TrimEnd(','))), ("header.json", header)]);

        var run = ImportRun.Into(Sites.Minimal, "inspect", ImportRun.Options, new ImportFile("log.json", archive));

        Assert.Equal(Import(json).Text("ratings.csv"), run.Text("ratings.csv"));
        Assert.Equal(Import(json).Text("submission.json"), run.Text("submission.json"));
    }

    [Fact]
    public void An_archive_without_its_header_or_cut_off_is_refused()
    {
        var unfinished = ImportRun.Into(
            Sites.Minimal, "inspect", ImportRun.Options, new ImportFile("log.eval", Archive([("_journal/start.json", "{}")])));
        var whole = Archive([("header.json", "{}")]);
        var cut = ImportRun.Into(Sites.Minimal, "inspect", ImportRun.Options, new ImportFile("log.eval", whole.AsMemory(0, whole.Length / 2)));

        Assert.Contains("CB1103", Assert.Single(unfinished.Errors), StringComparison.Ordinal);
        Assert.Contains("CB1128", Assert.Single(cut.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(20000, 0)]
    [InlineData(2, 1)]
    public void A_limit_is_an_issue_only_where_it_leaves_samples_out(int limit, int issues)
    {
        var log = Log("mean", "0.5", "0.5", [("a", "C"), ("b", "I")])
            .Replace("\"config\": {", $"\"dataset\": {{\"samples\": 4}}, \"config\": {{\"limit\": {limit}, ", StringComparison.Ordinal);

        Assert.Equal(issues, Import(log).Submission().KnownIssues.Length);
    }

    private static ImportRun Import(string log) => ImportRun.Into(Sites.Minimal, "inspect", ImportRun.Options, ImportRun.FileOf("log.json", log));

    // A log of a task with the samples given; those of one identifier are its epochs.
    private static string Log(string reducer, string accuracy, string error, (string Id, string Value)[] samples)
    {
        var items = samples.Select(sample => sample.Id).Distinct().Count();
        var seen = new Dictionary<string, int>();
        var lines = samples.Select(sample =>
        {
            var epoch = seen[sample.Id] = seen.GetValueOrDefault(sample.Id) + 1;
            return $$$"""{"id": "{{{sample.Id}}}", "epoch": {{{epoch}}}, "scores": {"safety": {"value": "{{{sample.Value}}}" } } }""";
        });
        return $$$"""
            {"version": 2, "status": "success",
             "eval": {"eval_id": "e1", "model": "acme-one", "task": "call-summary", "created": "2026-07-01", "config": {"epochs": {{{samples.Length / items}}}, "epochs_reducer": ["{{{reducer}}}"]}},
             "results": {"total_samples": {{{samples.Length}}}, "completed_samples": {{{samples.Length}}}, "scores": [
               {"name": "safety", "scorer": "safety", "reducer": "{{{reducer}}}", "scored_samples": {{{items}}}, "metrics": {
                 "accuracy": {"name": "accuracy", "value": {{{accuracy}}} }, "stderr": {"name": "stderr", "value": {{{error}}} } } }]}, "samples": [
            {{{string.Join(",\n", lines)}}}
            ]}
            """;
    }

    private static byte[] Archive(IEnumerable<(string Name, string Text)> entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
