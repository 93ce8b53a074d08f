namespace CrmBench.Tests.Data.Import.EveryEvalEver;

public class EveryEvalEverReaderTests
{
    private const string Aggregate = "every-eval-ever/aggregate.json", Instances = "every-eval-ever/aggregate_samples.jsonl";

    private static readonly CrmBench.Data.Import.ImportOptions Options = new() { Benchmark = "tiny" };

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
}
