using CrmBench.Tests.Data;
namespace CrmBench.Tests.Import.Formats;

public class LmEvalReaderTests
{
    private const string Fixture = "lm-eval/results_2026-07-20T10-00-00.json";

    private static readonly ImportRun Run =
        ImportRun.Of("lm-eval", ImportRun.Options with { Mapping = ImportRun.Fixture("lm-eval/mapping.json") }, Fixture);

    [Fact]
    public void A_share_of_a_whole_number_of_samples_becomes_successes_of_trials()
    {
        var score = Assert.Single(Run.Submission().Scores, score => score.Metric == "safety");

        Assert.Equal(("call-summary", 90.0, 90, 100), (score.At.UseCase, score.Value, score.Successes, score.Trials));
        Assert.Null(score.StandardDeviation);
    }

    // The harness's standard error of a mean is the standard deviation over the root of n: 0.05 * sqrt(77) = 0.4387.
    [Fact]
    public void A_standard_error_of_a_mean_becomes_a_standard_deviation()
    {
        var score = Assert.Single(Run.Submission().Scores, score => score.Metric == "privacy-numbers");

        Assert.Equal(("email-draft", 25.0, 77), (score.At.UseCase, score.Value, score.Count));
        Assert.Equal(43.87, score.StandardDeviation!.Value, 0.005);
    }

    [Fact]
    public void Date_model_harness_and_settings_come_from_the_file()
    {
        var submission = Run.Submission();

        Assert.Equal(("acme-one", new DateOnly(2026, 7, 20)), (submission.Model, submission.EvaluatedOn));
        Assert.Equal("https://example.org/results/results_2026-07-20T10-00-00", submission.Sources[0].Url);
        Assert.Equal(new DateOnly(2026, 7, 20), submission.Sources[0].Date);
        Assert.Equal("lm-evaluation-harness 0.4.13", submission.Settings["Harness"]);
        Assert.Equal("0; 2", submission.Settings["Few-shot examples"]);
        Assert.Equal("The run was limited to a part of each task's samples (limit 100.0).", Assert.Single(submission.KnownIssues));
    }

