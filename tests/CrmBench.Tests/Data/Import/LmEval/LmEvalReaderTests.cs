namespace CrmBench.Tests.Data.Import.LmEval;

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
}
