using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>
/// An invented board where nothing is even: raters and metrics missing item by item, other items for other models, an item rated by
/// one alone, ratings all alike, weights, parts with and without their own figure, profiles, whole models, bands without money.
/// </summary>
internal static class UnevenWorld
{
    private static readonly string[] Metrics = ["facts", "brevity", "safe"];

    private static readonly string[] Raters = ["judge", "one", "two", "three", "four", "five"];

    private static readonly Xoshiro256 Seed = Xoshiro256.FromText("an uneven world");

    private static readonly Lazy<ScoredRelease> Made = new(Make);

    public static ScoredRelease Release() => Made.Value;

    private static ScoredRelease Make()
    {
        var world = new SmallWorld
        {
            UseCases = [Case("a", "short", 1000), Case("b", "long"), Case("c", "short"), Case("d"), Case("e", "long")],
            Profiles = [new("short", "Short", 500, 250), new("long", "Long", 3000, 250)],
            Weights = ImmutableSortedDictionary<string, double>.Empty.Add("a", 2).Add("c", 0.3),
            Dimensions =
            [
                Accuracy("facts", "brevity"),
                Group("care", Flag("safe"), Percent("kept") with { Parts = [Percent("kept-once"), Percent("kept-often")] }, Percent("shown", counted: false)),
                Group("speed", Plain("mean", Unit.Seconds), Plain("slowest", Unit.Seconds, Statistic.P95, counted: false)),
                Group("cost", Plain("usd", Unit.Usd)) with
                {
                    Tiers = new Tiers(true, [new("low", "Low", null), new("middle", "Middle", null), new("high", "High", null)], ""),
                },
            ],
        };
        for (var model = 0; model < 14; model++)
        {
            Add(world, model);
        }

        return world.Release();
    }

    private static void Add(SmallWorld world, int model)
    {
        string[] useCases = model == 3 ? ["a", "b"] : model == 4 ? ["d"] : ["a", "b", "c", "d", "e"];
        var name = $"model-{model}";
        var scores = useCases.SelectMany(useCase => new[]
        {
            model % 3 == 0 ? Score("kept", Seed.NextInt(101), useCase, n: 40) : null,
            model % 3 > 0 ? Score("kept-once", Seed.NextInt(101), useCase, trials: 100, successes: Seed.NextInt(101)) : null,
            model % 3 > 0 && useCase != "c"
                ? Score("kept-often", 50 + Seed.NextDouble(), useCase, n: 60, sd: 12) with { Sample = model % 2 == 0 ? "often" : "" }
                : null,
            model % 2 == 0 ? Score("shown", Seed.NextInt(101), useCase, low: 0, high: 100, level: 0.9) : null,
        }).OfType<PublishedScore>();
        var mean = Score("mean", 1 + Seed.NextDouble(), n: 30, sd: 0.4);
        // One was measured elsewhere.
        var whole = model % 4 != 1 ? Array.Empty<PublishedScore>()
            : [model == 1 ? mean with { Source = Origin with { Url = "https://example.org/elsewhere" } } : mean];
        var rows = model == 5 ? [] : Rows(model, useCases).ToArray();
        var added = model is 1 or 2 or 10;
        world.Add(
            name,
            ratings: model == 5 || added ? null : Ratings(Metrics, rows),
            sums: added ? Sums(rows) : null,
            scores: scores.Concat(whole),
            correlations: model % 3 == 1 ? [Correlation("a", 0.35), Correlation("d", -0.2)] : [],
            costs: Costs(model),
            calls: model % 4 == 2 ? Calls() : [],
            judges: [new Judge("judge", null, "programs")]);
        if (model % 4 == 3)
        {
            world.AddPrice(new TokenPrice(name, 1 + Seed.NextDouble(), 8, null, null, null, "list"));
        }
    }

    // Of every third model the source says how the parts of a metric move together.
    private static ErrorCorrelation Correlation(string useCase, double correlation) =>
        new(new(useCase, null), "programs", "kept-often", "kept-once", correlation, new SourcePlace("correlations.csv", 2));