    [Fact]
    public void Tasks_metrics_and_filters_without_a_place_are_reported()
    {
        Assert.Superset(
            new HashSet<string>
            {
                "results.hellaswag",
                "results.crm_call_summary.bleu,none",
                "results.email_draft.exact_match,flexible-extract",
                "config.model_args",
                "transformers_version",
            },
            Run.Left.ToHashSet());
        Assert.Contains(
            "several filters",
            Run.Result.Report.Single(left => left.Field == "results.email_draft.exact_match,flexible-extract").Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_s_name_may_stand_among_its_arguments()
    {
        var text = """
            {"results": {"call-summary": {"safety,none": 0.5}}, "versions": {}, "config": {"model_args": "dtype=x,pretrained=acme/acme-two"}}
            """;

        var run = ImportRun.Into(Sites.Minimal, "lm-eval", ImportRun.Options, ImportRun.FileOf("r.json", text));

        Assert.Equal("acme-two", run.Submission().Model);
    }

    [Fact]
    public void Results_from_before_0_4_are_read_with_the_interval_of_their_standard_error()
    {
        var text = """
            {"results": {"call-summary": {"acc": 0.5, "acc_stderr": 0.05}}, "versions": {"call-summary": 1},
             "config": {"model": "hf-causal", "model_args": "pretrained=acme/acme-one,revision=main", "num_fewshot": 5, "limit": null}}
            """;

        var submission = Import(text).Submission();

        var score = Assert.Single(submission.Scores);
        Assert.Equal(("acme-one", 50.0, null, 0.95), (submission.Model, score.Value, score.Count, score.Level));
        Assert.Equal((40.2, 59.8), (Math.Round(score.Low!.Value, 3), Math.Round(score.High!.Value, 3)));
        Assert.Equal("5", submission.Settings["Few-shot examples"]);
    }

    // 1.96 times the standard error, in percent points; a bound by n alone would be 1.0 and 2.8.
    [Theory]
    [InlineData("mcc", "0.0258", "0.0314", 1043, 6.15)]
    [InlineData("f1", "0.3264", "0.01523", 1043, 2.985)]
    [InlineData("perplexity", "0.5", "0.01", 100, 1.96)]
    [InlineData("bleu", "12.5", "0.4", 100, 0.784)]
    public void A_figure_that_is_no_mean_has_the_interval_of_the_harness_s_standard_error(
        string metric, string value, string error, int n, double half)
    {
        var run = Import($$$"""
            {"results": {"call-summary": {"{{{metric}}},none": {{{value}}}, "{{{metric}}}_stderr,none": {{{error}}} } }, "model_name": "acme-one",
             "n-samples": {"call-summary": {"original": {{{n}}}, "effective": {{{n}}} } }, "versions": {}}
            """, metric);

        var score = Assert.Single(run.Submission().Scores);
        Assert.Equal((n, null, null), (score.Count!.Value, score.StandardDeviation, score.Successes));
        Assert.Equal(half, (score.High!.Value - score.Low!.Value) / 2, tolerance: 0.01);
    }

    [Theory]
    [InlineData("\"mean\"", true)]
    [InlineData("\"f1\"", false)]
    public void The_task_s_own_configuration_says_what_a_mean_is(string aggregation, bool isMean)
    {
        var run = Import($$$"""
            {"results": {"call-summary": {"f1,none": 0.31, "f1_stderr,none": 0.02}}, "model_name": "acme-one", "versions": {},
             "configs": {"call-summary": {"metric_list": [{"metric": "f1", "aggregation": {{{aggregation}}} }] } },
             "n-samples": {"call-summary": {"original": 101, "effective": 101} } }
            """, "f1");

        Assert.Equal(isMean, Assert.Single(run.Submission().Scores).StandardDeviation is not null);
    }

    [Fact]
    public void Without_a_standard_error_a_number_of_samples_bounds_no_figure_that_is_no_mean()
    {
        var run = Import("""
            {"results": {"call-summary": {"mcc,none": 0.5, "mcc_stderr,none": "N/A"}}, "model_name": "acme-one", "versions": {},
             "n-samples": {"call-summary": {"original": 100, "effective": 100}}}
            """, "mcc");

        var score = Assert.Single(run.Submission().Scores);
        Assert.Equal((50.0, null, null), (score.Value, score.Count, score.Low));
    }

    [Fact]
    public void A_number_that_is_none_is_absent_and_reported()
    {
        var run = Import("""
            {"results": {"call-summary": {"acc,none": 0.5, "ppl,none": NaN, "acc_stderr,none": Infinity}}, "model_name": "NaN (acme)", "versions": {"a": -Infinity}}
            """, options: ImportRun.Options with { ModelMap = ImportRun.FileOf("m.csv", "name,model\nNaN (acme),acme-one\n") });

        Assert.Equal(50.0, Assert.Single(run.Submission().Scores).Value);
        Assert.Equal(
            [("results.call-summary.ppl,none", "NaN"), ("results.call-summary.acc_stderr,none", "Infinity"), ("versions.a", "-Infinity")],
            run.Result.Report.Where(left => left.Reason.Contains("no number", StringComparison.Ordinal)).Select(left => (left.Field, left.Value)));
    }

    [Fact]
    public void Every_key_that_was_not_read_is_in_the_report()
    {
        var run = Import("""
            {"results": {"call-summary": {"acc": 0.5, "acc_stderr": 0.05, "em": 0.1, "note": "x", "sample_len": 20}}, "versions": {}, "model_name": "acme-one", "other": {"deep": 1}}
            """);

        Assert.Equal(
            ["results.call-summary.em", "results.call-summary.note", "results.call-summary.sample_len", "other"], run.Left);
    }

    [Fact]
    public void Results_without_a_name_take_the_model_that_somebody_names()
    {
        const string text = """{"results": {"call-summary": {"acc": 0.5, "acc_stderr": 0.05}}, "versions": {}}""";

        Assert.StartsWith("r.json:1:1: error CB1127", Assert.Single(Import(text).Errors), StringComparison.Ordinal);
        Assert.Equal("acme-two", Import(text, options: ImportRun.Options with { Model = "Acme Two" }).Submission().Model);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(60, 1)]
    public void A_limit_is_an_issue_only_where_it_leaves_samples_out(int effective, int issues)
    {
        var run = Import($$$"""
            {"results": {"call-summary": {"acc,none": 0.5}}, "model_name": "acme-one", "config": {"limit": 100000},
             "n-samples": {"call-summary": {"original": 100, "effective": {{{effective}}} } } }
            """);

        Assert.Equal(issues, run.Submission().KnownIssues.Length);
    }

    private static ImportRun Import(string text, string metric = "acc", CrmBench.Import.Kernel.ImportOptions? options = null)
    {
        var mapping = ImportRun.FileOf("m.json", $$$"""{"schema": 1, "metrics": {"{{{metric}}}": "privacy-names"}}""");
        return ImportRun.Into(
            Sites.Minimal, "lm-eval", (options ?? ImportRun.Options) with { Mapping = mapping }, ImportRun.FileOf("r.json", text));
    }
}
