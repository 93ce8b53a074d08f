using CrmBench.Core.Model;

namespace CrmBench.Tests.Data.Import.Inspect;

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
    [InlineData("""{"version": 2, "status": "success", "eval": {"task": "t"}}""", "log.json:1:45: error CB0205: The property 'model'")]
    [InlineData("""{"version": 2, "status": "success", "eval": {"model": 5, "task": "t"}}""", "log.json:1:55: error CB0206: 'model' is a number")]
    public void A_log_that_cannot_be_used_is_refused_at_its_place(string log, string message)
    {
        var run = ImportRun.Into(Sites.Minimal, "inspect", ImportRun.Options, ImportRun.FileOf("log.json", log));

        Assert.StartsWith(message, Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Empty(run.Result.Files);
    }
}
