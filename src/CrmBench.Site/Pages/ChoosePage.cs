using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>A short list within limits; where no scripts run, the best complete row of each board on each dimension.</summary>
internal static class ChoosePage
{
    public static ScriptObject Model(SiteIndex index, Text? prose)
    {
        var model = new PageHead
        {
            Path = Addresses.Choose,
            Title = "Choose a model",
            Description = "Your limits, your weights, your use cases: which model is left, by how much it leads, and how often the choice would hold.",
            Section = "choose",
            Heading = "Which model should I choose?",
            Styles = PickStyles.Files,
            Scripts = ["js/choose.js"],
        }.Model(index);
        model["lead"] = prose is { Description.Length: > 0 } ? prose.Description : model["description"];
        model["prices"] = DownloadFiles.Prices;
        model["price_list"] = index.InRepository(new SourcePlace("data/prices.csv"));
        model["choices"] = FrontBoards.Choices(index, ranked: true);
        model["boards"] = Models.List(FrontBoards.Of(index).Where(item => !item.Leaders.IsEmpty), Section);
        model["prose"] = prose?.Body;
        model["methods"] = index.Featured is { } featured ? Addresses.Methodology(featured.Benchmark) : null;
        return model;
    }

    private static ScriptObject Section(FrontBoards.Item item)
    {
        var section = item.Head();
        section["complete"] = Format.Counted(item.Board.Complete.Length, "complete row");
        section["leaders"] = Models.List(item.Leaders.Where(leader => leader.Belonging == Belonging.Row), leader => Line(item, leader));
        section["others"] = Models.List(item.Leaders.Where(leader => leader.Belonging != Belonging.Row), leader => Line(item, leader));
        return section;
    }

    private static ScriptObject Line(FrontBoards.Item item, DimensionLeader leader)
    {
        var estimate = leader.Row[leader.Dimension].Estimate!;
        var isRanked = leader.Dimension.Id == item.Board.RankBy.Id;
        return new ScriptObject
        {
            ["name"] = LeaderText.Superlative(leader.Dimension),
            ["label"] = leader.Row.Label,
            ["path"] = item.PathOf(leader.Row),
            ["figure"] = Figure.Of(
                FigureKey.Dimension(FigureKey.Row(item.Board, leader.Row), leader.Dimension), leader.Dimension.Unit, estimate),
            ["rank"] = RankText.Of(leader.Row),
            ["how_sure"] = LeaderText.HowSure(leader),
            ["basis"] = DimensionText.Basis(estimate),
            ["without"] = leader.Without.IsEmpty || isRanked
                ? null
                : Format.Plural(leader.Without.Length, "complete row has", "complete rows have") + " no figure.",
        };
    }
}
