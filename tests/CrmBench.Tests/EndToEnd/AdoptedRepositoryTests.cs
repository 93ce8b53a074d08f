using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>
/// Somebody's own boards: a repository with nothing but the data and the prose of <c>tests/sites/minimal</c>; the look comes with the program.
/// Every command works, and so do the checks of the data, which find nothing of ours to check.
/// </summary>
public sealed class AdoptedRepositoryTests : IDisposable
{
    private const string Release = "data/benchmarks/tiny/releases/2026-08";

    private readonly TemporaryFolder _folder = new();

    public AdoptedRepositoryTests()
    {
        _folder.Copy(Repository.PathOf("tests/sites/minimal"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Checks_builds_and_verifies()
    {
        Succeeds("check");
        Succeeds("build", "--verify");
        Succeeds("verify");
    }

    [Fact]
    public void Tells_what_a_change_does()
    {
        File.Delete(_folder.PathOf($"{Release}/submissions/acme-one/costs.csv"));

        var diff = Succeeds("diff", Repository.PathOf("tests/sites/minimal"));

        Assert.Contains("Acme One", diff.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_new_benchmark_a_new_release_and_a_new_submission()
    {
        Succeeds("new", "benchmark", "--benchmark", "support", "--name", "Support", "--date", "2026-11-30");
        Succeeds("new", "release", "--benchmark", "tiny", "--release", "2026-12", "--date", "2026-12-31");
        Succeeds(
            "new", "submission", "--benchmark", "tiny", "--release", "2026-12", "--model", "acme-one", "--submitted-by", "Example Evaluators");

        Assert.True(Directory.Exists(_folder.PathOf("data/benchmarks/support")));
        Assert.Single(Directory.GetDirectories(_folder.PathOf("data/benchmarks/tiny/releases/2026-12/submissions")));
    }

    [Fact]
    public void Takes_results_of_other_tools()
    {
        _folder.Copy(Repository.PathOf("tests/CrmBench.Tests/Import/Fixtures/lm-eval"), "results");

        Succeeds(
            "import", "lm-eval", "results/results_2026-07-20T10-00-00.json", "--benchmark", "tiny", "--mapping", "results/mapping.json",
            "--submitted-by", "Example Evaluators", "--source-url", "https://example.org/{file}", "--replace");
        Succeeds("check");
    }

    [Fact]
    public void Is_brought_up_to_date()
    {
        Succeeds("migrate");

        Assert.True(Directory.Exists(_folder.PathOf("data/schema")));
        Succeeds("check");
    }

    // The step of .ci/run: what it knows of our boards does not apply, and what is about the program's own files in data/ does.
    [Fact]
    public async Task Passes_the_checks_of_the_data()
    {
        Succeeds("migrate");
        var checks = Path.Combine(AppContext.BaseDirectory.Replace("CrmBench.Tests", "CrmBench.ShippedData", StringComparison.Ordinal), "CrmBench.ShippedData.dll");

        var run = await ChildProcess.Run("dotnet", new Dictionary<string, string> { ["CRMBENCH_REPOSITORY"] = _folder.Path }, checks);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Matches("Failed: 0", run.Output);
        Assert.DoesNotMatch("Skipped: 0", run.Output);
    }

    private CrmBenchRun Succeeds(params string[] arguments)
    {
        var run = CrmBenchRun.In(_folder.Path, arguments);
        Assert.True(run.ExitCode == 0, $"crmbench {string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Output}{run.Error}");
        return run;
    }
}
