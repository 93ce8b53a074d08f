using CrmBench.Core.Model;
using CrmBench.Tests.Data;

namespace CrmBench.Tests.Import.Formats;

public class PromptfooReaderTests
{
    private static readonly ImportRun Run =
        ImportRun.Of("promptfoo", ImportRun.Options with { SubmittedBy = null }, "promptfoo/output.json");

    [Fact]
    public void Named_scores_become_ratings_where_the_metric_is_rated_and_means_elsewhere()
    {
        Assert.Equal(
            """
            use_case,item,rater,safety
            email-draft,renewal,promptfoo,1
            email-draft,test 3,promptfoo,1
            email-draft,thanks,promptfoo,0

            """,
            Run.Text("ratings.csv"));

        // The mean of 75, 25 and 100 percent; their standard deviation is the root of 8750 / 6.
        var score = Assert.Single(Run.Submission().Scores);
        Assert.Equal(("privacy-names", 3), (score.Metric, score.Count));
        Assert.Equal(66.6667, score.Value, 4);
        Assert.Equal(38.1881, score.StandardDeviation!.Value, 4);
    }

    [Fact]
    public void A_cached_response_has_neither_time_nor_money_and_a_failed_call_is_counted()
    {
        var submission = Run.Submission();

        Assert.Equal(
            [("renewal", CallStatus.Ok, 1.25), ("thanks", CallStatus.Ok, 2.0), ("reminder", CallStatus.Error, null)],
            submission.Calls.Select(call => (call.Item, call.Status, call.Seconds)));
        Assert.Equal(0.003, Assert.Single(submission.Costs).UsdPerCall!.Value, 12);
        Assert.Contains(Run.Result.Report, left => left.Reason.Contains("cache", StringComparison.Ordinal));
    }

    [Fact]
    public void Author_date_and_provider_come_from_the_file()
    {
        var submission = Run.Submission();

        Assert.Equal(("acme-one", "Example Evaluators"), (submission.Model, submission.SubmittedBy));
        Assert.Equal(new DateOnly(2026, 7, 22), submission.EvaluatedOn);
        Assert.Equal("acme:chat:acme-one", submission.Settings["Provider"]);
        Assert.Superset(new HashSet<string> { "results.results[].namedScores.Tone", "config", "results.stats" }, Run.Left.ToHashSet());
    }

    [Fact]
    public void Prompts_are_told_apart_by_their_text_and_not_by_their_number()
    {
        var one = Import(Output(Row("acme-one", 0, "p", 0), Row("acme-two", 1, "p", 0)));
        var two = Import(Output(Row("acme-one", 0, "p", 0), Row("acme-one", 1, "q", 0)));

        Assert.Equal(["acme-one", "acme-two"], one.Result.Folders.Select(folder => folder.Split('/')[^1]));
        Assert.Equal(["acme-one-prompt-1", "acme-one-prompt-2"], two.Result.Folders.Select(folder => folder.Split('/')[^1]));
    }

    [Fact]
    public void A_test_that_is_repeated_is_one_item()
    {
        var run = Import(Output(Row("acme-one", 0, "p", 0), Row("acme-one", 0, "p", 1, test: 0, passes: false), Row("acme-one", 0, "p", 2)));

        var score = Assert.Single(run.Submission().Scores);
        Assert.Equal((75.0, 2), (score.Value, score.Count));
    }

    [Theory]
    [InlineData("""{"pass": false, "score": 0, "reason": "x", "metadata": {"graderError": true}}""")]
    [InlineData("""{"pass": false, "score": 0, "reason": "Could not extract JSON from llm-rubric response"}""")]
    [InlineData("""{"pass": false, "score": 0, "reason": "Custom function threw error: TypeError"}""")]
    public void A_result_whose_grader_failed_is_reported_and_not_scored(string grading)
    {
        var broken = Row("acme-one", 0, "p", 1, passes: false).Replace("\"success\": false", $"\"success\": false, \"gradingResult\": {grading}", StringComparison.Ordinal);

        var run = Import(Output(Row("acme-one", 0, "p", 0), broken));

        Assert.Equal([1], run.Submission().Ratings!.Values[0].Select(value => (int)value));
        Assert.Contains(run.Result.Report, left => left.Reason.StartsWith("Its grader failed", StringComparison.Ordinal));
        Assert.Equal(2, run.Submission().Calls.Length);
    }

    [Theory]
    [InlineData(3, "\"failureReason\": 2, \"error\": \"429\"")]
    [InlineData(3, "\"response\": {\"error\": \"429\"}, \"error\": \"429\"")]
    [InlineData(2, "\"error\": \"429\", \"gradingResult\": null")]
    public void A_row_that_is_an_error_is_a_failed_call_in_every_version(int version, string error)
    {
        var failed = Row("acme-one", 0, "p", 1, passes: false).Replace("\"success\": false", $"\"success\": false, {error}", StringComparison.Ordinal);

        var run = Import(Output(Row("acme-one", 0, "p", 0), failed).Replace("\"version\": 3", $"\"version\": {version}", StringComparison.Ordinal));

        Assert.Equal([CallStatus.Ok, CallStatus.Error], run.Submission().Calls.Select(call => call.Status));
        Assert.Single(run.Submission().Ratings!.Values[0]);
    }

    [Fact]
    public void Results_may_stand_on_lines()
    {
        var run = Import(Row("acme-one", 0, "p", 0) + "\n" + Row("acme-one", 0, "p", 1, passes: false));

        Assert.Equal([1, 0], run.Submission().Ratings!.Values[0].Select(value => (int)value));
    }

    private static ImportRun Import(string text)
    {
        var mapping = ImportRun.FileOf("m.json", """{"schema": 1, "metrics": {"success": "safety"}}""");
        return ImportRun.Into(
            Sites.Minimal, "promptfoo", ImportRun.Options with { UseCase = "email-draft", Mapping = mapping }, ImportRun.FileOf("o.json", text));
    }

    private static string Output(params string[] rows) =>
        $$$"""{"evalId": "e", "results": {"version": 3, "timestamp": "2026-07-22T08:00:00.000Z", "results": [{{{string.Join(", ", rows)}}}]}}""";

    private static string Row(string model, int prompt, string promptId, int index, int? test = null, bool passes = true) => $$$"""
        {"promptIdx": {{{prompt}}}, "testIdx": {{{index}}}, "promptId": "{{{promptId}}}", "provider": {"id": "{{{model}}}"}, "vars": {"v": {{{test ?? index}}}}, "testCase": {"vars": {"v": {{{test ?? index}}}}}, "success": {{{(passes ? "true" : "false")}}}, "score": {{{(passes ? 1 : 0)}}}, "latencyMs": 1000, "namedScores": {}}
        """.ReplaceLineEndings("");
}
