using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Browser;
using CrmBench.Tests.Core.Scoring;

namespace CrmBench.Tests.Site.Browser;

public class ItemMeansTests
{
    [Fact]
    public void One_character_an_item_counts_from_the_lowest_grade_in_steps_of_the_denominator()
    {
        var means = Of(SmallWorld.Rated("facts"), [1, 1.5, 4, double.NaN, 2 + (1 / 3.0)]);

        Assert.Equal(6, means.Denominator);
        Assert.Equal("#&5 +", means.Texts[0]);
    }

    [Fact]
    public void Every_mean_of_whole_ratings_reads_back_to_the_last_bit()
    {
        var random = Xoshiro256.FromText("item means");
        foreach (var metric in (Metric[])[SmallWorld.Rated("facts"), Flag])
        {
            for (var trial = 0; trial < 300; trial++)
            {
                var factor = metric.Unit == Unit.Percent ? 100.0 : 1;
                double[] expected =
                [
                    .. Enumerable.Range(0, 20).Select(_ => 1 + random.NextInt(5)).Select(raters => random.NextInt(6) == 0
                        ? double.NaN
                        : factor * Enumerable.Range(0, raters).Sum(_ => metric.Scale!.Lowest + random.NextInt(2)) / raters),
                ];

                Assert.Equal(expected, Read(Of(metric, expected), metric));
            }
        }
    }

    [Fact]
    public void Means_that_one_character_cannot_tell_are_plain_numbers()
    {
        var wide = SmallWorld.Rated("facts") with { Scale = new RatingScale(0, 100, []) };

        var fine = Of(SmallWorld.Rated("facts"), [Math.PI, double.NaN]);
        var long_ = Of(wide, [0, 100]);

        Assert.Equal(0, fine.Denominator);
        Assert.Null(fine.Texts[0]);
        Assert.Equal([Math.PI, null], fine.NumbersOf(0));
        Assert.Null(long_.Texts[0]);
        Assert.Equal([0, 100], long_.NumbersOf(0));
    }

    private static Metric Flag => SmallWorld.Rated("facts") with { Unit = Unit.Percent, Scale = new RatingScale(0, 1, []) };

    private static ItemMeans Of(Metric metric, double[] means) => ItemMeans.Of(
        new RatedGroup("a", "people", [.. Enumerable.Range(0, means.Length)], ["facts"], [means], [means.Length], [new Interval(0, 100)], new ConfidenceLevel(0.95)),
        [metric]);

    /// <summary>What the browser reads.</summary>
    private static IEnumerable<double> Read(ItemMeans means, Metric metric) => means.Texts[0] is not { } text
        ? means.NumbersOf(0).Select(mean => mean ?? double.NaN)
        : text.Select(code => code == ' '
            ? double.NaN
            : (metric.Unit == Unit.Percent ? 100.0 : 1)
                * ((metric.Scale!.Lowest * means.Denominator) + code - (code > '\\' ? '#' + 1 : '#')) / means.Denominator);
}
