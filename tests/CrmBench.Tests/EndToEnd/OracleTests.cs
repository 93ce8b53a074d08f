using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>
/// Holds the site to an oracle in another language, <c>tests/oracle</c>, that was written from the methods page and the description of the
/// data alone: values, errors, ranks, tiers and all other numbers of boards, on pages and in downloads.
/// </summary>
public partial class OracleTests
{
    [Theory]
    [InlineData("boards", "each")]
    [InlineData("boards", "holm")]
    [InlineData("uneven", "each")]
    [InlineData("uneven", "holm")]
    public async Task Every_number_of_every_board_is_what_the_oracle_computes(string name, string comparisons)
    {
        var python = Installed.Find("python3");
        Assert.SkipWhen(python is null, "There is no python3, which the oracle of tests/oracle runs on.");
        using var site = new TemporaryFolder();
        site.Copy(name == "boards" ? BoardsSite.Folder : Repository.PathOf("tests", "oracle", name), "root");
        site.Copy(Repository.PathOf("templates"), "root/templates");
        foreach (var file in Directory.GetFiles(site.PathOf("root"), "benchmark.json", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(
                file,
                (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
                    .Replace("\"rank_by\"", $"\"comparisons\": \"{comparisons}\",\n  \"rank_by\"", StringComparison.Ordinal),
                TestContext.Current.CancellationToken);
        }

        var build = CrmBenchRun.In(site.PathOf("root"), ["build", "--no-verify", "--output", site.PathOf("site")]);
        Assert.True(build.ExitCode == 0, build.Error);
        var oracle = await ChildProcess.Run(
            python!,
            ImmutableDictionary<string, string>.Empty,
            "-B",
            Repository.PathOf("tests", "oracle", "recompute.py"),
            "--root",
            site.PathOf("root"),
            "--site",
            site.PathOf("site"));

        Assert.True(oracle.ExitCode == 0, oracle.Output + oracle.Error);
        Assert.Matches(Compared(), oracle.Output);
    }

    // Thousands of numbers: an oracle that found nothing to compare would agree as well.
    [GeneratedRegex(@"^\d+ boards, \d+ pages, \d{4,} comparisons, 0 differences")]
    private static partial Regex Compared();
}
