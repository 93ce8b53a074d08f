using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Tests.Core.Scoring;

/// <summary>Costs of an old release at later list prices; the expected money is counted by hand.</summary>
public sealed class RepricingTests
{
    private static readonly DateOnly s_read = new(2026, 8, 5);

    // 500 * 2.5 + 250 * 10 = 3,750 and 3,000 * 2.5 + 250 * 10 = 10,000 millionths of a dollar.
    private const double Short = 0.00375, Long = 0.01;

    [Fact]
    public void Counts_the_tokens_of_each_profile_at_the_price_of_the_day()
    {
        var repricing = Assert.Single(Reprice(World().AddPrice(Price("m", 2.5, 10))));

        Assert.Null(repricing.Gap);
        Assert.Equal([Short, Long], repricing.UseCases.Select(one => Math.Round(one.Usd, 12)));
        Assert.Equal((Short + Long) / 2, repricing.Usd!.Value, 12);
    }

    [Fact]
    public void Weighs_use_cases_as_the_board_does()
    {
        var weights = new Dictionary<string, double> { ["a"] = 3, ["b"] = 1 };

        var repricing = Assert.Single(Reprice(World(weights).AddPrice(Price("m", 2.5, 10))));

        Assert.Equal(((3 * Short) + Long) / 4, repricing.Usd!.Value, 12);
    }

    [Fact]
    public void Keeps_the_published_cost_beside_the_new_one()
    {
        var repricing = Assert.Single(Reprice(World().AddPrice(Price("m", 2.5, 10))));

        Assert.Equal([0.0058, 0.0159], repricing.UseCases.Select(one => one.Published.Value));
        Assert.Equal((0.0058 + 0.0159) / 2, repricing.Score.Estimate!.Value, 12);
    }

    [Fact]
    public void Takes_no_price_that_ended_before_the_day_or_begins_after_it()
    {
        var world = World()
            .AddPrice(Price("m", 5, 15) with { ValidFrom = new(2024, 6, 1), ValidTo = s_read })
            .AddPrice(Price("m", 1, 2) with { ValidFrom = s_read.AddDays(1) });

        var repricing = Assert.Single(Reprice(world));

        Assert.Equal((RepricingGap.NoPrice, (double?)null), (repricing.Gap, repricing.Usd));
    }

    [Fact]
    public void Never_scales_a_total_whose_tokens_are_not_known()
    {
        // Both prices halved: a total could be halved, if the release's own price were known to be its price.
        var world = new SmallWorld { Dimensions = [CostOf()], RankBy = "cost" }
            .Add("m", costs: [Cost(null, 0.3)])
            .AddPrice(Price("m", 2, 8) with { ValidTo = s_read })
            .AddPrice(Price("m", 1, 4) with { ValidFrom = s_read });

        var repricing = Assert.Single(Reprice(world));

        Assert.Equal((RepricingGap.NoTokens, (double?)null), (repricing.Gap, repricing.Usd));
    }

    [Theory]
    [InlineData(40, 0.00025)]
    [InlineData(null, null)]
    public void Takes_the_mean_of_the_own_calls_where_every_one_states_its_tokens(int? secondOutput, double? usd)
    {
        // 100 and 300 tokens in, 60 and 40 out: 200 * 1 + 50 * 1 = 250 millionths.
        var world = new SmallWorld { UseCases = [SmallWorld.Case("a")], Dimensions = [CostOf()], RankBy = "cost" }
            .Add("m", costs: [Cost("a", 0.3)], calls: [Call(100, 60), Call(300, secondOutput)])
            .AddPrice(Price("m", 1, 1));

        var repricing = Assert.Single(Reprice(world));

        Assert.Equal(usd, repricing.Usd is { } found ? Math.Round(found, 12) : null);
        Assert.Equal(usd is null ? RepricingGap.NoTokens : null, repricing.Gap);
    }

    [Fact]
    public void Leaves_a_release_alone_that_is_not_older_than_the_prices()
    {
        var world = World().AddPrice(Price("m", 2.5, 10));

        Assert.Empty(Reprice(world, world.Board().Release.Date));
        Assert.Empty(Reprice(world, null));
    }

    private static Repricing[] Reprice(SmallWorld world) => Reprice(world, s_read);

    private static Repricing[] Reprice(SmallWorld world, DateOnly? read)
    {
        var scored = world.Scored();
        var catalogue = scored.Catalogue with { Site = scored.Catalogue.Site with { PricesReadOn = read } };
        return [.. Repricing.Of(catalogue, scored.Benchmarks[0].Releases[0].Boards[0])];
    }

    private static SmallWorld World(Dictionary<string, double>? weights = null) => new SmallWorld
    {
        Profiles = [new("short", "Short", 500, 250), new("long", "Long", 3000, 250)],
        UseCases = [SmallWorld.Case("a", "short"), SmallWorld.Case("b", "long")],
        Dimensions = [CostOf()],
        RankBy = "cost",
        Weights = (weights ?? []).ToImmutableSortedDictionary(),
    }.Add("m", costs: [Cost("a", 0.0058), Cost("b", 0.0159)]);

    private static Dimension CostOf() => SmallWorld.Group("cost", SmallWorld.Plain("usd", Unit.Usd));

    private static TokenPrice Price(string model, double input, double output) => new(model, input, output, null, null, null, "a list");

    private static PublishedCost Cost(string? useCase, double usd) => new(new MeasuredAt(useCase, null), usd, null, SmallWorld.Origin, new("costs.csv", 2, 1));

    private static TimedCall Call(int input, int? output) => new(new MeasuredAt("a", null), "", 1, CallStatus.Ok, input, output);
}
