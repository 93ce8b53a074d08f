using CrmBench.Import.Kernel;

namespace CrmBench.Tests.Import.Formats;

public class CrmSpaceReaderTests
{
    private static readonly ImportRun Run = ImportRun.Into(
        ImportRun.Boards,
        "crm-space",
        new ImportOptions(),
        [.. new[] { "flavors", "latency_cost", "trust", "accuracy" }.Select(name => ImportRun.Fixture($"crm-space/{name}.csv"))]);

    [Fact]
    public void The_four_tables_become_one_submission_a_model()
    {
        Assert.Empty(Run.Errors);
        Assert.Equal(
            ["claude-3-opus", "jamba-instruct", "llama-3-70b"],
            Run.Result.Files.Select(file => file.Path.Split('/')[5]).Distinct());
        Assert.Single(Run.Diagnostics, problem => problem.Code == "CB1116");
        Run.Written();
    }

    [Fact]
    public void Fairness_keeps_its_interval_without_a_level()
    {
        var scores = Run.Result.Files.Single(file => file.Path.EndsWith("/llama-3-70b/scores.csv", StringComparison.Ordinal)).Text;

        Assert.Equal(
            """
            use_case,profile,metric,value,low,high,source
            ,short,seconds,6.25,,,leaderboard
            ,,crm-fairness,98.3,98.2,98.5,leaderboard

            """,
            scores);
    }

    [Fact]
    public void Grades_of_people_and_of_models_stay_apart()
    {
        var scores = Run.Result.Files.Single(file => file.Path.EndsWith("/jamba-instruct/scores.csv", StringComparison.Ordinal)).Text;

        Assert.Contains("service-call-summary,factuality,manual,3,", scores, StringComparison.Ordinal);
        Assert.Contains("service-call-summary,factuality,automated,3.1,", scores, StringComparison.Ordinal);
        Assert.Contains(",safety,,65,", scores, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_columns_and_flavors_are_reported()
    {
        Assert.Superset(
            new HashSet<string> { "Average", "Provider", "Mean Output Tokens", "Flavor", "Use Case Name" }, Run.Left.ToHashSet());
    }

    [Theory]
    [InlineData("Model Name,Safety,CRM Fairness\nClaude 3 Opus,1,98.3 or so\n", "t.csv:2:17: error CB1113: '98.3 or so' is not read as a figure.")]
    [InlineData("Model Name,Safety\nClaude 3 Opus,high\n", "t.csv:2:15: error CB1113: 'high' is not read as a figure.")]
    [InlineData("Model Name,Safety\nClaude 9,1\n", "t.csv:2:1: error CB1104: The model 'Claude 9' is not in data/models.csv.")]
    [InlineData("Name,Age\nx,1\n", "t.csv:1:1: error CB1101: This is no file of the format crm-space")]
    public void A_table_that_cannot_be_used_is_refused_at_its_place(string table, string message)
    {
        var run = ImportRun.Into(ImportRun.Boards, "crm-space", new ImportOptions(), ImportRun.FileOf("t.csv", table));

        Assert.StartsWith(message, Assert.Single(run.Errors), StringComparison.Ordinal);
    }
}
