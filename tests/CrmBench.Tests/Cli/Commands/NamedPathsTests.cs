using CrmBench.Cli.Commands;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Tests.Cli.Commands;

public class NamedPathsTests
{
    private const string Release = "data/benchmarks/b/releases/2026-01";

    [Theory]
    [InlineData("data/models.csv", true)]
    [InlineData("data/benchmarks/b/benchmark.json", true)]
    [InlineData(Release + "/release.json", true)]
    [InlineData(Release + "/submissions/mine/scores.csv", true)]
    [InlineData(Release + "/submissions/mine-too/scores.csv", false)]
    [InlineData("data/benchmarks/other/benchmark.json", false)]
    [InlineData("content/about.md", false)]
    public void A_submission_is_checked_with_the_files_it_rests_on(string file, bool concerned)
    {
        var selected = NamedPaths.Select([Problem(file)], [Release + "/submissions/mine"]);

        Assert.Equal(concerned, selected.Length == 1);
    }

    [Fact]
    public void Naming_nothing_means_everything() => Assert.Single(NamedPaths.Select([Problem("content/about.md")], []));

    private static Diagnostic Problem(string file) => new("CB0001", Severity.Error, new SourcePlace(file), "");
}
