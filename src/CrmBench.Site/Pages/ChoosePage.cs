using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>choose</c> shows.</summary>
[TemplateModel]
internal sealed partial record ChoosePageModel(
    PageHead Head,
    string Lead,
    string Prices,
    string PriceList,
    NounWords CallNoun,
    ImmutableArray<BoardChoices> Choices,
    ImmutableArray<LeadersSection> Boards,
    Html? Prose,
    string? Methods) : PageModel(Head), IPageModel
{
    public static string Template => "choose";
}

/// <summary>The best rows of a board: on what was measured for these rows, and on what was measured elsewhere.</summary>
[TemplateModel]
internal sealed partial record LeadersSection(BoardHead Head, string Complete, string RankedBy, ImmutableArray<LeaderLine> Leaders, ImmutableArray<LeaderLine> Others);

/// <summary>The best row on one dimension.</summary>
[TemplateModel]
internal sealed partial record LeaderLine(
    string Name, string Label, string Path, Figure? Figure, string? Rank, string HowSure, string Basis, string? Without);

/// <summary>A short list within limits; where no scripts run, the best complete row of each board on each dimension.</summary>
internal static class ChoosePage
{
    public static ChoosePageModel Model(SiteIndex index, Text? prose)
    {
        var head = new PageHead(index, Addresses.Choose, $"Choose {index.Site.Subject.AnyOne}", section: "choose")
        {
            Description = $"Your limits, your weights, your {index.UseCaseNoun.Many}: which {index.Site.Subject.One} is left, by how much it leads, and how often the choice would hold.",
            Heading = $"Which {index.Site.Subject.One} should I choose?",
            Styles = FrontBoards.Styles,
            Scripts = ["js/choose.js"],
            Asked = ["js/choose-why.js"],
        };
        return new(
            head,
            Lead: prose is { Description.Length: > 0 } ? prose.Description : head.Description,
            Prices: DownloadFiles.Prices,
            PriceList: index.InRepository(new SourcePlace("data/prices.csv")),
            CallNoun: NounWords.Of(FrontBoards.CallNoun(index)),
            Choices: FrontBoards.Choices(index, ranked: true),
            Boards: [.. FrontBoards.Of(index).Where(item => !item.Leaders.IsEmpty).Select(Section)],
            Prose: prose?.Body,
            Methods: index.Featured is { } featured ? Addresses.Methodology(featured.Benchmark) : null);
    }

    private static LeadersSection Section(FrontBoards.Item item) => new(
        item.Head(),
        Complete: Format.Counted(item.Board.Complete.Length, "complete row"),
        RankedBy: item.Board.RankBy.Name,
        Leaders: [.. item.Leaders.Where(leader => leader.Belonging == Belonging.Row).Select(leader => Line(item, leader))],
        Others: [.. item.Leaders.Where(leader => leader.Belonging != Belonging.Row).Select(leader => Line(item, leader))]);

    private static LeaderLine Line(FrontBoards.Item item, DimensionLeader leader)
    {
        var estimate = leader.Row[leader.Dimension].Estimate!;
        var isRanked = leader.Dimension.Id == item.Board.RankBy.Id;
        return new(
            Name: LeaderText.Superlative(leader.Dimension),
            Label: leader.Row.Label,
            Path: item.PathOf(leader.Row),
            Figure: Figure.Of(
                FigureKey.Dimension(FigureKey.Row(item.Board, leader.Row), leader.Dimension), MoneyText.Named(item.Board.Benchmark, leader.Dimension.Printed), estimate),
            Rank: RankText.Of(leader.Row),
            HowSure: LeaderText.HowSure(item.Board.Benchmark, leader),
            Basis: DimensionText.Basis(estimate),
            Without: leader.Without.IsEmpty || isRanked
                ? null
                : Format.Plural(leader.Without.Length, "complete row has", "complete rows have") + " no figure.");
    }
}
