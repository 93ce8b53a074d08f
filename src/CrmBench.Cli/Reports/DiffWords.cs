using System.Collections.Immutable;
using CrmBench.Core.Comparing;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Reports;

/// <summary>What the reports say in words. Whatever comes from data goes through a function that makes it harmless.</summary>
/// <param name="changes">What differs.</param>
/// <param name="data">Makes text from data, and money with its dollar sign, harmless in the kind of report.</param>
internal sealed class DiffWords(CatalogueChanges changes, Func<string, string> data)
{
    /// <summary>What stands where nothing differs.</summary>
    public const string NoChange = "No change.";

    /// <summary>What is said before the boards in front.</summary>
    public const string ReadersSee = "What readers see first";

    /// <summary>What is said before the objections.</summary>
    public const string LookFirst = "Look here first";

    private const int MostTies = 3;
    private const string Arrow = " \u2192 ";
    private const string None = "none";

    private readonly Dictionary<(string Benchmark, string Release, string Submission), SubmissionFate> _fates =
        changes.Submissions.ToDictionary(
            change => (change.Benchmark.Id, change.Release.Id, change.Submission.Latest.Id), change => change.Fate);

    private readonly HashSet<(string Benchmark, string Release)> _severalMethods =
    [
        .. changes.Rows
            .GroupBy(row => (row.Board.Benchmark.Id, row.Board.Release.Id))
            .Where(group => group.Select(row => row.Board.Method.Id).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(group => group.Key),
    ];

    /// <summary>All of it in one sentence.</summary>
    public string Summary
    {
        get
        {
            var results = Counts(changes.Submissions.GroupBy(change => change.Fate).OrderByDescending(group => group.Key)
                .Select(group => (group.Count(), "result", DiffNames.Of(group.Key))));
            string[] parts =
            [
                results,
                Counts(States("benchmark", changes.Benchmarks)),
                Counts(States("release", [.. changes.Releases.Select(change => change.Release)])),
                Counts(States("model", changes.Models)),
                Counts(States("provider", changes.Providers)),
                changes.Prices.IsEmpty ? "" : $"prices of {Format.Counted(changes.Prices.Length, "model")} changed",
                changes.MovedByOthers == 0 ? "" : $"{Format.Counted(changes.MovedByOthers, "other row")} moved",
            ];
            var said = string.Join("; ", parts.Where(part => part.Length > 0));
            return said.Length == 0 ? NoChange : $"{said}.";
        }
    }

    /// <summary>What readers see first of each benchmark in which anything differs, a sentence or two each.</summary>
    public IEnumerable<string> Fronts => changes.Fronts.Select(front =>
    {
        var (before, after) = (Named(front.Release.Before), Named(front.Release.After));
        var said = (before, after) switch
        {
            (null, _) => $"{after}, the first there is.",
            (_, null) => $"nothing any more; it was {before}.",
            _ when before != after => $"{after}, no longer {before}.",
            _ when front.Rows == 0 => $"{after}, as before, and no row of it differs.",
            _ => $"{after}, as before; {Format.Plural(front.Rows, "row of it differs", "rows of it differ")}.",
        };
        var drafts = string.Join(", ", front.Drafts.Select(Named));
        return $"{data(front.Benchmark.ShortName)}: {said}{(drafts.Length == 0 ? "" : $" Not in front: {drafts}.")}";
    });

    /// <summary>What a reviewer should look at first, a sentence each.</summary>
    public IEnumerable<string> Objections =>
        changes.Releases.Where(change => change.Objection is not null).Select(Sentence)
            .Concat(changes.Submissions.Where(change => change.Objection is not null).OrderBy(change => change.Objection).Select(Sentence))
            .Concat(changes.FrozenReleasesMoved.Select(moved =>
                $"The release {data(Board(moved.Benchmark, moved.Release))} is frozen, but data that it shares with others moved its rows."));

    /// <summary>What differs in the data, a line each: results first, then what they share.</summary>
    public IEnumerable<string> DataLines =>
        changes.Submissions.Select(Line)
            .Concat(changes.Releases.Select(Line))
            .Concat(changes.Benchmarks.Select(change => $"benchmark {data(change.Latest.Name)}: {DiffNames.Of(change)}"))
            .Concat(changes.Models.Select(change => $"model {data(change.Latest.Name)}: {DiffNames.Of(change)}"))
            .Concat(changes.Providers.Select(change => $"provider {data(change.Latest.Name)}: {DiffNames.Of(change)}"))
            .Concat(changes.Prices.Select(model => $"prices of {data(model)}: changed"));

    /// <summary>The name of a result.</summary>
    public string Name(RowChange row) => data(row.Row.Latest.Label);

    /// <summary>The board of a row, with the method where several methods differ and with the use case where it is of one.</summary>
    public string Board(RowChange row)
    {
        var board = row.Board;
        var name = data(Board(board.Benchmark, board.Release));
        var method = _severalMethods.Contains((board.Benchmark.Id, board.Release.Id)) ? $", {data(board.Method.Name)}" : "";
        return name + method + (row.UseCase is { } useCase ? $", only {data(useCase.Name)}" : "");
    }

    /// <summary>What became of a row, in a word or two.</summary>
    public string What(RowChange row) => row.Cause switch
    {
        RowCause.Own => DiffNames.Of(_fates[(row.Board.Benchmark.Id, row.Board.Release.Id, row.Row.Latest.Submission.Id)]),
        RowCause.Shared => "moved by shared data",
        _ => "moved by others",
    };

    /// <summary>The figure the board is ordered by, before and after; empty where it does not differ.</summary>
    public string Score(RowChange row)
    {
        var text = Both(
            Figure(row.Row.Before?.RankedBy.Dimension.Printed, row.Row.Before?.RankedBy.Estimate),
            Figure(row.Row.After?.RankedBy.Dimension.Printed, row.Row.After?.RankedBy.Estimate),
            row.Stayed && !row.Figures.Any(figure => IsRankedBy(row, figure) && figure.IsOfFigure));

        // Between two dollar signs GitHub reads a formula.
        return text.Contains('$', StringComparison.Ordinal) ? data(text) : text;
    }

    /// <summary>The rank, before and after; empty where it does not differ.</summary>
    public static string Rank(RowChange row) => Both(Rank(row.Row.Before), Rank(row.Row.After), row.Stayed && !row.IsOfRank);

    /// <summary>The rank range, before and after; empty where it does not differ.</summary>
    public static string RankRange(RowChange row) =>
        Both(RankRange(row.Row.Before), RankRange(row.Row.After), row.Stayed && !row.IsOfRankRange);

    /// <summary>Everything else that differs, or that a new row brings, in phrases.</summary>
    public IEnumerable<string> Also(RowChange row)
    {
        if (row.Row.After is { } after)
        {
            foreach (var phrase in row.Stayed ? row.Figures.SelectMany(figure => Phrases(row, figure)) : Brought(after))
            {
                yield return phrase;
            }

            if (row.IsOfFrontier)
            {
                yield return after.OnCostFrontier == true ? "joins the cost frontier" : "leaves the cost frontier";
            }
        }

        if (!row.TiesGained.IsEmpty)
        {
            yield return $"{(row.Stayed ? "now tied" : "tied")} with {Names(row.TiesGained)}";
        }

        if (row.Stayed && !row.TiesLost.IsEmpty)
        {
            yield return $"no longer tied with {Names(row.TiesLost)}";
        }
    }

    private static IEnumerable<(int Number, string Noun, string Verb)> States<T>(string noun, ImmutableArray<Change<T>> changes)
        where T : class =>
        changes.GroupBy(change => DiffNames.Of(change))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Count(), noun, group.Key));

    private string? Named(Release? release) => release is null
        ? null
        : $"{(release.Status == ReleaseStatus.Draft ? "draft" : "release")} {data(release.Id)}";

    private static string Board(Benchmark benchmark, Release release) =>
        $"{benchmark.ShortName}, {release.Id}{(benchmark.Invented ? " (invented)" : "")}";

    // "2 results added, 1 changed": the noun once.
    private static string Counts(IEnumerable<(int Number, string Noun, string Verb)> counts)
    {
        var (said, last) = (new List<string>(), "");
        foreach (var (number, noun, verb) in counts)
        {
            said.Add($"{(noun == last ? Format.Count(number) : Format.Counted(number, noun))} {verb}".Trim());
            last = noun;
        }

        return string.Join(", ", said);
    }

    private string Sentence(ReleaseChange change)
    {
        var board = data(Board(change.Benchmark, change.Release.Latest));
        return change switch
        {
            { Objection: Objection.Vanished } =>
                $"The release {board} is gone with {Format.Counted(change.Release.Before!.Submissions.Length, "result")}.",
            { Release.After.Status: ReleaseStatus.Draft } => $"The release {board} was frozen and is a draft again.",
            _ => $"The release {board} is frozen, but its description changed.",
        };
    }

    private string Sentence(SubmissionChange change)
    {
        var result = $"{data(change.Label)} ({data(Board(change.Benchmark, change.Release))})";
        return change.Objection switch
        {
            Objection.Vanished => $"{result} is gone without a trace. Withdraw it instead: then its row stays as a note, with the reason.",
            Objection.CorrectionLost => $"A correction of {result} was removed or rewritten. The ledger would forget it.",
            Objection.RestoredWithoutCorrection => $"{result} is no longer withdrawn, and no correction says why.",
            Objection.AddedToFrozen => $"{result} was added to a frozen release. New results go into a draft.",
            _ => $"{result} changed in a frozen release, and no correction says why.",
        };
    }

    private string Line(SubmissionChange change)
    {
        var parts = change.Parts.Select(Part).ToList();
        var reasons = change.NewCorrections.Select(correction => $"correction: {data(correction.Reason)}")
            .Concat(change is { Fate: SubmissionFate.Withdrawn, Submission.After.Withdrawn: { } withdrawn } ? [$"reason: {data(withdrawn.Reason)}"] : []);
        var rest = string.Join("; ", [.. parts, .. reasons]);
        return $"{DiffNames.Of(change.Fate)}: {data(change.Label)}, {data(Board(change.Benchmark, change.Release))}, "
            + $"by {data(change.Submission.Latest.SubmittedBy)}{(rest.Length == 0 ? "" : $"; {rest}")}";
    }

    private string Line(ReleaseChange change)
    {
        var board = data(Board(change.Benchmark, change.Release.Latest));
        return change.Release is { Before: { } before, After: { } after } && before.Status != after.Status
            ? $"release {board}: {DiffNames.Of(before.Status)}{Arrow}{DiffNames.Of(after.Status)}"
            : $"release {board}: {DiffNames.Of(change.Release)}";
    }

    private static string Part(PartChange part)
    {
        var noun = part.Part switch
        {
            SubmissionPart.Scores => "score",
            SubmissionPart.Correlations => "correlation",
            SubmissionPart.Ratings => "rating",
            SubmissionPart.ItemSums => "sum of ratings",
            SubmissionPart.Calls => "timed call",
            _ => "cost",
        };
        return part.Part == SubmissionPart.Description
            ? "description changed"
            : Counts(new[] { (part.Added, noun, "added"), (part.Changed, noun, "changed"), (part.Removed, noun, "removed") }
                .Where(count => count.Item1 > 0));
    }

    private static bool IsRankedBy(RowChange row, FigureChange figure) =>
        figure.Metric is null && figure.Dimension.Id == row.Row.Latest.RankedBy.Dimension.Id;

    // The board's own figure has a column; a counted metric says no more than its dimension does.
    private IEnumerable<string> Phrases(RowChange row, FigureChange figure)
    {
        var name = figure.Metric?.Name ?? figure.Dimension.Name;
        if (figure.IsOfFigure && !IsRankedBy(row, figure) && figure.Metric is not { Counted: true })
        {
            yield return data($"{name} {Both(Figure(figure.Printed, figure.Before), Figure(figure.Printed, figure.After), same: false)}");
        }

        if (figure is { IsOfCoverage: true, Metric: null })
        {
            yield return data($"{name} covers {Covered(figure.CoverageBefore)}{Arrow}{Covered(figure.CoverageAfter)} use cases");
        }

        if (figure.IsOfTier)
        {
            yield return data(
                $"{name} tier {Tier(figure.Dimension, figure.TierBefore) ?? None}{Arrow}{Tier(figure.Dimension, figure.TierAfter) ?? None}");
        }
    }

    private IEnumerable<string> Brought(LeaderboardRow row)
    {
        if (row.RankedBy.IsPartial)
        {
            yield return $"covers {Covered(row.RankedBy.Coverage)} use cases";
        }

        foreach (var score in row.Dimensions.Where(score => score.Dimension.Id != row.RankedBy.Dimension.Id && score.Estimate is not null))
        {
            var tier = Tier(score.Dimension, score.Tier) is { } name ? $" ({name})" : "";
            yield return data($"{score.Dimension.Name} {Figure(score.Dimension.Printed, score.Estimate)}{tier}");
        }
    }

    private static string Covered(Coverage? coverage) =>
        coverage is null ? "0" : $"{Format.Count(coverage.Count)} of {Format.Count(coverage.Total)}";

    private static string? Tier(Dimension dimension, TierSpan? span)
    {
        if (span is null || dimension.Tiers is not { } tiers || span.Highest >= tiers.Bands.Length)
        {
            return null;
        }

        var (lowest, highest) = (tiers.Bands[span.Lowest].Name, tiers.Bands[span.Highest].Name);
        return span.Lowest == span.Highest ? lowest : $"{lowest}\u2013{highest}";
    }

    private string Names(ImmutableArray<LeaderboardRow> rows)
    {
        var named = rows.Take(MostTies).Select(row => data(row.Label));
        return string.Join(", ", named) + (rows.Length > MostTies ? $" and {Format.Count(rows.Length - MostTies)} more" : "");
    }

    private static string? Figure(PrintedUnit? unit, Estimate? estimate)
    {
        if (unit is not { } known || estimate is null)
        {
            return null;
        }

        // Boards differ in what they call a call; a report speaks of all of them.
        var told = known.Unit == Unit.Usd ? known with { Name = $"per {Format.Count(PrintedNumber.PrintedCalls)} calls" } : known;
        return Format.WithSpread(told, estimate.Value, estimate.Interval);
    }

    private static string? Rank(LeaderboardRow? row) => row switch
    {
        null => null,
        { Rank: { } rank } => Format.Count(rank),
        { RankedBy.IsPartial: true } => "partial",
        _ => null,
    };

    private static string? RankRange(LeaderboardRow? row) => row?.RankRange is { } range ? Format.Ranks(range) : null;

    private static string Both(string? before, string? after, bool same) => (same, before, after) switch
    {
        (true, _, _) or (_, null, null) => "",
        (_, null, { } only) => only,
        (_, { } only, null) => $"{only}{Arrow}{None}",
        _ => $"{before}{Arrow}{after}",
    };
}

