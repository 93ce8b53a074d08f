using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>"Reading this board": what its ranks, bars, gaps and foreign columns mean, said with its own numbers.</summary>
internal static class BoardNotes
{
    public static ImmutableArray<string> Of(Leaderboard board, AgreementReport? agreement)
    {
        var notes = new List<string> { board.Benchmark.Unranked is null ? Ranks(board) : "Rows stand by their values, which is no ranking: the first lines of this page say why." };
        if (!board.References.IsEmpty)
        {
            notes.Add($"{Format.List([.. board.References.Select(row => row.Label)])} stands apart as a yardstick. It is neither ranked nor counted among the models.");
        }

        if (board.Release.RankByReason is { } reason)
        {
            notes.Add(reason);
        }

        if (board.Complete.Concat(board.Partial).Any(row => row.RankedBy.Estimate?.Interval is not null))
        {
            var level = Format.Level(board.Benchmark.ConfidenceLevel);
            notes.Add($"The mark over the end of a bar is the {level} interval; ± is half its width, and where its sides differ both ends stand there.");
        }

        notes.AddRange(ForeignSources(board));
        if (board.Benchmark.Dimensions.FirstOrDefault(dimension => dimension.Tiers is { AsPublished: false }) is { } priced)
        {
            notes.Add($"{priced.Name}: {TierBounds(priced)}.");
        }

        if (board.Rows.Any(row => JudgeText.OfOwnProvider(agreement, board, row).Any()))
        {
            notes.Add("“Also a judge” beside a provider: its own model is among the judges of this row and may favour it.");
        }

        if (!board.Partial.IsEmpty && !board.Complete.IsEmpty && board.Benchmark.Unranked is null)
        {
            notes.Add("Rows without a rank lack some use cases. They stand apart: an average over easy cases must not outrank one over all.");
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
    private static IEnumerable<string> ForeignSources(Leaderboard board)
    {
        foreach (var dimension in board.Benchmark.Dimensions)
        {
            var hosts = Sources(board, dimension).Select(source => source.Title.Split(',')[0]).Distinct().ToArray();
            if (hosts.Length > 0)
            {
                var where = hosts.Length > 3 ? "other sources than the row’s own run" : Format.List(hosts);
                yield return $"{dimension.Name} marked “measured elsewhere” comes from {where}: it belongs to the model, not to the row’s run, "
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

    private static string TierBounds(Dimension dimension) => string.Join(", ", dimension.Tiers!.Bands.Select((band, i) => band.UpTo switch
    {
        { } bound => $"{band.Name} up to {Format.Usd(bound)}",
        null when i > 0 && dimension.Tiers.Bands[i - 1].UpTo is { } below => $"{band.Name} above {Format.Usd(below)}",
        _ => band.Name,
    }));
}