    // Of three models the ratings are added up by item; a metric that fewer rated has a row of its own.
    private static ItemSumTable Sums((string UseCase, string Item, string Rater, int?[] Values)[] rows) => new(
        [.. Metrics],
        [
            .. from row in rows
               where row.Rater != "judge"
               group row by (row.UseCase, row.Item) into item
               from metric in Enumerable.Range(0, Metrics.Length)
               let values = item.Select(row => row.Values[metric]).OfType<int>().ToArray()
               where values.Length > 0
               select new ItemSums(
                   item.Key.UseCase,
                   item.Key.Item,
                   "people",
                   values.Length,
                   [.. Metrics.Select((_, m) => m == metric ? values.Sum() : (int?)null)],
                   Origin),
        ],
        new SourcePlace("item-sums.csv"));

    private static Metric Flag(string id) => Rated(id) with { Unit = Unit.Percent, Scale = new RatingScale(0, 1, []) };

    private static IEnumerable<(string UseCase, string Item, string Rater, int?[] Values)> Rows(int model, string[] useCases)
    {
        foreach (var useCase in useCases)
        {
            // Most share items 3 to 9; one has a single item, one shares but one with the others.
            var first = model == 6 ? 9 : model > 11 ? 3 : Seed.NextInt(4);
            var last = model == 7 ? first + 1 : model > 11 ? 10 : 10 + Seed.NextInt(8);
            for (var item = first; item < last; item++)
            {
                for (var rater = 0; rater < Raters.Length; rater++)
                {
                    if (model is 8 or 9 or > 11 ? rater < 4 : Raters[rater] == "judge" || Seed.NextInt(3) > 0)
                    {
                        yield return (useCase, $"item-{item}", Raters[rater], Values(model, item, rater));
                    }
                }
            }
        }
    }

    private static int?[] Values(int model, int item, int rater) => model switch
    {
        // No spread at all: all grades alike, or all items alike with a mean that has no end as a binary number.
        8 => [3, 3, 1],
        9 => [rater == 3 ? 3 : 2, 3, 1],

        // The same grades for the items in opposite order: their averages are equal but for the last bits.
        12 => [1 + (((item * 7) + rater) % 4), 2, item % 2],
        13 => [1 + ((((12 - item) * 7) + rater) % 4), 2, item % 2],

        // The judge never looks at brevity of model 10.
        _ =>
        [
            Seed.NextInt(5) > 0 ? 1 + Seed.NextInt(4) : null,
            (rater > 0 || model != 10) && Seed.NextInt(5) > 0 ? Math.Min(4, 2 + Seed.NextInt(4)) : null,
            Seed.NextInt(3) > 0 ? Seed.NextInt(2) : null,
        ],
    };

    private static PublishedCost[] Costs(int model)
    {
        string[] bands = ["low", "middle", "high"];
        var place = new SourcePlace("costs.csv", 2);
        PublishedCost Cost(MeasuredAt at, double? usd, string? band) => new(at, usd, band, Origin, place);
        return (model % 4) switch
        {
            0 => [Cost(new(null, "short"), 0.001 * (1 + model), bands[model % 3]), Cost(new(null, "long"), null, "high")],
            1 => [Cost(MeasuredAt.Whole, 0.02 + (0.001 * model), null)],
            2 => [Cost(new("a", null), 0.5, "middle"), Cost(MeasuredAt.Whole, 0.25, "low")],
            _ => [],
        };
    }

    private static IEnumerable<TimedCall> Calls() => Enumerable.Range(0, 60).Select(i => new TimedCall(
        i % 3 == 0 ? new("a", null) : new(null, i % 3 == 1 ? "short" : "long"),
        "",
        i == 7 ? null : 0.5 + (3 * Seed.NextDouble()),
        i == 7 ? CallStatus.Error : CallStatus.Ok,
        null,
        null));
}
