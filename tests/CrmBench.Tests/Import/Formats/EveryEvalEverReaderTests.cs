using CrmBench.Tests.Data;
namespace CrmBench.Tests.Import.Formats;

public class EveryEvalEverReaderTests
{
    private const string Aggregate = "every-eval-ever/aggregate.json", Instances = "every-eval-ever/aggregate_samples.jsonl";

    private static readonly CrmBench.Import.Kernel.ImportOptions Options = new() { Benchmark = "tiny" };

    [Fact]
    public void Aggregates_come_in_the_metric_s_unit_with_count_spread_and_interval()
    {
        var scores = ImportRun.Of("every-eval-ever", Options, Aggregate).Submission().Scores;

        Assert.Equal([("safety", 50.0), ("privacy-names", 97.5), ("seconds", 2.75)], scores.Select(score => (score.Metric, score.Value)));
        var privacy = scores[1];
        Assert.Equal((400, 10.0, 96.5, 98.5, 0.95), (privacy.Count, privacy.StandardDeviation, privacy.Low, privacy.High, privacy.Level));
    }

    [Fact]
    public void Instances_replace_the_aggregate_they_belong_to()
    {
        var run = ImportRun.Of("every-eval-ever", Options, Instances, Aggregate);

        Assert.Equal(
            """
            use_case,item,rater,safety
            call-summary,call_1,Acme Two,1
            call-summary,call_2,Acme Two,0

            """,
            run.Text("ratings.csv"));
        Assert.Equal(
            """
            use_case,item,seconds,status,input_tokens,output_tokens
            call-summary,call_1,2.5,ok,3000,200
            call-summary,call_2,3,ok,,
            call-summary,call_3,,error,,

            """,
            run.Text("latencies.csv"));
        var submission = run.Submission();
        Assert.DoesNotContain(submission.Scores, score => score.Metric == "safety");
        Assert.Equal(("Acme Two", "acme-two"), (submission.Judges[0].Rater, submission.Judges[0].Model));
    }

    [Fact]
    public void Who_ran_it_when_and_how_comes_from_the_file()
    {
        var submission = ImportRun.Of("every-eval-ever", Options, Aggregate).Submission();

        Assert.Equal(("Example Evaluators", new DateOnly(2026, 7, 23)), (submission.SubmittedBy, submission.EvaluatedOn));
        Assert.Equal(
            ("Small CRM board", "https://example.org/evaluators", new DateOnly(2026, 7, 24)),
            (submission.Sources[0].Title, submission.Sources[0].Url, submission.Sources[0].Date));
        Assert.Equal(("third party", "Acme Two"), (submission.Settings["Evaluator and model"], submission.Settings["Judge"]));
    }

