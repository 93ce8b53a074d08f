using System.Collections.Immutable;
using System.Text;
using CrmBench.Site.Publishing;
using CrmBench.Site.Verification;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Verification;

/// <summary>Text is text: what somebody wrote is shown, whatever a computation would mean by it.</summary>
public class StatedTextsTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("undefined")]
    [InlineData("Infinity")]
    [InlineData("NaN")]
    [InlineData("NaN of 4")]
    public void A_site_whose_data_say_so_is_built_and_verified(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Copy(Repository.PathOf("tests", "sites", "minimal"));
        Replace(folder, "data/models.csv", "Acme Two", text);
        Replace(folder, "data/benchmarks/tiny/releases/2026-08/submissions/acme-one/submission.json", "\"temperature\": \"0\"", $"\"temperature\": \"{text}\"");
        Replace(folder, "data/benchmarks/tiny/releases/2026-08/submissions/acme-one/submission.json", "Invented figures.", text);

        var build = CrmBenchRun.In(folder.Path, "build", "--verify");
        var verify = CrmBenchRun.In(folder.Path, "verify");

        Assert.Equal((0, 0), (build.ExitCode, verify.ExitCode));
        Assert.Contains($">{text}<", File.ReadAllText(folder.PathOf("output/models/index.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN", "NaN", false)]
    [InlineData("Scores of NaN", "Scores of NaN were dropped.", false)]
    [InlineData("Scores of NaN", "NaN of 4", true)]
    [InlineData("null", "undefined", true)]
    public void Only_what_the_data_say_is_let_through(string stated, string shown, bool isTold)
    {
        var page = $"<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>T</title><meta name=\"description\" content=\"D\"></head>\n<body>\n<h1>H</h1>\n<p>{shown}</p>\n</body>\n</html>\n";
        var site = new BuiltSite([new SiteFile("index.html", Encoding.UTF8.GetBytes(page))]);

        var told = SiteVerifier.Verify(site, "/", ImmutableDictionary<string, IReadOnlyDictionary<string, double>>.Empty, [stated]);

        Assert.Equal(isTold ? ["CB1009"] : [], told.Select(problem => problem.Code));
    }

    private static void Replace(TemporaryFolder folder, string path, string from, string to)
    {
        var before = File.ReadAllText(folder.PathOf(path));
        Assert.Contains(from, before, StringComparison.Ordinal);
        folder.Write(path, before.Replace(from, to, StringComparison.Ordinal));
    }
}
