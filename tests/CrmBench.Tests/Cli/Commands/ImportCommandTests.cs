using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ImportCommandTests() => _folder.Copy(Repository.PathOf("tests/sites/minimal"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_of_results_becomes_submissions_that_pass_the_check()
    {
        _folder.Copy(Repository.PathOf("tests/CrmBench.Tests/Data/Import/Fixtures/promptfoo"), "results");

        var run = Import("promptfoo", "results", "--variant", "mail", "--report", "left.csv");

        Assert.Equal((0, "Wrote 5 files of 1 submission to data/. Run 'crmbench check' next.\n"), (run.ExitCode, run.Output));
        Assert.Contains("Left out:\n  results/output.json:", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("file,line,field,value,count,reason\n", File.ReadAllText(_folder.PathOf("left.csv")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("data/.import")));
        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(_folder.Path, diagnostics);
        Assert.False(diagnostics.HasErrors);
    }

    [Fact]
    public void A_submission_that_is_there_is_replaced_only_on_demand_and_as_a_whole()
    {
        _folder.Copy(Repository.PathOf("tests/CrmBench.Tests/Data/Import/Fixtures/promptfoo"), "results");
        const string old = "data/benchmarks/tiny/releases/2026-08/submissions/acme-one/latencies.csv";
        var json = _folder.PathOf("data/benchmarks/tiny/releases/2026-08/submissions/acme-one/submission.json");
        var before = File.ReadAllText(json);

        var refused = Import("promptfoo", "results");

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains(
            "data/benchmarks/tiny/releases/2026-08/submissions/acme-one: error CB1120: ", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(json));

        var done = Import("promptfoo", "results", "--replace");

        Assert.Equal(0, done.ExitCode);
        Assert.Contains("renewal", File.ReadAllText(_folder.PathOf(old)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_where_one_of_two_files_is_wrong()
    {
        _folder.Copy(Repository.PathOf("tests/CrmBench.Tests/Data/Import/Fixtures/promptfoo"), "results");
        _folder.Write("results/other.json", "{\"evalId\": null,\n \"results\": 5}");

        var run = Import("promptfoo", "results/output.json", "results/other.json", "--out", "elsewhere");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("results/other.json:1:1: error CB1101: ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(
            "Nothing was written.\nWhat each code means and how to mend it: https://example.org/tiny/problems/\n", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("elsewhere")));
    }

    [Fact]
    public void Unknown_models_come_with_the_rows_to_add()
    {
        _folder.Write("r.json", """{"results": {"call-summary": {"safety,none": 0.5}}, "versions": {}, "model_name": "vendor/New Model"}""");

        var run = Import("lm-eval", "r.json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "Rows for data/models.csv (id,name,provider,released,openness):\nnew-model,New Model,<provider>,,\n",
            run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_files_of_the_format_is_said()
    {
        _folder.Write("empty/readme.txt", "");

        var run = Import("lm-eval", "empty");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "empty: error CB1115: There is no file to import here. Files of the format lm-eval end in .json.",
            run.Error,
            StringComparison.Ordinal);
    }

    private CrmBenchRun Import(string format, string path, params string[] options) => CrmBenchRun.In(
        _folder.Path,
        [
            "import", format, path, "--benchmark", "tiny", "--submitted-by", "Example Evaluators",
            "--source-url", "https://example.org/{file}", .. options,
        ]);
}
