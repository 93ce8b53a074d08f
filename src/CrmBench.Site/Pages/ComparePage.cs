using System.Collections.Immutable;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>Models side by side; where no scripts run, every row against the first of its board.</summary>
internal static class ComparePage
{
    /// <summary>Rows of one table; the board itself has them all.</summary>
    private const int MostRows = 30;

    public static ScriptObject Model(SiteIndex index, Text? prose)
    {
        var model = new PageHead
        {
            Path = Addresses.Compare,
            Title = "Compare models",
            Description = "Two to four models of a leaderboard side by side: every metric, its interval, whether the difference is real, and what it costs.",
            Section = "compare",
            Heading = "Is one model really better than another?",
            Styles = PickStyles.Files,
            Scripts = ["js/compare.js"],
        }.Model(index);
        model["lead"] = prose is { Description.Length: > 0 } ? prose.Description : model["description"];
        model["choices"] = FrontBoards.Choices(index);
        model["boards"] = Models.List(FrontBoards.Of(index).Where(item => item.Board is { Complete.Length: > 1, Benchmark.Unranked: null }), Section);
        model["prose"] = prose?.Body;
        model["methods"] = index.Featured is { } featured ? Addresses.Methodology(featured.Benchmark) : null;
        return model;
    }

    private static ScriptObject Section(FrontBoards.Item item)
    {
        var board = item.Board;
        var leader = item.Leaders.First(leader => leader.Dimension.Id == board.RankBy.Id);
        var scale = BarScale.For(board.RankBy, board.Complete.Select(row => row.RankedBy.Estimate));
        var shown = leader.Others.Take(MostRows - 1).ToImmutableArray();
        var section = item.Head();
        section["answer"] = LeaderText.Answer(board);
        section["paired"] = leader.Others.All(other => other.Verdict is null) ? null : DifferenceText.Paired(leader.Others);
        section["leader"] = leader.Row.Label;
        section["measure"] = board.RankBy.Name;
        section["unit"] = DimensionText.Unit(board.Benchmark, board.RankBy);
        section["first"] = Row(item, leader, leader.Row, null, scale);
        section["rows"] = Models.List(shown, other => Row(item, leader, other.Row, other, scale));
        section["more"] = shown.Length == leader.Others.Length
            ? null
            : $"The first {Format.Plain(MostRows)} of {Format.Count(board.Complete.Length)} complete rows.";
        return section;
    }

    private static ScriptObject Row(
        FrontBoards.Item item, DimensionLeader leader, LeaderboardRow row, RowDifference? difference, BarScale scale)
    {
        var key = FigureKey.Row(item.Board, row);
        return new ScriptObject
        {
            ["rank"] = RankText.Of(row),
            ["label"] = row.Label,
            ["path"] = item.PathOf(row),
            ["score"] = Figure.Of(FigureKey.Dimension(key, leader.Dimension), leader.Dimension.Unit, row.RankedBy.Estimate, scale),
            ["difference"] = difference is null ? null : Figure.Difference(
                FigureKey.ToLeader(key, leader.Dimension), leader.Dimension.Unit, difference.Value, null),
            ["range"] = difference is null ? null : DifferenceText.Range(leader.Dimension, difference),
            ["verdict"] = difference is null ? null : DifferenceText.Verdict(leader.Dimension, difference),
        };
    }
}
