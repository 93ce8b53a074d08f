using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>What changed: every release with its date, every result taken back with its reason.</summary>
internal static class ChangesPage
{
    public static ScriptObject Model(SiteIndex index, Text? prose)
    {
        var model = new PageHead
        {
            Path = Addresses.Changes,
            Title = "Changes",
            Description = prose is { Description.Length: > 0 }
                ? prose.Description
                : "Every release of every leaderboard, and every result that was withdrawn, with date and reason.",
            Section = "changes",
            Heading = "What changed, and why?",
        }.Model(index);
        var releases = index.Scored.Benchmarks
            .SelectMany(benchmark => benchmark.Releases, (benchmark, release) => (Benchmark: benchmark, Release: release))
            .OrderByDescending(entry => entry.Release.Release.Date)
            .ThenBy(entry => entry.Benchmark.Benchmark.Id, StringComparer.Ordinal)
            .ThenByDescending(entry => entry.Release.Release.Id, StringComparer.Ordinal);
        model["prose"] = prose?.Body;
        model["releases"] = Models.List(releases, entry => Release(index, entry.Benchmark, entry.Release));
        return model;
    }

    private static ScriptObject Release(SiteIndex index, ScoredBenchmark benchmark, ScoredRelease release) => new()
    {
        ["benchmark"] = benchmark.Benchmark.Name,
        ["invented"] = benchmark.Benchmark.Invented,
        ["release"] = release.Release.Id,
        ["path"] = Addresses.Release(benchmark.Benchmark, release.Release),
        ["date"] = Format.Date(release.Release.Date),
        ["iso_date"] = Format.IsoDate(release.Release.Date),
        ["status"] = release.Release.Status == ReleaseStatus.Frozen ? "frozen" : "draft",
        ["changes"] = release.Release.Changes,
        ["entries"] = Format.Counted(release.Release.Submissions.Count(submission => submission.Withdrawn is null), "submission"),
        ["withdrawn"] = Models.List(
            release.Release.Submissions
                .Where(submission => submission.Withdrawn is not null)
                .OrderByDescending(submission => submission.Withdrawn!.On),
            submission => Withdrawn(index, submission)),
    };

    private static ScriptObject Withdrawn(SiteIndex index, Submission submission)
    {
        var card = index.Scored.Catalogue.Models[submission.Model];
        return new ScriptObject
        {
            ["name"] = submission.Variant.Length == 0 ? card.Name : $"{card.Name} ({submission.Variant})",
            ["path"] = Addresses.Model(card.Id),
            ["on"] = Format.Date(submission.Withdrawn!.On),
            ["reason"] = submission.Withdrawn.Reason,
            ["file"] = index.InRepository(submission.Place),
        };
    }
}
