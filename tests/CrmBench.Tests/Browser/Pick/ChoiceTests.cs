using CrmBench.Core.Statistics;
using CrmBench.Tests.Browser.Scoring;

namespace CrmBench.Tests.Browser.Pick;

/// <summary>The method of choosing against what its formulas give by hand.</summary>
public class ChoiceTests
{
    private const string Run =
        """
        ({ choice }, [criteria, rows]) => {
          const read = criteria.map(one => ({
            ...one, values: one.values.map(value => value ?? NaN), errors: one.errors.map(error => error ?? NaN),
            bounds: one.bounds ?? [-Infinity, Infinity],
          }));
          const { kept, beyond, lacking } = choice.within(read, rows);
          const ranked = choice.rank(read, kept, "test");
          return JSON.stringify({ kept, beyond, lacking, ranked, holds: choice.holds(read, ranked) });
        }
        """;

    [Fact]
    public async Task Limits_and_missing_figures_leave_rows_out_each_for_its_reason()
    {
        var told = await Choose(5, Measure([1, 2, null, 4, 5], higher: true, limit: 2), Measure([1, 9, 1, null, 9], limit: 5, weight: 0), Measure([null, null, null, null, null], weight: 0));

        Assert.Equal([], told.Kept);
        Assert.Equal([[0], [1, 4], []], told.Beyond);
        Assert.Equal([[2], [3], []], told.Lacking);
    }

    [Fact]
    public async Task Scores_are_the_weighted_means_of_shares_between_worst_and_best()
    {
        var random = Xoshiro256.FromText("choice");
        for (var world = 0; world < 20; world++)
        {
            double?[] grades = [.. Enumerable.Range(0, 8).Select(_ => (double?)random.NextDouble())];
            double?[] money = [.. Enumerable.Range(0, 8).Select(_ => (double?)Math.Pow(10, (4 * random.NextDouble()) - 3))];
            var told = await Choose(8, Measure(grades, higher: true, weight: 3), Measure(money, ratios: true, weight: 2));

            double Share(double value, double worst, double best) => (value - worst) / (best - worst);
            var expected = Enumerable.Range(0, 8).ToDictionary(row => row, row => 100 * (
                (3 * Share(grades[row]!.Value, grades.Min()!.Value, grades.Max()!.Value))
                + (2 * Share(Math.Log(money[row]!.Value), Math.Log(money.Max()!.Value), Math.Log(money.Min()!.Value)))) / 5);
            Assert.Equal(expected.OrderByDescending(pair => pair.Value).Select(pair => pair.Key), told.Ranked.Select(one => one.Row));
            Assert.All(told.Ranked, one => Assert.Equal(expected[one.Row], one.Score, 9));
            Assert.Equal(1, told.Ranked.Sum(one => one.First), 9);
        }
    }

    [Fact]
    public async Task The_scale_ends_at_the_rows_within_the_limits()
    {
        var told = await Choose(3, Measure([0, 50, 100], higher: true, limit: 10));

        Assert.Equal([(2, 100.0), (1, 0.0)], told.Ranked.Select(one => (one.Row, one.Score)));
    }

    [Fact]
    public async Task Rows_that_are_alike_decide_nothing()
    {
        var told = await Choose(3, Measure([7, 7, 7], higher: true, weight: 5), Measure([3, 1, 2]));

        Assert.Equal([1, 2, 0], told.Ranked.Select(one => one.Row));
    }

    [Fact]
    public async Task A_cost_of_nothing_counts_as_the_least_above_nothing()
    {
        var told = await Choose(3, Measure([0, 1, 10], ratios: true));

        Assert.Equal([100.0, 100.0, 0.0], told.Ranked.Select(one => one.Score));
    }

    // Probabilities of the normal distribution from its published table: 0.8413 up to 1, 0.6915 up to 0.5.
    [Theory]
    [InlineData(5, 0.8413)]
    [InlineData(2.5, 0.6915)]
    public async Task The_pick_holds_as_often_as_its_lead_over_the_error_says(double lead, double share)
    {
        var told = await Choose(2, Measure([50 + lead, 50], [3, 4], higher: true));

        Assert.Equal(share, told.Ranked[0].First, 0.04);
    }

    [Fact]
    public async Task Errors_of_money_are_taken_in_proportion()
    {
        // ln(1.1 / 1) over sqrt(0.0763^2 + 0.0572^2) is 1.
        var told = await Choose(2, Measure([1, 1.1], [0.0763, 0.0572 * 1.1], ratios: true));

        Assert.Equal(0.8413, told.Ranked[0].First, 0.04);
    }

    [Fact]
    public async Task Figures_without_an_error_are_held_and_only_weights_move()
    {
        var told = await Choose(2, Measure([1, 0], higher: true, weight: 11), Measure([0, 1], higher: true, weight: 10));
        var steps = Enumerable.Range(0, 400).Select(i => 0.8 + (0.4 * (i + 0.5) / 400)).ToArray();
        var expected = steps.Average(first => steps.Average(second => 11 * first > 10 * second ? 1.0 : 0));

        Assert.Equal(expected, told.Ranked[0].First, 0.04);
    }

    [Fact]
    public async Task No_draw_leaves_the_scale()
    {
        // The second row can never be drawn above the end of the scale, where the first one stands.
        var told = await Choose(2, Measure([100, 99], [0, 50], higher: true) with { Bounds = [0, 100] });

        Assert.Equal(1, told.Ranked[0].First, 9);
    }

    // The first leads by 10 on one count and trails by 7 on the other: 0.8 times 10 is more than 1.2 times 6, but not than 1.2 times 7.
    [Theory]
    [InlineData(10, 6, true)]
    [InlineData(10, 7, false)]
    public async Task A_pick_holds_if_no_weight_within_a_fifth_changes_it(double lead, double trail, bool holds)
    {
        var told = await Choose(2, Measure([1, 0], higher: true, weight: lead), Measure([0, 1], higher: true, weight: trail));

        Assert.Equal(holds, told.Holds);
    }

    [Fact]
    public async Task Two_rows_that_come_out_equal_hold_nothing()
    {
        var told = await Choose(2, Measure([1, 0], higher: true), Measure([0, 1], higher: true));

        Assert.Equal([50.0, 50.0], told.Ranked.Select(one => one.Score));
        Assert.False(told.Holds);
    }

    private static Criterion Measure(
        double?[] values, double?[]? errors = null, bool higher = false, bool ratios = false, double? limit = null, double weight = 1) =>
        new(values, errors ?? new double?[values.Length], higher, ratios, null, limit, weight);

    private static async Task<Told> Choose(int rows, params Criterion[] criteria)
    {
        var written = criteria.Select(one => new Dictionary<string, object?>
        {
            ["values"] = one.Values,
            ["errors"] = one.Errors,
            ["higher"] = one.Higher,
            ["ratios"] = one.Ratios,
            ["bounds"] = one.Bounds,
            ["limit"] = one.Limit,
            ["weight"] = one.Weight,
        }).ToArray();
        var told = await ScriptModules.RunAsync<string>(["choice"], Run, new object[] { written, Enumerable.Range(0, rows).ToArray() });
        return System.Text.Json.JsonSerializer.Deserialize<Told>(told, System.Text.Json.JsonSerializerOptions.Web)!;
    }

    private sealed record Criterion(
        double?[] Values, double?[] Errors, bool Higher, bool Ratios, double[]? Bounds, double? Limit, double Weight);

    private sealed record Told(int[] Kept, int[][] Beyond, int[][] Lacking, Ranked[] Ranked, bool Holds);

    private sealed record Ranked(int Row, double Score, double First);
}
