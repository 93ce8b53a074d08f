using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>What a newcomer does first: build the site, check it, and read back what was written.</summary>
public sealed class WrittenSiteTests : IDisposable
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
