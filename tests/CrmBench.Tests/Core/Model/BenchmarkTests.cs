using CrmBench.Core.Model;
using CrmBench.Tests.Core.Comparing;

namespace CrmBench.Tests.Core.Model;

public class BenchmarkTests
{
    private const ReleaseStatus Draft = ReleaseStatus.Draft;
    private const ReleaseStatus Frozen = ReleaseStatus.Frozen;

    private static readonly Release Filled = TwoStates.Of(("one", 90)).Benchmarks[0].Releases[0];

    [Fact]
    public void The_newest_frozen_release_stands_in_front_of_any_draft()
    {
        var benchmark = Of(Release("2026-12", Draft), Release("2026-08", Frozen), Release("2026-07", Draft), Release("2026-06", Frozen));

        Assert.Equal("2026-08", benchmark.Front!.Id);
        Assert.Equal(
            [ReleaseStanding.Draft, ReleaseStanding.Front, ReleaseStanding.Draft, ReleaseStanding.Older],
            benchmark.Releases.Select(benchmark.StandingOf));
    }

    [Fact]
    public void Where_nothing_is_frozen_the_newest_draft_with_results_stands_in_front()
    {
        var withdrawn = Release("2026-10", Draft);
        withdrawn = withdrawn with
        {
            Submissions = [.. withdrawn.Submissions.Select(submission => submission with { Withdrawn = new(withdrawn.Date, "A fault.") })],
        };

        Assert.Equal("2026-08", Of(Release("2026-12", Draft) with { Submissions = [] }, withdrawn, Release("2026-08", Draft)).Front!.Id);
        Assert.Equal("2026-12", Of(Release("2026-12", Draft) with { Submissions = [] }, withdrawn).Front!.Id);
        Assert.Null(Of().Front);
    }

    [Theory]
    [InlineData("2026-06", new[] { ReleaseStanding.Newer, ReleaseStanding.Front, ReleaseStanding.Older })]
    [InlineData("2026-08", new[] { ReleaseStanding.Front, ReleaseStanding.Older, ReleaseStanding.Older })]
    [InlineData("2026-01", new[] { ReleaseStanding.Newer, ReleaseStanding.Newer, ReleaseStanding.Front })]
    public void The_benchmark_may_name_another(string named, ReleaseStanding[] standings)
    {
        var benchmark = Of(Release("2026-08", Frozen), Release("2026-06", Frozen), Release("2026-01", Frozen)) with { DefaultRelease = named };

        Assert.Equal(named, benchmark.Front!.Id);
        Assert.Equal(standings, benchmark.Releases.Select(benchmark.StandingOf));
    }

    [Fact]
    public void Of_two_releases_of_one_day_neither_is_the_older()
    {
        var benchmark = Of(Release("2026-08-b", Frozen), Release("2026-08-a", Frozen));

        Assert.Equal([ReleaseStanding.Front, ReleaseStanding.SameDay], benchmark.Releases.Select(benchmark.StandingOf));
    }

    private static Benchmark Of(params Release[] releases) => TwoStates.Of(("one", 90)).Benchmarks[0] with { Releases = [.. releases] };

    private static Release Release(string id, ReleaseStatus status) =>
        Filled with { Id = id, Status = status, Date = DateOnly.ParseExact($"{id[..7]}-28", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
}
