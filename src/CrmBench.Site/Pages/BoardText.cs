using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>Ranks in words.</summary>
internal static class RankText
{
    /// <summary>The rank range, or the rank where no interval is known, or null for rows that are not ranked.</summary>
    public static string? Of(LeaderboardRow row) => row switch
    {
        { RankRange: { } range } => Format.Ranks(range),
        { Rank: { } rank } => Format.Count(rank),
        _ => null,
    };

    /// <summary>The same where the board has a ranking only for those who ask; null elsewhere.</summary>
    public static string? OnRequest(LeaderboardRow row) => row.RankOnRequest switch
    {
        { Range: { } range } => Format.Ranks(range),
        { Rank: var rank } => Format.Count(rank),
        _ => null,
    };

    /// <summary><c>rank 1–5 of 8</c>, or <c>not ranked</c>.</summary>
    public static string Sentence(LeaderboardRow row, Leaderboard board) => Of(row) is { } rank
        ? $"rank {rank} of {Format.Count(board.Complete.Length)}"
        : "not ranked";
}

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

/// <summary>What pages say about the difference of two rows; <c>verdicts.js</c> is its twin in the browser.</summary>
internal static class DifferenceText
{
    /// <summary>The verdict in words: <c>worse by 1.4 points, may be chance</c>.</summary>
    public static string Verdict(Dimension dimension, RowDifference difference)
    {
        var size = Format.Difference(dimension.Unit, Math.Abs(difference.Value));
        var word = difference.Value > 0 == (dimension.Better == Direction.Higher) ? "better" : "worse";
        return difference switch
        {
            { Verdict: null } => $"{word} by {size}, no spread known",
            _ when !size.AsSpan().ContainsAnyInRange('1', '9') => "no difference to be seen",
            { Verdict: 0 } => $"{word} by {size}, may be chance",
            _ => $"{word} by {size}, more than chance",
        };
    }

    /// <summary>The interval of a difference with signs: <c>−5.6 to +2.1</c>; null where there is none.</summary>
    public static string? Range(Dimension dimension, RowDifference difference) => difference.Interval is not { } interval
        ? null
        : $"{Format.WithSign(dimension.Unit, interval.Low)} to {Format.WithSign(dimension.Unit, interval.High)}";

    /// <summary>How rows were compared, as a sentence for a whole table.</summary>
    public static string Paired(IReadOnlyCollection<RowDifference> differences)
    {
        var paired = differences.Count(difference => difference.IsPaired);
        return paired == 0
            ? "Single answers are not known, so the rows are compared as independent samples: the intervals are rather too wide than too narrow."
            : paired == differences.Count
                ? "The rows are compared item by item, on the items they share."
                : "Where rows share items they are compared item by item, elsewhere as independent samples.";
    }
}

/// <summary>How many of a board's findings chance alone would give, in words; <c>doubt.js</c> is its twin in the browser.</summary>
internal static class FindingsText
{
    /// <summary>The sentences of a board; null where no two rows can be compared.</summary>
    public static string? Of(Leaderboard board)
    {
        if (Findings.Of(board) is not { } findings)
        {
            return null;
        }

        var outside = Format.Level(1 - board.Benchmark.ConfidenceLevel);
        var found = $"{Format.Counted(findings.Compared, "comparison")} of ranked rows: {Format.Count(findings.Worse)} "
            + (findings.Worse == 1 ? "finds" : "find") + " one row worse. ";
        return found + (board.Benchmark.Holm
            ? $"They are held to the level together, by Holm’s method: were all rows equal, any such finding would come up by chance on at most {outside} of boards."
            : $"Were all rows equal, chance alone would give about {Format.About(findings.ByChance)}, and a first row that stands alone on at most {outside} of boards.");
    }
}
