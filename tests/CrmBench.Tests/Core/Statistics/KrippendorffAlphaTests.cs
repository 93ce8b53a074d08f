using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class KrippendorffAlphaTests
{
    private const double X = double.NaN;
    private static readonly ConfidenceLevel Level = new(0.95);

    // K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), example C: 12 units (rows here) by 4 observers.
    private static readonly double[] Published =
    [
        1, 1, X, 1,
        2, 2, 3, 2,
        3, 3, 3, 3,
        3, 3, 3, 3,
        2, 2, 2, 2,
        1, 2, 3, 4,
        4, 4, 4, 4,
        1, 1, 2, 1,
        2, 2, 2, 2,
        X, 5, 5, 5,
        X, X, 1, 1,
        X, 3, X, X,
    ];

    [Theory]
    [InlineData(MeasurementLevel.Nominal, 0.743)]
    [InlineData(MeasurementLevel.Ordinal, 0.815)]
    [InlineData(MeasurementLevel.Interval, 0.849)]
    public void The_published_example_comes_back(MeasurementLevel measurement, double published) =>
        Assert.Equal(published, KrippendorffAlpha.Estimate(Units(Published, 4), measurement)!.Value, 0.0005);

    [Fact]
    public void A_unit_rated_once_is_left_out()
    {
        var units = Units(Published, 4);

        Assert.Equal(11, units.Count);
        Assert.Equal(40, units.RatingCount);
    }

    [Theory]
    [InlineData("campus", "coherence", 0.475, 0.553)]
    [InlineData("campus", "consistency", 0.407, 0.493)]
    [InlineData("campus", "fluency", 0.010, 0.134)]
    [InlineData("campus", "relevance", 0.312, 0.387)]
    public void DialSummEval_ratings_agree_as_an_independent_program_found(string pool, string metric, double ordinal, double interval)
    {
        var units = DialSummEval(pool, metric);

        Assert.Equal(1400, units.Count);
        Assert.Equal(100, units.ClusterCount);
        Assert.Equal(ordinal, KrippendorffAlpha.Estimate(units, MeasurementLevel.Ordinal)!.Value, 0.0005);
        Assert.Equal(interval, KrippendorffAlpha.Estimate(units, MeasurementLevel.Interval)!.Value, 0.0005);
    }

    [Theory]
    [InlineData("coherence")]
    [InlineData("consistency")]
    [InlineData("fluency")]
    [InlineData("relevance")]
    public void DialSummEval_ratings_by_crowd_workers_agree_no_more_than_chance(string metric)
    {
        var units = DialSummEval("amt", metric);

        Assert.InRange(KrippendorffAlpha.Estimate(units, MeasurementLevel.Ordinal)!.Value, -0.0145, -0.0045);
        Assert.InRange(KrippendorffAlpha.Estimate(units, MeasurementLevel.Interval)!.Value, -0.0145, -0.0045);
    }

    [Theory]
    [InlineData(MeasurementLevel.Nominal)]
    [InlineData(MeasurementLevel.Ordinal)]
    [InlineData(MeasurementLevel.Interval)]
    public void It_equals_the_definition_over_all_pairs_of_ratings(MeasurementLevel measurement)
    {
        var random = Xoshiro256.FromText("pairs");
        for (var round = 0; round < 50; round++)
        {
            var table = Enumerable.Range(0, 5 * 12).Select(_ => random.NextDouble() < 0.2 ? X : 1 + random.NextInt(5)).ToArray();

            var alpha = KrippendorffAlpha.Estimate(Units(table, 5), measurement)!.Value;
            Assert.Equal(ByDefinition(table, 5, measurement), alpha, 1e-12);
        }
    }

    [Fact]
    public void Raters_and_units_may_come_in_any_order()
    {
        int[] units = [7, 3, 7, 3, 3, 5, 5];
        double[] ratings = [1, 4, 2, 4, 3, 2, 2];

        var (forth, back) = (RatedUnits.FromRows(units, ratings), RatedUnits.FromRows([.. units.Reverse()], [.. ratings.Reverse()]));

        Assert.Equal(
            KrippendorffAlpha.Estimate(forth, MeasurementLevel.Ordinal),
            KrippendorffAlpha.Estimate(back, MeasurementLevel.Ordinal));
    }

    [Theory]
    [InlineData(MeasurementLevel.Nominal)]
    [InlineData(MeasurementLevel.Ordinal)]
    [InlineData(MeasurementLevel.Interval)]
    public void Full_agreement_is_1_and_no_variety_no_ratings_and_infinity_have_none(MeasurementLevel measurement)
    {
        Assert.Equal(1, KrippendorffAlpha.Estimate(Units([1, 1, 4, 4, 2, 2], 2), measurement));
        Assert.Null(KrippendorffAlpha.Estimate(Units([3, 3, 3, 3], 2), measurement));
        Assert.Null(KrippendorffAlpha.Estimate(Units([], 2), measurement));
        Assert.Null(KrippendorffAlpha.Estimate(Units([1, X, X, 2], 2), measurement));
        Assert.Null(KrippendorffAlpha.Estimate(Units([1, 2, 3, double.PositiveInfinity], 2), measurement));
    }

    [Fact]
    public void The_bootstrap_interval_holds_the_estimate_and_repeats_for_the_same_seed()
    {
        var units = Units(Published, 4);

        var (first, again, other) = (Bootstrap(units, "a"), Bootstrap(units, "a"), Bootstrap(units, "b"));

        Assert.True(first!.Contains(0.815));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Drawing_whole_items_widens_the_interval_when_their_units_are_alike()
    {
        // Ten items, each with twenty answers that all got the same two ratings.
        var random = Xoshiro256.FromText("items");
        var rows = Enumerable.Range(0, 10).SelectMany(item =>
        {
            double[] pair = [1 + random.NextInt(4), 1 + random.NextInt(4)];
            return Enumerable.Range(20 * item, 20).SelectMany(unit => pair.Select(rating => (Item: item, Unit: unit, Rating: rating)));
        }).ToArray();
        int[] unitOf = [.. rows.Select(row => row.Unit)];
        double[] ratings = [.. rows.Select(row => row.Rating)];

        var byUnit = Bootstrap(RatedUnits.FromRows(unitOf, ratings), "seed")!;
        var byItem = Bootstrap(RatedUnits.FromRows(unitOf, ratings, [.. rows.Select(row => row.Item)]), "seed")!;

        Assert.True(byItem.HalfWidth > 3 * byUnit.HalfWidth);
    }

    [Fact]
    public void Too_few_items_or_too_little_variety_have_no_bootstrap_interval()
    {
        Assert.Null(Bootstrap(Units([1, 2], 2), "one"));
        Assert.Null(Bootstrap(Units([3, 3, 3, 3], 2), "constant"));
        Assert.Null(Bootstrap(Units([3, 3, 3, 3, 3, 4], 2), "often constant"));
    }

    [Fact]
    public void Rows_that_do_not_fit_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RatedUnits.FromRows([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => RatedUnits.FromRows([1, 1], [1, 2], [1]));
    }

    /// <summary>The units of a table with one row a unit and one column a rater.</summary>
    private static RatedUnits Units(double[] ratings, int raters) =>
        RatedUnits.FromRows([.. Enumerable.Range(0, ratings.Length).Select(i => i / raters)], ratings);

    private static Interval? Bootstrap(RatedUnits units, string seed) =>
        KrippendorffAlpha.BootstrapInterval(units, MeasurementLevel.Ordinal, Level, Xoshiro256.FromText(seed));

    private static RatedUnits DialSummEval(string pool, string metric)
    {
        var rows = OracleTable.ReadShared("dialsummeval", "ratings.csv").Rows.Where(row => row["pool"] == pool).ToArray();
        var dialogues = rows.Select(row => row["dialogue_id"]).Distinct().ToList();
        int[] items = [.. rows.Select(row => dialogues.IndexOf(row["dialogue_id"]))];
        int[] units = [.. rows.Zip(items, (row, item) => (item * 26) + row["system"][0] - 'A')];
        return RatedUnits.FromRows(units, [.. rows.Select(row => row.Number(metric))], items);
    }

    /// <summary>Observed and expected disagreement summed pair by pair, with the ordinal distance as the 2011 paper defines it.</summary>
    private static double ByDefinition(double[] table, int raters, MeasurementLevel measurement)
    {
        var units = table.Chunk(raters).Select(unit => Array.FindAll(unit, rating => !double.IsNaN(rating))).Where(unit => unit.Length > 1);
        var all = units.SelectMany(unit => unit).ToArray();
        var observed = units.Sum(unit => unit.Sum(a => unit.Sum(b => Distance(a, b))) / (unit.Length - 1)) / all.Length;
        var expected = all.Sum(a => all.Sum(b => Distance(a, b))) / (all.Length * (all.Length - 1.0));
        return 1 - (observed / expected);

        double Distance(double a, double b) => measurement switch
        {
            MeasurementLevel.Nominal => a == b ? 0 : 1,
            MeasurementLevel.Interval => (a - b) * (a - b),
            _ => Math.Pow(Between(a, b) - ((Between(a, a) + Between(b, b)) / 2.0), 2),
        };

        int Between(double a, double b) => all.Count(c => Math.Min(a, b) <= c && c <= Math.Max(a, b));
    }
}
