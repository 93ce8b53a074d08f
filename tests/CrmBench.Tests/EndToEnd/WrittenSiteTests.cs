using System.Text.RegularExpressions;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>What a newcomer does first: build the site, check it, and read back what was written.</summary>
public sealed partial class WrittenSiteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Builds_and_verifies_without_a_word_of_warning()
    {
        var build = CrmBenchRun.In(BoardsSite.Root, "build", "--verify", "--output", _folder.PathOf("site"));

        Assert.Equal((0, ""), (build.ExitCode, build.Error));
        Assert.Matches(@"^Wrote [\d,]+ pages \([\d.]+ [kM]B\) to [^\n]+ in \d+\.\d\d s\.\n$", build.Output);
    }

    [Fact]
    public void Checks_without_a_word_of_warning()
    {
        var check = CrmBenchRun.In(BoardsSite.Root, "check");

        Assert.Equal((0, "", "No problems.\n"), (check.ExitCode, check.Output, check.Error));
    }

    [Fact]
    public void Verifies_after_it_was_written()
    {
        Write();

        var verify = Verify();

        Assert.Equal((0, ""), (verify.ExitCode, verify.Error));
        Assert.Matches(@"^Verified [\d,]+ pages in \d+\.\d\d s: no problems\.\n$", verify.Output);
    }

    [Fact]
    public void A_number_changed_by_hand_is_found()
    {
        Write();
        var page = _folder.PathOf("site/index.html");
        File.WriteAllText(page, File.ReadAllText(page).Replace("data-value=\"", "data-value=\"9", StringComparison.Ordinal));

        var verify = Verify();

        Assert.Equal((1, ""), (verify.ExitCode, verify.Output));
        Assert.Contains("index.html", verify.Error, StringComparison.Ordinal);
    }

    // Every form in which a figure is taken away: what was changed by hand is found, and nothing else is named.
    [Fact]
    public void Files_changed_by_hand_are_found()
    {
        string[] changed =
        [
            "api/v1/models.json",
            BoardsSite.Files.Keys.First(path => path.StartsWith("badges/", StringComparison.Ordinal) && path.EndsWith(".svg", StringComparison.Ordinal)),
            "data/figures.csv",
            "data/figures.parquet",
            "service-agents/2026-08/index.md",
            "service-agents/feed.json",
            "service-agents/feed.xml",
            "sitemap.xml",
        ];
        Write();
        foreach (var path in changed)
        {
            var bytes = File.ReadAllBytes(_folder.PathOf($"site/{path}"));
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(_folder.PathOf($"site/{path}"), bytes);
        }

        var verify = Verify();

        Assert.Equal((1, ""), (verify.ExitCode, verify.Output));
        Assert.Equal(changed, Found().Matches(verify.Error).Select(match => match.Groups["path"].Value));
    }

    [Fact]
    public void A_file_that_is_missing_and_one_too_many_are_found()
    {
        Write();
        var badge = BoardsSite.Files.Keys.First(path => path.StartsWith("badges/", StringComparison.Ordinal));
        File.Delete(_folder.PathOf($"site/{badge}"));
        _folder.Write("site/data/mine.csv", "a,b\n");

        var verify = Verify();

        Assert.Equal(1, verify.ExitCode);
        Assert.Contains($"output/{badge}: error CB1018: ", verify.Error, StringComparison.Ordinal);
        Assert.Contains("output/data/mine.csv: warning CB1020: ", verify.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?m)^output/(?<path>[^:\n]+)[0-9:]*: (error|warning) CB")]
    private static partial Regex Found();

    private void Write()
    {
        foreach (var (path, content) in BoardsSite.Files)
        {
            _folder.Write($"site/{path}", "");
            File.WriteAllBytes(_folder.PathOf($"site/{path}"), content);
        }
    }

    private CrmBenchRun Verify() => CrmBenchRun.In(
        BoardsSite.Root, "verify", "--output", _folder.PathOf("site"), "--base-url", $"https://example.org{BoardsSite.BasePath}");
}
