using CrmBench.Core.Model;
using CrmBench.Data.Sanity;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Data.Sanity;

/// <summary>Two submissions of a release that share what they could hardly share by chance are told of; those that differ in anything that tells are not.</summary>
public class CopyCheckTests
{
    private const string Copied = "CB0803";
    private const string MostlyCopied = "CB0804";

    private static readonly RatingTable Table = Rated(10, item => 1 + (item % 4));

    private static readonly Dictionary<string, RatingTable> Others = new()
    {
        ["names of use cases"] = Table with { UseCases = ["b"] },
        ["names of items"] = Table with { Items = [.. Table.Items.Select(item => item + "'")] },
        ["where names end"] = Table with { Items = [.. Table.Items[..1].Select(item => item + "1"), .. Table.Items[1..2].Select(item => item[1..]), .. Table.Items[2..]] },
        ["names of raters"] = Table with { Raters = ["ben"] },
        ["names of metrics"] = Table with { Metrics = ["style"] },
        ["criteria"] = Table with { Criteria = ["price"], Criterion = [0, -1, -1, -1, -1, -1, -1, -1, -1, -1] },
        ["order of items"] = Table with { Item = [1, 0, .. Table.Item[2..]] },
        ["one value"] = Table with { Values = [[2, .. Table.Values[0][1..]]] },
        ["number of rows"] = Rated(11, item => 1 + (item % 4)),
    };

    public static TheoryData<string> Kinds => [.. Others.Keys];

    [Fact]
    public void The_same_ratings_are_told() => Assert.Equal([Copied], Told(Table, Rated(10, item => 1 + (item % 4))));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Ratings_that_differ_in_anything_are_not(string kind) => Assert.Empty(Told(Table, Others[kind]));

    [Fact]
    public void Few_ratings_or_ratings_that_are_all_alike_prove_nothing()
    {
        Assert.Empty(Told(Rated(9, item => 1 + (item % 4)), Rated(9, item => 1 + (item % 4))));
        Assert.Empty(Told(Rated(10, _ => 4), Rated(10, _ => 4)));
        Assert.Empty(Told(Rated(10, item => item == 0 ? null : 4), Rated(10, item => item == 0 ? null : 4)));
    }

    [Theory]
    [InlineData(5, 5, Copied)]
    [InlineData(6, 5, MostlyCopied)]
    [InlineData(7, 5, null)]
    [InlineData(4, 4, null)]
    [InlineData(10, 8, MostlyCopied)]
    [InlineData(10, 7, null)]
    public void Scores_are_told_from_five_on_that_are_four_fifths_of_all(int count, int equal, string? code)
    {
        var one = Enumerable.Range(0, count).Select(i => Score("solved", 50.5 + i, Case(i)));
        var other = Enumerable.Range(0, count).Select(i => Score("solved", i < equal ? 50.5 + i : 10.5 + i, Case(i)));

        var told = Codes(new SmallWorld { UseCases = Cases, Dimensions = [Group("accuracy", Percent("solved"))] }.Add("one", scores: one).Add("two", scores: other));

        Assert.Equal(code is null ? [] : [code], told);
    }

    [Fact]
    public void Whole_figures_are_common_and_tell_nothing()
    {
        var scores = Enumerable.Range(0, 8).Select(i => Score("solved", 50 + i, Case(i))).ToArray();

        Assert.Empty(Codes(new SmallWorld { UseCases = Cases, Dimensions = [Group("accuracy", Percent("solved"))] }.Add("one", scores: scores).Add("two", scores: scores)));
    }

    [Fact]
    public void A_third_copy_is_told_of_the_one_that_it_shares_most_with()
    {
        PublishedScore[] Of(int shift) => [.. Enumerable.Range(0, 6).Select(i => Score("solved", 50.5 + i + (i == 0 ? shift : 0), Case(i)))];

        var world = new SmallWorld { UseCases = Cases, Dimensions = [Group("accuracy", Percent("solved"))] }
            .Add("one", scores: Of(1)).Add("two", scores: Of(2)).Add("three", scores: Of(2));

        Assert.Equal(
            ["data/three/submission.json CB0803 'two'", "data/two/submission.json CB0804 'one'"],
            CopyCheck.Run(world.Scored().Catalogue.Benchmarks[0].Releases[0])
                .Select(told => $"{told.Place.Path} {told.Code} '{told.Message.Split('\'')[1]}'").Order(StringComparer.Ordinal));
    }

    private static readonly System.Collections.Immutable.ImmutableArray<UseCase> Cases = [.. Enumerable.Range(0, 12).Select(i => SmallWorld.Case(Case(i)))];

    private static string Case(int number) => FormattableString.Invariant($"case-{number}");

    private static RatingTable Rated(int count, Func<int, int?> value) =>
        Ratings(["facts"], [.. Enumerable.Range(0, count).Select(i => ("a", FormattableString.Invariant($"{i}-item"), "ann", new[] { value(i) }))]);

    private static string[] Told(RatingTable one, RatingTable other) => Codes(
        new SmallWorld { UseCases = [SmallWorld.Case("a"), SmallWorld.Case("b")], Dimensions = [Accuracy("facts", "style")] }.Add("one", one).Add("two", other));

    private static string[] Codes(SmallWorld world) => [.. CopyCheck.Run(world.Scored().Catalogue.Benchmarks[0].Releases[0]).Select(told => told.Code)];
}
