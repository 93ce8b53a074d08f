using System.Collections.Immutable;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>compare</c> shows.</summary>
[TemplateModel]
internal sealed partial record ComparePageModel(
    PageHead Head,
    string Lead,
    string Where,
    NounWords CallNoun,
    ImmutableArray<BoardChoices> Choices,
    ImmutableArray<AgainstSection> Boards,
    Html? Prose,
    string? Methods) : PageModel(Head), IPageModel
{
    public static string Template => "compare";
}

/// <summary>The complete rows of a board against its first.</summary>
[TemplateModel]
internal sealed partial record AgainstSection(
    BoardHead Head,
    string Answer,
    string? Paired,
    string Leader,
    string Others,
    string Measure,
    string Unit,
    AgainstRow First,
    ImmutableArray<AgainstRow> Rows,
    string? More);

/// <summary>What the partial <c>against-row</c> shows; the first row has no difference.</summary>
[TemplateModel]
internal sealed partial record AgainstRow(
    string? Rank, string Label, string Path, Figure Score, Figure? Difference, string? Range, string? Verdict);

/// <summary>Models side by side; where no scripts run, every row against the first of its board.</summary>
internal static class ComparePage
{
    /// <summary>Rows of one table; the board itself has them all.</summary>
    private const int MostRows = 30;

    public static ComparePageModel Model(SiteIndex index, Text? prose)
    {
        var head = new PageHead(index, Addresses.Compare, $"Compare {index.Site.Subject.Many}", section: "compare")
        {
            Description = $"Two to four {index.Site.Subject.Many} of a leaderboard side by side: every metric, its interval, whether the difference is real, and what it costs.",
            Heading = $"Is one {index.Site.Subject.One} really better than another?",
            Styles = FrontBoards.Styles,
            Scripts = ["js/compare.js"],
            Asked = ["js/compare-real.js"],
        };
        return new(
            head,
            Lead: prose is { Description.Length: > 0 } ? prose.Description : head.Description,
            Where: Addresses.Where,
            CallNoun: NounWords.Of(FrontBoards.CallNoun(index)),
            Choices: FrontBoards.Choices(index),
            Boards: [.. FrontBoards.Of(index).Where(item => item.Board is { Complete.Length: > 1, Benchmark.Unranked: null }).Select(Section)],
            Prose: prose?.Body,
            Methods: index.Featured is { } featured ? Addresses.Methodology(featured.Benchmark) : null);
    }

    private static AgainstSection Section(FrontBoards.Item item)
    {
        var board = item.Board;
        var leader = item.Leaders.First(leader => leader.Dimension.Id == board.RankBy.Id);
        var scale = BarScale.For(board.RankBy, board.Complete.Select(row => row.RankedBy.Estimate));
        var shown = leader.Others.Take(MostRows - 1).ToImmutableArray();
        return new(
            item.Head(),
            Answer: LeaderText.Answer(board),
            Paired: leader.Others.All(other => other.Verdict is null) ? null : DifferenceText.Paired(leader.Others),
            Leader: leader.Row.Label,
            Others: Format.Plural(shown.Length, "row", "rows"),
            Measure: board.RankBy.Name,
            Unit: DimensionText.Unit(board.Benchmark, board.RankBy),
            First: Row(item, leader, leader.Row, null, scale),
            Rows: [.. shown.Select(other => Row(item, leader, other.Row, other, scale))],
            More: shown.Length == leader.Others.Length
                ? null
                : $"The first {Format.Plain(MostRows)} of {Format.Count(board.Complete.Length)} complete rows.");
    }

    private static AgainstRow Row(
        FrontBoards.Item item, DimensionLeader leader, LeaderboardRow row, RowDifference? difference, BarScale scale)
    {
        var key = FigureKey.Row(item.Board, row);
        return new(
            Rank: RankText.Of(row),
            Label: row.Label,
            Path: item.PathOf(row),
            Score: Figure.Of(FigureKey.Dimension(key, leader.Dimension), leader.Dimension.Printed, row.RankedBy.Estimate, scale)!,
            Difference: difference is null ? null : Figure.Difference(
                FigureKey.ToLeader(key, leader.Dimension), leader.Dimension.Printed, difference.Value, null),
            Range: difference is null ? null : DifferenceText.Range(leader.Dimension, difference),
            Verdict: difference is null ? null : DifferenceText.Verdict(leader.Dimension, difference));
    }
}
