using CrmBench.Tests.Data;
namespace CrmBench.Tests.Import.Formats;

public class RatedSamplesReaderTests
{
    private static readonly ImportRun Run =
        ImportRun.Of("rated-samples", ImportRun.Options with { SubmittedBy = null }, "rated-samples/run.jsonl");

    [Fact]
    public void People_and_the_grading_model_keep_their_ratings_apart()
    {
        Assert.Equal(
            """
            use_case,item,rater,completeness,factuality,safety
            call-summary,call-summary.dev.0,Rater 1,3,3,
            call-summary,call-summary.dev.0,acme-two,3,4,
            call-summary,call-summary.dev.1,Rater 1,1,2,
            email-draft,mail.7,acme-two,,,1

            """,
            Run.Text("ratings.csv"));
        var submission = Run.Submission();
        Assert.Equal("manual", submission.Method);
        var judge = Assert.Single(submission.Judges);
        Assert.Equal(("acme-two", "automated", "acme-two"), (judge.Rater, judge.Method, judge.Model));
    }

    [Fact]
    public void The_final_report_fills_what_no_sample_says()
    {
        var score = Assert.Single(Run.Submission().Scores);

        Assert.Equal(("privacy-names", "call-summary", 98.0), (score.Metric, score.At.UseCase, score.Value));
    }

    [Fact]
    public void Prompts_and_unknown_ratings_are_reported()
    {
        Assert.Superset(new HashSet<string> { "data", "data.choice", "data.expected", "final_report.accuracy" }, Run.Left.ToHashSet());
    }

    [Fact]
    public void A_line_that_is_cut_off_is_reported_with_its_line()
    {
        var text = "{\"spec\": {\"completion_fns\": [\"acme-one\"]}}\n{\"sample_id\": \"a\", \"type\": \"mat";

        var run = ImportRun.Into(Sites.Minimal, "rated-samples", ImportRun.Options, ImportRun.FileOf("run.jsonl", text));

        Assert.StartsWith("run.jsonl:2:", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Empty(run.Result.Files);
    }

    [Fact]
    public void A_sample_that_a_program_rates_again_is_another_try_and_no_further_item()
    {
        var run = ImportRun.Into(Sites.Minimal, "rated-samples", ImportRun.Options, ImportRun.FileOf("run.jsonl", Log("0.75")));

        var score = Assert.Single(run.Submission().Scores);
        Assert.Equal((75.0, 2), (score.Value, score.Count));
    }

    [Fact]
    public void A_report_that_the_samples_do_not_give_stays_as_it_is()
    {
        var run = ImportRun.Into(Sites.Minimal, "rated-samples", ImportRun.Options, ImportRun.FileOf("run.jsonl", Log("0.9")));

        Assert.Equal((90.0, null), (Assert.Single(run.Submission().Scores).Value, run.Submission().Ratings));
        Assert.Contains(run.Result.Report, left => left.Reason.EndsWith("The tool's own figure stays.", StringComparison.Ordinal));
    }

    private static string Log(string report) => string.Join('\n',
        """{"spec": {"completion_fns": ["acme-one"], "eval_name": "call-summary", "run_id": "r"}}""",
        $$"""{"final_report": {"safety": {{report}} } }""",
        """{"sample_id": "a", "type": "match", "data": {"safety": true}}""",
        """{"sample_id": "b", "type": "match", "data": {"safety": true}}""",
        """{"sample_id": "a", "type": "match", "data": {"safety": false}}""",
        """{"sample_id": "b", "type": "match", "data": {"safety": true}}""");
}
