using System.Text;
using CrmBench.Import.Kernel;

namespace CrmBench.Tests.Import.Formats;

public class TauReaderTests
{
    private const string Fixture = "tau-bench/gpt-5-2-low_example_2026-08-30.json";

    [Fact]
    public void A_submission_goes_to_the_release_it_compares_with()
    {
        var run = ImportRun.Into(ImportRun.Boards, "tau-bench", new ImportOptions(), ImportRun.Fixture(Fixture));

        Assert.Empty(run.Errors);
        Assert.Equal(
            """
            use_case,metric,value,n,trials,source
            airline,pass-1,80.5,50,4,tau-bench
            airline,pass-2,73.0,50,4,tau-bench
            airline,pass-3,68.5,50,4,tau-bench
            airline,pass-4,64.0,50,4,tau-bench

            """,
            run.Text("scores.csv"));
        Assert.Equal("use_case,usd,per,source\nairline,0.0512,1,tau-bench\n", run.Text("costs.csv"));
        Assert.Equal("benchmarks/service-agents/releases/2026-08/submissions/gpt-5.2-low", Assert.Single(run.Result.Folders));
        Assert.Superset(new HashSet<string> { "results.insurance", "methodology.notes", "is_new" }, run.Left.ToHashSet());
        run.Written();
    }

    [Fact]
    public void A_submission_that_compares_with_nothing_is_reported_unless_somebody_names_a_release()
    {
        var custom = ImportRun.FileOf("x_y_2026-08-30.json", Encoding.UTF8.GetString(ImportRun.Fixture(Fixture).Content.Span)
            .Replace("\"standard\"", "\"custom\"", StringComparison.Ordinal));

        var alone = ImportRun.Into(ImportRun.Boards, "tau-bench", new ImportOptions(), custom);
        var named = ImportRun.Into(ImportRun.Boards, "tau-bench", new ImportOptions { Release = "2026-08" }, custom);

        Assert.Empty(alone.Errors);
        Assert.Empty(alone.Result.Files);
        Assert.Contains("a custom set-up, version 1.0.1", Assert.Single(alone.Result.Report).Reason, StringComparison.Ordinal);
        Assert.Equal(3, named.Result.Files.Length);
    }

    [Theory]
    [InlineData("""{"results": {}}""", "s.json:1:1: error CB1101: This is no file of the format tau-bench: it has no 'model_name'.")]
    [InlineData("[]", "s.json:1:1: error CB1101: This is no file of the format tau-bench: it is a list.")]
    [InlineData("{\"model_name\": \"GPT-5.2\",\n\"results\": {", "s.json:2:13: error CB0202: The file ends here")]
    [InlineData(
        "{\"model_name\": \"GPT-5.2\", \"submitting_organization\": \"A\", \"submission_date\": \"2026-08-30\",\n\"results\": {\"airline\": {\"pass_1\": \"80\"}}}",
        "s.json:2:35: error CB0206: 'pass_1' is a text, but a number is expected here.")]
    [InlineData(
        "{\"model_name\": \"GPT-5.2\", \"submitting_organization\": \"A\", \"submission_date\": \"2026-08-30\",\n\"results\": {\"airline\": {\"pass_1\": 180}}}",
        "s.json:2:35: error CB1114: '180' is out of range")]
    public void A_file_that_cannot_be_used_is_refused_at_its_place(string text, string message)
    {
        var run = ImportRun.Into(ImportRun.Boards, "tau-bench", new ImportOptions(), ImportRun.FileOf("s.json", text));

        Assert.StartsWith(message, Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Empty(run.Result.Files);
    }
}
