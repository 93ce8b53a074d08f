using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>The models that a board can tell least from one: their rank ranges overlap most with its own.</summary>
internal static class SimilarModels
{
    private const int Most = 5;

    /// <summary>At most five other models, most similar first, each with its place on the board where it is so.</summary>
    public static ScriptArray Of(SiteIndex index, ModelCard card, ImmutableArray<Entry> entries)
    {
        var similar = new List<Found>(Most + 1);
        foreach (var entry in entries.Where(entry => entry.Row.RankRange is not null))
        {
            var (own, rank) = (entry.Row.RankRange!, entry.Row.Rank!.Value);
            foreach (var other in index.Of(entry.Board).Ranked)
            {
                var overlap = Overlap(own.Best, own.Worst, other.Best, other.Worst);
                var found = new Found(entry.Board, other.Row, overlap, Math.Abs(rank - other.Rank));
                if (overlap > 0 && (similar.Count < Most || found.IsMoreSimilarThan(similar[^1])) && other.Row.Model.Id != card.Id)
                {
                    Insert(similar, found);
                }
            }
        }

        return Models.List(similar, found => new ScriptObject
        {
            ["name"] = found.Row.Model.Name,
            ["path"] = Addresses.ModelOn(found.Row, found.Board),
            ["where"] = $"{RankText.Sentence(found.Row, found.Board)} on {found.Board.Benchmark.ShortName}",
        });
    }

    // Of equally similar rows the one found first goes first, so the order of the board decides.
    private static void Insert(List<Found> similar, Found found)
    {
        var same = similar.FindIndex(other => other.Row.Model.Id == found.Row.Model.Id);
        if (same >= 0)
        {
            if (!found.IsMoreSimilarThan(similar[same]))
            {
                return;
            }

            similar.RemoveAt(same);
        }

        var place = similar.FindIndex(found.IsMoreSimilarThan);
        similar.Insert(place < 0 ? similar.Count : place, found);
        if (similar.Count > Most)
        {
            similar.RemoveAt(Most);
        }
    }

    /// <summary>The ranks that both ranges hold as a share of those that either holds: 1 for equal ranges, 0 for distinct ones.</summary>
    internal static double Overlap(RankRange one, RankRange other) => Overlap(one.Best, one.Worst, other.Best, other.Worst);

    private static double Overlap(int best, int worst, int otherBest, int otherWorst)
    {
        var common = Math.Min(worst, otherWorst) - Math.Max(best, otherBest) + 1;
        var either = Math.Max(worst, otherWorst) - Math.Min(best, otherBest) + 1;
        return common <= 0 ? 0 : (double)common / either;
    }

    private readonly record struct Found(Leaderboard Board, LeaderboardRow Row, double Overlap, int Distance)
    {
        public bool IsMoreSimilarThan(Found other) =>
            Overlap > other.Overlap || (Overlap == other.Overlap && Distance < other.Distance);
    }
}
