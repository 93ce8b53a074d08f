using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>A benchmark with all its releases scored.</summary>
/// <param name="Benchmark">The benchmark.</param>
/// <param name="Releases">Newest first.</param>
public sealed record ScoredBenchmark(Benchmark Benchmark, ImmutableArray<ScoredRelease> Releases)
{
    /// <summary>
    /// The releases in the order in which a page looks for something to show: the one in front, then the other frozen ones, then the
    /// drafts; newest first.
    /// </summary>
    public ImmutableArray<ScoredRelease> ByStanding { get; } =
    [
        .. Releases.OrderBy(release => Benchmark.StandingOf(release.Release) switch
        {
            ReleaseStanding.Front => 0,
            ReleaseStanding.Draft => 2,
            _ => 1,
        }),
    ];

    /// <summary>The release that readers see first, <see cref="Benchmark.Front"/>; null where there is none yet.</summary>
    public ScoredRelease? Front => ByStanding.FirstOrDefault();

    /// <summary>The drafts behind the release in front, newest first.</summary>
    public IEnumerable<ScoredRelease> Drafts => ByStanding.Where(IsDraftBehind);

    /// <summary>Whether a release is a draft and not the release in front: then it is shown where it is asked for, and counts nowhere else.</summary>
    public bool IsDraftBehind(ScoredRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return Benchmark.StandingOf(release.Release) == ReleaseStanding.Draft;
    }

    /// <summary>A scored benchmark is itself alone: its lists compare by reference anyway, and a hash of all its texts takes long.</summary>
    public bool Equals(ScoredBenchmark? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