/// <summary>The words of what differs; they are part of the JSON document's form and do not change.</summary>
internal static class DiffNames
{
    public static string Of(SubmissionFate fate) => fate switch
    {
        SubmissionFate.Removed => "removed",
        SubmissionFate.Withdrawn => "withdrawn",
        SubmissionFate.Restored => "restored",
        SubmissionFate.Changed => "changed",
        _ => "added",
    };

    public static string Of<T>(Change<T> change)
        where T : class => change switch
        {
            { Before: null } => "added",
            { After: null } => "removed",
            _ => "changed",
        };

    public static string Of(SubmissionPart part) => part switch
    {
        SubmissionPart.Description => "description",
        SubmissionPart.Scores => "scores",
        SubmissionPart.Correlations => "correlations",
        SubmissionPart.Ratings => "ratings",
        SubmissionPart.ItemSums => "item_sums",
        SubmissionPart.Calls => "calls",
        _ => "costs",
    };

    public static string Of(RowCause cause) => cause switch
    {
        RowCause.Own => "own",
        RowCause.Shared => "shared",
        _ => "others",
    };

    public static string? Of(ReleaseStatus? status) => status switch
    {
        null => null,
        ReleaseStatus.Frozen => "frozen",
        _ => "draft",
    };

    public static string? Of(Objection? objection) => objection switch
    {
        null => null,
        Objection.Vanished => "vanished",
        Objection.ChangedWithoutCorrection => "changed-without-correction",
        Objection.AddedToFrozen => "added-to-frozen",
        Objection.RestoredWithoutCorrection => "restored-without-correction",
        Objection.CorrectionLost => "correction-lost",
        _ => "frozen-release-changed",
    };
}
