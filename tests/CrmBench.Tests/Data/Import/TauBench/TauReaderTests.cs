using System.Text;
using CrmBench.CarryOver.Agents;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Import;
using CrmBench.Tests.CarryOver;

namespace CrmBench.Tests.Data.Import.TauBench;

public class TauReaderTests
{
    private const string Fixture = "tau-bench/gpt-5-2-low_example_2026-08-30.json";

    [Fact]
    public void A_submission_goes_to_the_release_it_compares_with()
    {
        var run = ImportRun.Into(ImportRun.Shipped, "tau-bench", new ImportOptions(), ImportRun.Fixture(Fixture));

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

        var alone = ImportRun.Into(ImportRun.Shipped, "tau-bench", new ImportOptions(), custom);
        var named = ImportRun.Into(ImportRun.Shipped, "tau-bench", new ImportOptions { Release = "2026-08" }, custom);

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
        var run = ImportRun.Into(ImportRun.Shipped, "tau-bench", new ImportOptions(), ImportRun.FileOf("s.json", text));

        Assert.StartsWith(message, Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Empty(run.Result.Files);
    }

    // The shipped submissions have speed and trust from other leaderboards beside what tau-bench says.
    [Fact]
    public void All_sixty_four_native_files_give_the_shipped_submissions()
    {
        var source = CarriedData.Source();
        ImportFile[] files = [.. source.Files("tau-bench/original/submissions", "*.json")];
        var diagnostics = new DiagnosticBag();
        var catalogue = CatalogueReader.Read(ImportRun.Shipped, diagnostics)!;
        var job = new ImportJob(ImportFormats.Find("tau-bench")!, new ImportOptions(), catalogue, diagnostics);

        job.Format.Read(job, files);
        var folders = job.Folders.ToList();
        var result = job.Finish();

        Assert.Equal(64, files.Length);
        Assert.DoesNotContain(diagnostics.ToSorted(), problem => problem.Severity == Severity.Error);
        var incomparable = result.Report.Count(left => left.Reason.StartsWith("It compares with no release", StringComparison.Ordinal));
        Assert.Equal(files.Length, folders.Count + incomparable);
        Assert.Equal(folders.Sum(folder => folder.ToFiles().Count()), result.Files.Length);

        var crosswalk = Crosswalk.Read(source);
        var written = folders
            .Select(folder => folder.Benchmark == "service-agents" ? crosswalk.AddTo(folder, IdIn(folder.Sources[0].Title)) : folder)
            .SelectMany(folder => folder.ToFiles())
            .ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var shipped = ImportRun.Shipped.Paths
            .Where(path => path.Contains("-agents/", StringComparison.Ordinal) && path.Contains("/submissions/", StringComparison.Ordinal))
            .ToDictionary(
                path => path["data/".Length..], path => Encoding.UTF8.GetString(ImportRun.Shipped.Read(path)), StringComparer.Ordinal);
        Assert.Equal(shipped.Keys.Order(StringComparer.Ordinal), written.Keys.Order(StringComparer.Ordinal));
        Assert.All(shipped, file => Assert.Equal(file.Value, written[file.Key]));

        static string IdIn(string title) => title[(title.LastIndexOf(' ') + 1)..];
    }
}
