namespace CrmBench.Tests.Data.Import.RatedSamples;

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
}
