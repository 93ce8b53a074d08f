using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary><c>rank 1–5 of 8</c>, <c>rank 3 of 11 by trust</c> where a board cannot rank by what its benchmark ranks by, or <c>not ranked</c>.</summary>
    public static string Sentence(LeaderboardRow row, Leaderboard board) => Of(row) is { } rank
        ? $"rank {rank} of {Format.Count(board.Complete.Length)}{(IsUsual(board) ? "" : $" by {DimensionText.InSentence(board.RankBy.Name)}")}"
        : "not ranked";

    /// <summary>Whether a board ranks by what its benchmark ranks by; one without figures for that ranks by another dimension.</summary>
    public static bool IsUsual(Leaderboard board) => board.RankBy.Id == board.Benchmark.RankBy;
}

/// <summary>What pages call a release, so that readers know drafts and older releases as such.</summary>
internal static class ReleaseText
{
    /// <summary><c>release of August 2026</c>, <c>older release of June 2026</c>, <c>newer release 1.0</c> or <c>draft of December 2026</c>.</summary>
    public static string InSentence(Benchmark benchmark, Release release) => $"{Before(benchmark, release)} {release.Name}";

    /// <summary>The same with a capital letter.</summary>
    public static string Beginning(Benchmark benchmark, Release release) => Noun.Capital(InSentence(benchmark, release));

    /// <summary>What stands before the name of a release, which can then be a link: <c>older release of</c>.</summary>
    public static string Before(Benchmark benchmark, Release release) =>
        IsDated(release.Name) ? $"{Kind(benchmark, release)} of" : Kind(benchmark, release);

