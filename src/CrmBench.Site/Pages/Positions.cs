using System.Collections.Immutable;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>Where models stand on boards: rank range, score with its bar, coverage; on the pages of a model and of a provider.</summary>
internal static class Positions
{
    /// <summary>One row of a board as the partial <c>position-cells</c> shows it, with the board's name and address.</summary>
    public static ScriptObject Model(Entry entry)
    {
        var (board, row) = (entry.Board, entry.Row);
        return new ScriptObject
        {
            ["board"] = board.Benchmark.ShortName,
            ["path"] = entry.Path,
            ["release"] = entry.IsPlainlyInFront ? null : ReleaseText.InSentence(board.Benchmark, board.Release),
            ["model"] = row.Model.Name,
            ["model_path"] = Addresses.ModelOn(row, board),
            ["variant"] = row.Submission.Variant.Length == 0 ? null : row.Submission.Variant,
            ["method"] = entry.Release.Boards.Length > 1 ? board.Method.Name : null,
            ["rank"] = RankText.Of(row),
            ["ranked"] = Format.Count(board.Complete.Length),
            ["measure"] = board.RankBy.Name,
            ["score"] = Figure.Of(
                FigureKey.Dimension(FigureKey.Row(board, row), board.RankBy),
                board.RankBy.Unit,
                row.RankedBy.Estimate,
                BarScale.For(board.RankBy, board.Rows.Select(other => other.RankedBy.Estimate))),
            ["coverage"] = board.UseCases.Length > 1
                ? $"{Format.Plain(row.RankedBy.Coverage.Count)} of {Format.Plain(row.RankedBy.Coverage.Total)}"
                : null,
        };
    }

    /// <summary>
    /// The row that stands for a model on one benchmark: the best ranked by the default method, which alone may stand for the board;
    /// else one with a score; null where there are no rows.
    /// </summary>
    public static Entry? Best(ImmutableArray<Entry> entries)
    {
        var byDefault = entries.Where(entry => ReferenceEquals(entry.Board, entry.Release.Boards[0])).ToArray();
        var own = byDefault.Length > 0 ? byDefault : [.. entries];
        return own.Where(entry => entry.Row.Rank is not null).MinBy(entry => entry.Row.Rank)
            ?? own.FirstOrDefault(entry => entry.Row.RankedBy.Estimate is not null)
            ?? own.FirstOrDefault();
    }
}
