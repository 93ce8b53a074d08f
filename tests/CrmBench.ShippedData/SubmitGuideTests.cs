using System.Text.RegularExpressions;
using CrmBench.Tests.Support;

namespace CrmBench.ShippedData;

/// <summary>
/// What <c>content/submit.md</c>, where there is one, shows to submitters works as it stands there: tried on the demonstration in
/// <c>tests/sites/boards</c>, so that it does not matter which boards the repository has.
/// </summary>
public sealed partial class SubmitGuideTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_smallest_submission_in_a_new_draft_passes_the_checks()
    {
        var guide = File.ReadAllText(Shipped.PathOf("content/submit.md"));
        _folder.Copy(BoardsSite.Root);
        var json = Blocks(guide, "json");
        const string Release = "data/benchmarks/demonstration/releases/2026-12";
        _folder.Write($"{Release}/release.json", json.Single(block => block.Contains("\"status\"", StringComparison.Ordinal)));
        _folder.Write($"{Release}/submissions/mine/submission.json", json.Single(block => block.Contains("\"sources\"", StringComparison.Ordinal)));
        _folder.Write($"{Release}/submissions/mine/scores.csv", Assert.Single(Blocks(guide, "csv")));

        var check = CrmBenchRun.In(_folder.Path, "check");

        Assert.Equal((0, "", "No problems.\n"), (check.ExitCode, check.Output, check.Error));
    }

    private static List<string> Blocks(string text, string language) =>
        [.. Fence().Matches(text).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value)];

    [GeneratedRegex("(?ms)^```([a-z]*)\n(.*?)^```$")]
    private static partial Regex Fence();
}
