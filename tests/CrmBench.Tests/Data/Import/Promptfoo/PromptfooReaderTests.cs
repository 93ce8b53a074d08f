using CrmBench.Core.Model;

namespace CrmBench.Tests.Data.Import.Promptfoo;

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
}
