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
    [InlineData("uneven", "each")]
    [InlineData("uneven", "holm")]
    public async Task Every_number_of_every_board_is_what_the_oracle_computes(string data, string comparisons)
    {
        Assert.SkipWhen(Installed.Find("python3") is null, "There is no python3, which the oracle of tests/oracle runs on.");
        using var folder = new TemporaryFolder();
        var (root, site) = (folder.PathOf("root"), folder.PathOf("site"));
        if (data == "boards")
        {
            folder.Copy(BoardsSite.Folder, "root");
        }
        else
        {
            await Python("uneven.py", root);
        }

        foreach (var benchmark in Directory.GetFiles(root, "benchmark.json", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(benchmark, TestContext.Current.CancellationToken);
            text = text.Replace("\"rank_by\"", $"\"comparisons\": \"{comparisons}\", \"rank_by\"", StringComparison.Ordinal);
            await File.WriteAllTextAsync(benchmark, text, TestContext.Current.CancellationToken);
        }

        var build = CrmBenchRun.In(root, ["build", "--no-verify", "--output", site]);
        Assert.True(build.ExitCode == 0, build.Error);

        Assert.Matches(Agreement(), await Python("recompute.py", "--root", root, "--site", site));
    }

    private static async Task<string> Python(string script, params string[] arguments)
    {
        var run = await ChildProcess.Run(
            Installed.Find("python3")!, ImmutableDictionary<string, string>.Empty, ["-B", Repository.PathOf("tests", "oracle", script), .. arguments]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return run.Output;
    }

    // Thousands of numbers: an oracle that found nothing to compare would agree as well.
    [GeneratedRegex(@"^\d+ boards, \d+ pages, \d{4,} comparisons, 0 differences")]
    private static partial Regex Agreement();
}