    // "release of August 2026", but "release 1.0".
    private static bool IsDated(string name)
    {
        var month = name.AsSpan().TrimStart("0123456789 ");
        foreach (var known in CultureInfo.InvariantCulture.DateTimeFormat.MonthNames)
        {
            if (known.Length > 0 && month.StartsWith(known, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What kind of release it is, in small letters: <c>release</c>, <c>older release</c>, <c>newer release</c> or <c>draft</c>.</summary>
    public static string Kind(Benchmark benchmark, Release release) => (release.Status, benchmark.StandingOf(release)) switch
    {
        (ReleaseStatus.Draft, _) => "draft",
        (_, ReleaseStanding.Older) => "older release",
        (_, ReleaseStanding.Newer) => "newer release",
        _ => "release",
    };

    /// <summary>Its name where frozen ones stand beside drafts: <c>August 2026</c>, or <c>December 2026 (draft)</c>.</summary>
    public static string Name(Release release) => release.Status == ReleaseStatus.Draft ? $"{release.Name} (draft)" : release.Name;

    /// <summary>
    /// What the board of a release says about another that a reader may want instead, as text, link and its words; null where it is
    /// frozen, in front, and the newest that is.
    /// </summary>
    public static (string Text, Release? Other, string Link)? Note(Benchmark benchmark, Release release)
    {
        var front = benchmark.Front!;
        var newest = benchmark.Releases.FirstOrDefault(other => other.Status == ReleaseStatus.Frozen);
        var instead = ReferenceEquals(front, newest) ? $"Go to the newest frozen release, {front.Name}." : $"Go to the release shown first, {Name(front)}.";
        return benchmark.StandingOf(release) switch
        {
            ReleaseStanding.Draft => ("This is a draft: results may still come, change and go.", front, instead),
            ReleaseStanding.Older => ("This is an older release; it is frozen.", front, instead),
            ReleaseStanding.SameDay => ("This is another release of the same day; it is frozen.", front, instead),
            ReleaseStanding.Newer => ("This is a newer release than the one shown first; it is frozen.", front, instead),
            _ when release.Status == ReleaseStatus.Draft && newest is null => ("This is a draft: results may still come, change and go.", null, ""),
            _ when release.Status == ReleaseStatus.Draft =>
                ("This is a draft: results may still come, change and go.", newest, $"Go to the newest frozen release, {newest!.Name}."),
            _ when !ReferenceEquals(release, newest) => ("This is not the newest release.", newest, $"Go to the newest frozen release, {newest!.Name}."),
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
        var size = Format.Difference(dimension.Printed, Math.Abs(difference.Value));
        var word = difference.Value > 0 == (dimension.Better == Direction.Higher) ? "better" : "worse";
        return difference switch
        {
            { Verdict: null } => $"{word} by {size}, how sure is not known",
            _ when !size.AsSpan().ContainsAnyInRange('1', '9') => "no difference to be seen",
            { Verdict: 0 } => $"{word} by {size}, may be chance",
            _ => $"{word} by {size}, more than chance",
        };
    }

    /// <summary>The interval of a difference with signs: <c>−5.6 to +2.1</c>; null where there is none.</summary>
    public static string? Range(Dimension dimension, RowDifference difference) => difference.Interval is not { } interval
        ? null
        : $"{Format.WithSign(dimension.Printed, interval.Low)} to {Format.WithSign(dimension.Printed, interval.High)}";

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

/// <summary>"Reading this board": what its ranks, bars, gaps and figures from elsewhere mean, said with its own numbers.</summary>
internal static class BoardNotes
{
    public static ImmutableArray<string> Of(Leaderboard board, AgreementReport? agreement)
    {
        var notes = new List<string> { board.Benchmark.Unranked is null ? Ranks(board) : "Rows stand by their values, which is no ranking: the first lines of this page say why." };
        if (!board.References.IsEmpty)
        {
            notes.Add($"{Format.List([.. board.References.Select(row => row.Label)])} stands apart as a yardstick. It is neither ranked nor counted among the {board.Benchmark.Subject.Many}.");
        }

        if (board.Release.RankByReason is { } reason)
        {
            notes.Add(reason);
        }

        if (board.Complete.Concat(board.Partial).Any(row => row.RankedBy.Estimate?.Interval is not null))
        {
            var level = Format.Level(board.Benchmark.ConfidenceLevel);
            notes.Add($"The mark over the end of a bar is the {level} interval. "
                + (BoardTable.BothEnds(board) ? "Both its ends stand beside it, as its sides may differ in length." : "± beside it is half its width."));
        }

        notes.AddRange(MeasuredElsewhere(board));
        if (board.Benchmark.Dimensions.FirstOrDefault(dimension => dimension.Tiers is { AsPublished: false }) is { } priced)
        {
            notes.Add($"{priced.Name}, {MoneyText.Unit(board.Benchmark)}: {TierBounds(priced)}.");
        }

        if (board.Rows.Any(row => JudgeText.OfOwnProvider(agreement, board, row).Any()))
        {
            notes.Add($"“Also a judge” beside a provider: its own {board.Benchmark.Subject.One} is among the judges of this row and may favour it.");
        }

        if (!board.Partial.IsEmpty && !board.Complete.IsEmpty && board.Benchmark.Unranked is null)
        {
            notes.Add($"Rows without a rank lack some {board.Benchmark.UseCaseNoun.Many}. They stand apart: an average over easy {(board.Benchmark.UseCaseNoun == Noun.UseCase ? "cases" : "ones")} must not outrank one over all.");
        }

        notes.Add("A dash is not measured. It is never counted as zero.");
        return [.. notes];
    }

    private static string Ranks(Leaderboard board)
    {
        if (board.Complete is [_])
        {
            return "There is one row, and so nothing to compare it with.";
        }

        var example = board.Complete.FirstOrDefault(row => row.RankRange is { } range && range.Best != range.Worst);
        if (example?.RankRange is { } open)
        {
            return $"Rank {Format.Ranks(open)} means: the intervals leave open every place from {Format.Count(open.Best)} to "
                + $"{Format.Count(open.Worst)}. Rows with overlapping ranks are not shown to differ.";
        }

        return board.Complete.Any(row => row.RankRange is not null)
            ? "Every difference between ranked rows is larger than its noise, so each has one rank."
            : board.Complete.Any(row => row.RankedBy.Estimate?.Interval is not null)
            ? "Rows stand in the order of their values. Too few sources state a spread to say how sure that order is."
            : "Rows stand in the order of their values. The sources state no spread, so nobody can say how sure that order is.";
    }

    /// <summary>Dimensions of which figures were measured elsewhere: where, and what that means for them.</summary>
    private static IEnumerable<string> MeasuredElsewhere(Leaderboard board)
    {
        foreach (var dimension in board.Benchmark.Dimensions)
        {
            var hosts = Sources(board, dimension).Select(source => source.Title.Split(',')[0]).Distinct().ToArray();
            if (hosts.Length > 0)
            {
                var where = hosts.Length > 3 ? "other sources than the row’s own run" : Format.List(hosts);
                yield return $"{dimension.Name} marked “measured elsewhere” comes from {where}: it belongs to the {board.Benchmark.Subject.One}, not to the row’s run, "
                    + "and is not held against figures of the run.";
            }
        }
    }

    /// <summary>The sources of a dimension's figures that were measured elsewhere.</summary>
    private static ImmutableArray<Source> Sources(Leaderboard board, Dimension dimension) =>
    [
        .. board.Rows
            .Select(row => row[dimension].Estimate)
            .OfType<Estimate>()
            .Where(estimate => estimate.Belonging == Belonging.Model)
            .SelectMany(estimate => estimate.Evidence)
            .Select(evidence => evidence.Source)
            .Distinct(),
    ];

    /// <summary>The bands of a dimension of money with their bounds: <c>Low up to $2.00, High above $2.00</c>.</summary>
    /// <param name="dimension">A dimension whose tiers are by bounds.</param>
    internal static string TierBounds(Dimension dimension) => string.Join(", ", dimension.Tiers!.Bands.Select((band, i) => band.UpTo switch
    {
        { } bound => $"{band.Name} up to {Format.Value(Unit.Usd, bound)}",
        null when i > 0 && dimension.Tiers.Bands[i - 1].UpTo is { } below => $"{band.Name} above {Format.Value(Unit.Usd, below)}",
        _ => band.Name,
    }));
}
