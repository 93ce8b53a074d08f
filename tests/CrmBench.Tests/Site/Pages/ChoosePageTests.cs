using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Site.Pages;
using CrmBench.Site.Words;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Pages;

public class ChoosePageTests
{
    [Fact]
    public void The_best_of_each_dimension_is_named_with_what_that_proves()
    {
        var lines = Lines(World(("a", 80, 0.9, 5), ("b", 79, 0.2, 1), ("c", 30, 0.1, 9)));

        Assert.Equal(["Best “success”", "Cheapest", "Fastest"], lines.Select(line => line.Name));
        Assert.Equal(["a", "c", "b"], lines.Select(line => line.Label));
        Assert.Equal(
            [
                "b is not shown to be worse.",
                "No spread is known, so nobody can say how sure that is. Next: b, $200\u00a0per 1,000 calls.",
                "Its lead over every other is larger than the noise.",
            ],
            lines.Select(line => line.HowSure));
    }

    [Fact]
    public void A_benchmark_names_what_being_best_is_called_and_lower_is_not_called_best()
    {
        Assert.Equal("Fewest errors", LeaderText.Superlative(Group("errors", Percent("flags") with { Better = Direction.Lower }) with { Best = "Fewest errors" }));
        Assert.Equal("Lowest “errors”", LeaderText.Superlative(Group("errors", Percent("flags") with { Better = Direction.Lower })));
    }

    [Fact]
    public void Counts_that_were_measured_elsewhere_are_left_to_those_who_ask()
    {
        var other = Origin with { Url = "https://example.org/other" };
        var world = new SmallWorld
        {
            UseCases = [Case("a"), Case("b")],
            Dimensions = [Group("success", Percent("solved")), Group("speed", Plain("mean", Unit.Seconds))],
            RankBy = "success",
        };
        world.Add("a", scores: [Score("solved", 80, "a", n: 9), Score("solved", 80, "b", n: 9), Score("mean", 2) with { Source = other }]);

        var board = Assert.Single(Page(world).Boards);

        Assert.Equal(["Best “success”"], board.Leaders.Select(line => line.Name));
        var line = Assert.Single(board.Others);
        Assert.Equal("Fastest", line.Name);
        Assert.Equal(("measured", "elsewhere"), (line.Figure?.Said, line.Figure?.Apart));
    }

    [Fact]
    public void Equal_rows_share_the_place() =>
        Assert.Equal("Shared with b, equal to the last digit.", Lines(World(("a", 80, 0.1, 1), ("b", 50, 0.1, 2)))[1].HowSure);

    [Fact]
    public void Rows_without_a_figure_are_counted() =>
        Assert.Equal("1\u00a0complete row has no figure.", Lines(World(("a", 80, 0.1, 1), ("b", 50, 0.2, 2), ("c", 40, null, 3)))[1].Without);

    [Fact]
    public void A_lone_figure_is_no_choice() => Assert.Equal(
        "The only complete row with a figure, so there was no choice.",
        Lines(World(("a", 80, 0.1, 1), ("b", 50, null, 2)))[1].HowSure);

    [Fact]
    public void Prices_times_tokens_are_exact()
    {
        var world = new SmallWorld
        {
            UseCases = [Case("a", profile: "p")],
            Dimensions = [Group("success", Percent("solved")), Group("cost", Plain("usd", Unit.Usd))],
            Profiles = [new("p", "P", 1000, 1000)],
            RankBy = "success",
        };
        world.AddPrice(new("a", 1, 1, null, null, null, "list")).AddPrice(new("b", 2, 2, null, null, null, "list"))
            .Add("a", scores: [Score("solved", 80, "a", n: 100)]).Add("b", scores: [Score("solved", 70, "a", n: 100)]);

        Assert.Equal("Prices times tokens are exact. Next: b, $4.00\u00a0per 1,000 calls.", Lines(world)[1].HowSure);
    }

    [Fact]
    public void Every_figure_of_the_page_is_among_the_computed_ones_under_its_key()
    {
        var world = World(("a", 80, 0.9, 5), ("b", 79, 0.2, 1));
        var computed = ComputedValues.Of(world.Scored());

        Assert.All(ComputedValues.KeysIn(Page(world)), key => Assert.True(computed.ContainsKey(key), key));
    }

    private static SmallWorld World(params (string Model, double Solved, double? Usd, double Seconds)[] rows)
    {
        var world = new SmallWorld
        {
            UseCases = [Case("a")],
            Dimensions = [Group("success", Percent("solved")), Group("cost", Plain("usd", Unit.Usd)), Group("speed", Plain("mean", Unit.Seconds))],
            RankBy = "success",
        };
        foreach (var (model, solved, usd, seconds) in rows)
        {
            world.Add(
                model,
                scores: [Score("solved", solved, "a", n: 100), Score("mean", seconds, "a", n: 100, sd: 0.1)],
                costs: usd is null ? [] : [new(MeasuredAt.Whole, usd, null, Origin, new("costs.csv", 2))]);
        }

        return world;
    }

    private static ChoosePageModel Page(SmallWorld world) => ChoosePage.Model(new SiteIndex(world.Scored(), []), prose: null);

    private static ImmutableArray<LeaderLine> Lines(SmallWorld world) => Assert.Single(Page(world).Boards).Leaders;
}
