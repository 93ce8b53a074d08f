using System.Collections.Immutable;
using System.Globalization;
using CrmBench.CarryOver.Published;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Scoring;
using CrmBench.Tests.Support;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.CarryOver;

/// <summary>Nine kinds of error come from the same ratings: what their average is worth, by values that another program computed.</summary>
public sealed class RatedOutputsErrorsTests
{
    private static readonly ImmutableArray<string> Kinds = [.. RatedOutputsBoard.Flags.Where(flag => flag != "harmful")];

    [Theory]
    [InlineData("MPT 30B Instruct", 6.8, 0.86, 1295, 300)]
    [InlineData("Cohere Command 52B", 6.9, 0.84, 1266, 300)]
    [InlineData("Human reference", 7.0, 0.89, 1100, 240)]
    [InlineData("Falcon 40B Instruct", 7.7, 1.08, 1286, 300)]
    [InlineData("Cohere Command 6B", 9.4, 0.96, 1339, 300)]
    public void The_average_of_flags_of_the_same_ratings_has_the_error_of_the_items(
        string model, double value, double halfWidth, long ratings, long items)
    {
        var errors = World(model).Board().Complete.Single().RankedBy.Estimate!;

        Assert.Equal(value, errors.Value, 1);
        Assert.Equal(halfWidth, StudentT.Quantile(0.975, errors.DegreesOfFreedom) * errors.StandardError!.Value, 0.006);
        Assert.Equal(halfWidth, errors.Interval!.HalfWidth, 0.006);
        Assert.Equal((ratings, items, CountOf.Items), (errors.Judgments!.Value, errors.Count!.Value, errors.CountOf));
    }

    [Fact]
    public void Two_models_are_compared_item_by_item()
    {
        var release = World("MPT 30B Instruct", "Falcon 40B Instruct").Release();

        var leader = LeaderScorer.Of(release.Boards[0]).Single();
        var falcon = leader.Others.Single();

        Assert.Equal("MPT 30B Instruct", leader.Row.Submission.Id);
        Assert.Equal(0.84, falcon.Value, 0.005);
        Assert.Equal(-0.48, falcon.Interval!.Low, 0.005);
        Assert.Equal(2.15, falcon.Interval.High, 0.007);
        Assert.Equal((0, true), (falcon.Verdict!.Value, falcon.IsPaired));
    }

    private static SourceFolder Source()
    {
        SharedData.PathOf("human-feedback");
        return new SourceFolder(SharedData.Folder!);
    }

    private static SmallWorld World(params string[] models)
    {
        var rows = RatedOutputsBoard.Detailed(Source()).Where(row => row["attention_ok"] == "1").ToList();
        var useCases = rows.Where(row => models.Contains(row["model"])).Select(row => row["dataset"]).Distinct().Order(StringComparer.Ordinal);
        var errors = Group("errors", [.. Kinds.Select(Flag)]);
        var world = new SmallWorld { UseCases = [.. useCases.Select(useCase => Case(useCase))], Dimensions = [errors], RankBy = "errors" };
        foreach (var model in models)
        {
            world.Add(model, sums: Sums(rows.Where(row => row["model"] == model)));
        }

        return world;
    }

    private static Metric Flag(string id) =>
        Rated(id) with { Unit = Unit.Percent, Scale = new RatingScale(0, 1, []), Better = Direction.Lower };

    private static ItemSumTable Sums(IEnumerable<SourceRow> rows) => new(
        Kinds,
        [
            .. rows.GroupBy(row => (UseCase: row["dataset"], Item: row["sample_ix"])).Select(item => new ItemSums(
                item.Key.UseCase,
                item.Key.Item,
                "people",
                item.Count(),
                [.. Kinds.Select(kind => (int?)item.Sum(row => int.Parse(row[kind], CultureInfo.InvariantCulture)))],
                Origin)),
        ],
        new SourcePlace("item-sums.csv"));
}
