using CrmBench.Core.Model;

namespace CrmBench.Site.Pages;

/// <summary>What pages call a release: a draft a draft, an older one an older one.</summary>
internal static class ReleaseText
{
    /// <summary><c>release 2026-08</c>, <c>older release 2026-06</c>, <c>newer release 2026-10</c> or <c>draft 2026-12</c>.</summary>
    public static string InSentence(Benchmark benchmark, Release release) => $"{Kind(benchmark, release)} {release.Id}";

    /// <summary>The same with a capital letter.</summary>
    public static string Beginning(Benchmark benchmark, Release release) => $"{KindBeginning(benchmark, release)} {release.Id}";

    /// <summary>What kind of release it is, with a capital letter.</summary>
    public static string KindBeginning(Benchmark benchmark, Release release)
    {
        var kind = Kind(benchmark, release);
        return char.ToUpperInvariant(kind[0]) + kind[1..];
    }

    /// <summary>What kind of release it is, in small letters: <c>release</c>, <c>older release</c>, <c>newer release</c> or <c>draft</c>.</summary>
    public static string Kind(Benchmark benchmark, Release release) => (release.Status, benchmark.StandingOf(release)) switch
    {
        (ReleaseStatus.Draft, _) => "draft",
        (_, ReleaseStanding.Older) => "older release",
        (_, ReleaseStanding.Newer) => "newer release",
        _ => "release",
    };

    /// <summary>Its name where frozen ones stand beside drafts: <c>2026-08</c>, or <c>2026-12 (draft)</c>.</summary>
    public static string Name(Release release) => release.Status == ReleaseStatus.Draft ? $"{release.Id} (draft)" : release.Id;

    /// <summary>
    /// What the board of a release says about another that a reader may want instead, as text, link and its words; null where it is
    /// frozen, in front, and the newest that is.
    /// </summary>
    public static (string Text, Release? Other, string Link)? Note(Benchmark benchmark, Release release)
    {
        var front = benchmark.Front!;
        var newest = benchmark.Releases.FirstOrDefault(other => other.Status == ReleaseStatus.Frozen);
        var instead = ReferenceEquals(front, newest) ? $"The newest frozen release is {front.Id}." : $"The release shown first is {Name(front)}.";
        return benchmark.StandingOf(release) switch
        {
            ReleaseStanding.Draft => ("This is a draft: results may still come, change and go.", front, instead),
            ReleaseStanding.Older => ("This is an older release; it is frozen.", front, instead),
            ReleaseStanding.SameDay => ("This is another release of the same day; it is frozen.", front, instead),
            ReleaseStanding.Newer => ("This is a newer release than the one shown first; it is frozen.", front, instead),
            _ when release.Status == ReleaseStatus.Draft && newest is null => ("This is a draft: results may still come, change and go.", null, ""),
            _ when release.Status == ReleaseStatus.Draft =>
                ("This is a draft: results may still come, change and go.", newest, $"The newest frozen release is {newest!.Id}."),
            _ when !ReferenceEquals(release, newest) => ("This is not the newest release.", newest, $"The newest frozen release is {newest!.Id}."),
            _ => null,
        };
    }
}
