using CrmBench.Core.Model;

namespace CrmBench.Core.Comparing;

/// <summary>A release that came or went, or whose description differs.</summary>
/// <param name="Benchmark">Its benchmark, as it is or was.</param>
/// <param name="Release">The release in both states.</param>
public sealed record ReleaseChange(Benchmark Benchmark, Change<Release> Release)
{
    /// <summary>What a reviewer should look at first, or null.</summary>
    public Objection? Objection => Release switch
    {
        { Before.Status: ReleaseStatus.Frozen, After: not null } => Comparing.Objection.FrozenReleaseChanged,
        { Before.Submissions: [_, ..], After: null } => Comparing.Objection.Vanished,
        _ => null,
    };
}