    [Fact]
    public void Results_of_other_benchmarks_and_texts_of_samples_are_reported()
    {
        var run = ImportRun.Of("every-eval-ever", Options, Instances, Aggregate);

        Assert.Superset(
            new HashSet<string> { "evaluation_results[]", "evaluation_results[].score_details.details", "input", "output" },
            run.Left.ToHashSet());
        Assert.Contains(run.Result.Report, left => left.Reason.Contains("no use case 'mmlu'", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_version_of_the_schema_is_refused_at_its_place()
    {
        var file = ImportRun.FileOf("a.json", """{"schema_version": "1.0.0", "model_info": {}, "evaluation_results": []}""");

        var run = ImportRun.Into(Sites.Minimal, "every-eval-ever", Options, file);

        Assert.StartsWith("a.json:1:20: error CB1102: Version '1.0.0'", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50.0", "percent", 100, 50)]
    [InlineData("0.5", "proportion", 1, 50)]
    [InlineData("0.5", "percent", 100, 0.5)]
    public void Instances_of_zero_and_one_are_what_their_mean_makes_of_the_figure(string score, string unit, int highest, double percent)
    {
        var run = ImportRun.Into(
            Sites.Minimal, "every-eval-ever", Options,
            ImportRun.FileOf("a.json", Of(score, unit, highest)), ImportRun.FileOf("a.jsonl", InstancesOf(1, 0, 1, 0)));

        var submission = run.Submission();
        if (percent == 50)
        {
            Assert.Empty(submission.Scores);
            Assert.Equal([1, 0, 1, 0], submission.Ratings!.Values[0].Select(value => (int)value));
        }
        else
        {
            Assert.Equal((percent, 4), (submission.Scores[0].Value, submission.Scores[0].Count));
        }
    }

    [Fact]
    public void Instances_that_do_not_give_the_figure_leave_it_as_it_is()
    {
        var run = ImportRun.Into(
            Sites.Minimal, "every-eval-ever", Options,
            ImportRun.FileOf("a.json", Of("72.4", "percent", 100)), ImportRun.FileOf("a.jsonl", InstancesOf(1, 0, 1, 0)));

        Assert.Equal((72.4, null), (run.Submission().Scores[0].Value, run.Submission().Ratings));
        Assert.Contains(run.Result.Report, left => left.Reason.StartsWith("Their mean is 50, and the figure is 72.4.", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_instances_of_a_sample_are_one_item()
    {
        var text = InstancesOf(1, 0, 1, 1).Replace("s3", "s1", StringComparison.Ordinal).Replace("s2", "s0", StringComparison.Ordinal);

        var run = ImportRun.Into(
            Sites.Minimal, "every-eval-ever", Options, ImportRun.FileOf("a.json", Of("0.75", "proportion", 1)), ImportRun.FileOf("a.jsonl", text));

        Assert.Equal((75.0, 2), (run.Submission().Scores[0].Value, run.Submission().Scores[0].Count));
    }

    [Fact]
    public void Aggregates_may_stand_on_lines()
    {
        var lines = Of("50.0", "percent", 100).ReplaceLineEndings("") + "\n"
            + Of("60.0", "percent", 100).ReplaceLineEndings("").Replace("acme-one", "acme-two", StringComparison.Ordinal);

        var run = ImportRun.Into(Sites.Minimal, "every-eval-ever", Options, ImportRun.FileOf("a.jsonl", lines));

        Assert.Empty(run.Errors);
        Assert.Equal(2, run.Result.Folders.Length);
    }

    [Theory]
    [InlineData("0.7", "points", 5)]
    [InlineData("0.7", "percent", 1)]
    public void A_figure_that_may_be_a_share_or_a_percentage_is_left_out_with_the_reason(string score, string unit, int highest)
    {
        var run = ImportRun.Into(Sites.Minimal, "every-eval-ever", Options, ImportRun.FileOf("a.json", Of(score, unit, highest)));

        Assert.Contains(run.Result.Report, left => left.Reason.Contains("whether it is a share", StringComparison.Ordinal));
        Assert.Empty(run.Result.Files);
    }

    [Fact]
    public void What_is_not_known_is_no_setting()
    {
        var submission = ImportRun.Into(
            Sites.Minimal, "every-eval-ever", Options, ImportRun.FileOf("a.json", Of("50.0", "percent", 100))).Submission();

        Assert.DoesNotContain("Harness", submission.Settings.Keys);
        Assert.DoesNotContain(submission.Settings.Values, value => value.Contains("unknown", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_statistic_of_all_answers_has_the_interval_of_its_standard_error()
    {
        var text = Of("2.58", "percent", 100)
            .Replace("\"metric_id\": \"safety\"", "\"metric_id\": \"safety\", \"metric_kind\": \"mcc\"", StringComparison.Ordinal)
            .Replace("\"score\": 2.58", "\"score\": 2.58, \"uncertainty\": {\"num_samples\": 1043, \"standard_error\": {\"value\": 3.14}}", StringComparison.Ordinal);

        var score = Assert.Single(ImportRun.Into(Sites.Minimal, "every-eval-ever", Options, ImportRun.FileOf("a.json", text)).Submission().Scores);

        Assert.Equal(6.154, (score.High!.Value - score.Low!.Value) / 2, 3);
    }

    private static string Of(string score, string unit, int highest) => $$$"""
        {"schema_version": "0.3.0", "evaluation_id": "e1", "evaluation_timestamp": "1784800000",
         "source_metadata": {"source_name": "Board", "source_organization_name": "Evaluators", "source_organization_url": "https://example.org/"},
         "eval_library": {"name": "unknown", "version": "unknown"}, "model_info": {"name": "Acme One", "id": "acme/acme-one"},
         "evaluation_results": [{"evaluation_result_id": "r1", "evaluation_name": "call-summary",
           "metric_config": {"metric_id": "safety", "metric_unit": "{{{unit}}}", "lower_is_better": false, "score_type": "continuous", "min_score": 0, "max_score": {{{highest}}}},
           "score_details": {"score": {{{score}}}}}]}
        """;

    private static string InstancesOf(params int[] scores) => string.Join('\n', scores.Select((score, i) => $$$"""
        {"schema_version": "instance_level_eval_0.3.0", "evaluation_id": "e1", "model_id": "acme/acme-one", "evaluation_name": "call-summary", "evaluation_result_id": "r1", "sample_id": "s{{{i}}}", "evaluation": {"score": {{{score}}}, "is_correct": true}}
        """));

    // The names of the instances alone would lead to the metric.
    [Fact]
    public void Instances_of_an_aggregate_that_is_left_out_are_left_out_too()
    {
        var aggregate = ImportRun.FileOf(
            "a.json",
            """
            {"schema_version":"0.3.0","evaluation_id":"e","source_metadata":{"source_name":"B","source_type":"evaluation_run"},
             "model_info":{"name":"Acme One","id":"acme/acme-one"},
             "evaluation_results":[{"evaluation_result_id":"r","evaluation_name":"safety","metric_config":{"metric_id":"safety",
             "lower_is_better":true,"min_score":0,"max_score":1},"score_details":{"score":0.5}}]}
            """);
        var instance = ImportRun.FileOf(
            "a.jsonl",
            """{"schema_version":"instance_level_eval_0.3.0","evaluation_id":"e","model_id":"acme/acme-one","evaluation_name":"safety","evaluation_result_id":"r","sample_id":"s","evaluation":{"score":1}}""");

        var run = ImportRun.Into(Sites.Minimal, "every-eval-ever", ImportRun.Options with { UseCase = "call-summary" }, aggregate, instance);

        Assert.Empty(run.Result.Files);
        Assert.Contains(run.Result.Report, left => left.ToString().Contains("instances", StringComparison.Ordinal));
    }
}
