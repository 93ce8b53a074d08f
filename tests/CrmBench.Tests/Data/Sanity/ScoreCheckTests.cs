using CrmBench.Core.Model;
using CrmBench.Core.Statistics;
using CrmBench.Data.Sanity;
using CrmBench.Tests.Core.Scoring;

namespace CrmBench.Tests.Data.Sanity;

public class ScoreCheckTests
{
    private static readonly Dictionary<string, Metric> Metrics = new() { ["facts"] = SmallWorld.Rated("facts") };

    // Raters within an item first, or all ratings alike; every item by as many raters, or not: what people may honestly report.
    [Fact]
    public void Honest_means_of_items_with_several_raters_are_never_called_impossible()
    {
        var random = Xoshiro256.FromText("honest rows");
        var scores = Enumerable.Range(0, 2400).SelectMany(_ => Honest(random)).ToArray();

        Assert.Equal(9600, scores.Length);
        Assert.Empty(Warnings(scores));
    }

    [Theory]
    [InlineData(10, null, null)]
    [InlineData(10, 10, null)]
    [InlineData(10, 5, 2)]
    [InlineData(10, null, 1)]
    public void A_mean_that_no_ratings_of_the_stated_number_have_is(int n, int? items, int? raters) =>
        Assert.Single(Warnings(SmallWorld.Score("facts", 3.51, "a", n: n) with { Items = items, Raters = raters }));

    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(int.MaxValue)]
    public void Of_very_many_ratings_every_mean_is_possible(int n) => Assert.Empty(Warnings(SmallWorld.Score("facts", 3.51, "a", n: n)));

    private static IEnumerable<PublishedScore> Honest(Xoshiro256 random)
    {
        var (items, raters) = (5 + random.NextInt(40), 2 + random.NextInt(4));
        var even = Draw(random, items, _ => raters);
        var uneven = Draw(random, items, _ => 1 + random.NextInt(raters));
        yield return Row(even.Average(item => item.Average()), items * raters) with { Items = items, Raters = raters };
        yield return Row(even.Average(item => item.Average()), items);
        yield return Row(uneven.Average(item => item.Average()), uneven.Sum(item => item.Length)) with { Items = items };
        yield return Row(uneven.SelectMany(item => item).Average(), uneven.Sum(item => item.Length));
    }

    private static int[][] Draw(Xoshiro256 random, int items, Func<int, int> ratersOf) =>
        [.. Enumerable.Range(0, items).Select(item => Enumerable.Range(0, ratersOf(item)).Select(_ => 1 + random.NextInt(4)).ToArray())];

    private static PublishedScore Row(double mean, int n) => SmallWorld.Score("facts", Math.Round(mean, 2), "a", n: n);

    private static IEnumerable<object> Warnings(params PublishedScore[] scores)
    {
        // One submission a row: a figure stands once in each.
        var submission = new SmallWorld().Add("m", scores: scores).Scored().Catalogue.Benchmarks[0].Releases[0].Submissions[0];
        return ScoreCheck.Run(submission, Metrics).Where(warning => warning.Code == "CB0801");
    }
}
