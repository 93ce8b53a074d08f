using CrmBench.Core.Model;

namespace CrmBench.Tests.Data.Import.MappedCsv;

public class MappedCsvReaderTests
{
    [Fact]
    public void A_wide_table_of_shares_becomes_scores_of_two_submissions()
    {
        var run = Run("board.csv", "mapping.json");

        var submissions = run.Written().Benchmarks[0].Releases[0].Submissions;
        var plain = submissions.Single(submission => submission.Sources[0].Title == "board.csv" && submission.Variant.Length == 0);
        Assert.Empty(run.Errors);
        Assert.Equal(
            [("safety", 95.0, 200), ("privacy-names", 87.5, 200)],
            plain.Scores.Select(score => (score.Metric, score.Value, score.Count)).OrderByDescending(score => score.Value));
        Assert.Contains(run.Result.Files, file => file.Path.EndsWith("/acme-two-high/scores.csv", StringComparison.Ordinal));
        Assert.Equal(
            [("Comment", "from our board"), ("use_case", "Small talk")], run.Result.Report.Select(left => (left.Field, left.Value)));
    }

    [Fact]
    public void A_table_of_ratings_is_people_s_unless_its_method_says_otherwise()
    {
        var submission = Run("ratings.csv", "ratings-mapping.json").Submission();

        Assert.Equal(("manual", 3), (submission.Method, submission.Ratings!.Count));
        Assert.Empty(submission.Judges);
    }

    [Fact]
    public void Calls_and_money_may_be_of_a_profile()
    {
        var calls = Run("calls.csv", "calls-mapping.json").Submission().Calls;
        var cost = Assert.Single(Run("costs.csv", "costs-mapping.json").Submission().Costs);

        Assert.Equal(
            [("short", CallStatus.Ok), ("short", CallStatus.Timeout), ("long", CallStatus.Ok)],
            calls.Select(call => (call.At.Profile, call.Status)));
        Assert.Equal(("short", 0.0035), (cost.At.Profile, Math.Round(cost.UsdPerCall!.Value, 12)));
    }

    [Theory]
    [InlineData("System,Effort,Task,Safe,N\nAcme One,,call-summary,0.5,1\n", "t.csv:1:1: error CB0302: The column 'Private' is missing.")]
    [InlineData("System,Effort,Task,Safe,Private,N\nAcme One,,call-summary,good,,1\n", "t.csv:2:24: error CB0403: 'good' is not a number.")]
    [InlineData("System,Effort,Task,Safe,Private,N\nAcme One,,call-summary,1.5,,1\n", "t.csv:2:24: error CB1114: '150' is out of range")]
    [InlineData("System,Effort,Task,Safe,Private,N\nAcme One,,call-summary,0.5,,1.5\n", "t.csv:2:29: error CB0409: '1.5' is not a whole number.")]
    [InlineData("System,Effort,Task,Safe,Private,N\n,,call-summary,0.5,,1\n", "t.csv:2:1: error CB0401: 'model' is empty here")]
    [InlineData("System,Effort,Task,Safe,Private,N\nAcme One,,call-summary,0.5,,0\n", "t.csv:2:24: error CB1121: The figure is one of no")]
    [InlineData("System;Effort\nAcme One;\n", "t.csv:1:1: error CB0308: The fields are separated by semicolons.")]
    public void A_table_that_cannot_be_used_is_refused_at_its_place(string table, string message)
    {
        var options = ImportRun.Options with { Mapping = ImportRun.Fixture("csv/mapping.json") };

        var run = ImportRun.Into(Sites.Minimal, "csv", options, ImportRun.FileOf("t.csv", table));

        Assert.StartsWith(message, run.Errors.First(), StringComparison.Ordinal);
        Assert.Empty(run.Result.Files);
    }

    [Theory]
    [InlineData("""{"schema": 1, "table": "scors"}""", "m.json:1:24: error CB0412: 'scors' is not known for 'table'.")]
    [InlineData("""{"schema": 1, "table": "scores", "columns": {"modle": "a"}}""", "m.json:1:46: error CB1118: There is no column 'modle'. Did you mean 'model'?")]
    [InlineData("""{"schema": 1, "table": "scores", "metrics": {"acc": "safty"}}""", "m.json:1:53: error CB0416: There is no metric 'safty'. Did you mean 'safety'?")]
    public void A_mapping_with_a_slip_is_refused_at_its_place(string mapping, string message)
    {
        var options = ImportRun.Options with { Mapping = ImportRun.FileOf("m.json", mapping) };

        var run = ImportRun.Into(Sites.Minimal, "csv", options, ImportRun.FileOf("t.csv", "a\nacme-one\n"));

        Assert.Contains(run.Errors, error => error.StartsWith(message, StringComparison.Ordinal));
        Assert.Empty(run.Result.Files);
    }

    private static ImportRun Run(string table, string mapping) =>
        ImportRun.Of("csv", ImportRun.Options with { Mapping = ImportRun.Fixture($"csv/{mapping}") }, $"csv/{table}");
}
