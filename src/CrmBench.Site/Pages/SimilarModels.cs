using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;
using CrmBench.Site.Rendering;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>The models that a board can tell least from one: their rank ranges overlap most with its own.</summary>
internal static class SimilarModels
{
    private const int Most = 5;

    /// <summary>At most five other models, most similar first, each with its place on the board where it is so.</summary>
    public static ScriptArray Of(ModelCard card, ImmutableArray<Entry> entries)
    {
        var similar =
            from entry in entries
            where entry.Row.RankRange is not null
            from other in entry.Board.Complete
            where other.Model.Id != card.Id && other.RankRange is not null
            let overlap = Overlap(entry.Row.RankRange!, other.RankRange!)
            where overlap > 0

            // Where both are equal, the order of the board decides: this sort keeps it.
            orderby overlap descending, Math.Abs(entry.Row.Rank!.Value - other.Rank!.Value)
            select (entry.Board, Row: other);
        return Models.List(similar.DistinctBy(found => found.Row.Model.Id).Take(Most), found => new ScriptObject
        {
            ["name"] = found.Row.Model.Name,
            ["path"] = Addresses.ModelOn(found.Row, found.Board.Benchmark),
            ["where"] = $"{RankText.Sentence(found.Row, found.Board)} on {found.Board.Benchmark.ShortName}",
        });
    }

    /// <summary>The ranks that both ranges hold as a share of those that either holds: 1 for equal ranges, 0 for distinct ones.</summary>
    internal static double Overlap(RankRange one, RankRange other)
    {
        var common = Math.Min(one.Worst, other.Worst) - Math.Max(one.Best, other.Best) + 1;
        var either = Math.Max(one.Worst, other.Worst) - Math.Min(one.Best, other.Best) + 1;
        return common <= 0 ? 0 : (double)common / either;
    }
}
