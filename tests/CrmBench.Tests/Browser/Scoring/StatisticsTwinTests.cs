using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>The browser's distributions, against published tables and the program's own.</summary>
public class StatisticsTwinTests
{
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: upper critical values of Student's t.
    [Theory]
    [InlineData(0.05, 1, 12.706)]
    [InlineData(0.05, 2, 4.303)]
    [InlineData(0.05, 5, 2.571)]
    [InlineData(0.05, 10, 2.228)]
    [InlineData(0.05, 30, 2.042)]
    [InlineData(0.05, 100, 1.984)]
    [InlineData(0.05, double.PositiveInfinity, 1.960)]
    [InlineData(0.01, 1, 63.657)]
    [InlineData(0.01, 10, 3.169)]
    [InlineData(0.01, double.PositiveInfinity, 2.576)]
    [InlineData(0.2, 7, 1.415)]
    public async Task Critical_values_and_tail_probabilities_are_the_published_ones(double outside, double degrees, double critical)
    {
        var found = await ScriptModules.RunAsync<double[]>(
            ["statistics"],
            "({ statistics }, [outside, df, t]) => [statistics.tQuantile(outside, df), statistics.tTwoSided(t, df), statistics.tTwoSided(-t, df)]",
            new object[] { outside, degrees, critical });

        Assert.Equal(critical, found[0], 0.0005);
        Assert.Equal(outside, found[1], 0.0006);
        Assert.Equal(found[1], found[2]);
    }

    [Fact]
    public async Task Distributions_are_the_programs_for_any_degrees_of_freedom()
    {
        var random = Xoshiro256.FromText("degrees");
        double[] degrees =
        [
            1, 1.5, 2, 3, 199, 200, 201, 999, 1000, 1001, 1e6, 1e15, 1e25, double.PositiveInfinity,
            .. Enumerable.Range(0, 500).Select(_ => Math.Pow(10, 5 * random.NextDouble())),
        ];
        double[] distances = [0.001, 0.1, 0.7, 1, 1.96, 2.5, 4, 8, 20, 40, 1000];
        var found = await ScriptModules.RunAsync<double[][]>(
            ["statistics"],
            """
            ({ statistics }, [degrees, distances]) => degrees.map((df) =>
              [statistics.tQuantile(0.05, df), statistics.tQuantile(0.001, df), ...distances.map((t) => statistics.tTwoSided(t, df))])
            """,
            new object[] { degrees, distances });

        Assert.All(degrees.Zip(found), entry =>
        {
            var (df, numbers) = entry;
            Assert.Equal(StudentT.Quantile(0.975, df), numbers[0], 1e-11 * numbers[0]);
            Assert.Equal(StudentT.Quantile(0.9995, df), numbers[1], 1e-10 * numbers[1]);
            for (var i = 0; i < distances.Length; i++)
            {
                Assert.Equal(StudentT.TwoSided(distances[i], df), numbers[i + 2], 1e-12);
            }
        });
    }

    [Fact]
    public async Task Weighted_sums_have_the_programs_errors_and_degrees()
    {
        var random = Xoshiro256.FromText("sums");
        var sums = Enumerable.Range(0, 200).Select(i => Enumerable.Range(0, 1 + random.NextInt(8)).Select(_ => new[]
        {
            random.NextNormal(), random.NextNormal(), i % 10 == 0 ? 0 : random.NextDouble(), 1 + (100 * random.NextDouble()),
        }).ToArray()).ToArray();
        var found = await ScriptModules.RunAsync<double[][]>(
            ["statistics"],
            """
            ({ statistics }, sums) => sums.map((parts) => {
              const sum = statistics.weightedSum(parts.map(([weight, value, se, df]) => [weight, { value, se, df }]));
              return [sum.value, sum.se, sum.df];
            })
            """,
            sums);

        Assert.All(sums.Zip(found), entry =>
        {
            var expected = WeightedSum.Combine([.. entry.First.Select(part => (part[0], new MeanEstimate(part[1], part[2], part[3], 1)))])!;
            Assert.Equal(expected.Value, entry.Second[0]);
            Assert.Equal(expected.StandardError!.Value, entry.Second[1], 1e-14);
            Assert.Equal(expected.DegreesOfFreedom!.Value, entry.Second[2], 1e-9);
        });
    }

    [Fact]
    public async Task Chance_repeats_for_the_same_text_and_is_normal_where_it_should_be()
    {
        var found = await ScriptModules.RunAsync<double[][]>(
            ["random"],
            """
            ({ random }) => {
              const draw = (seed, kind) => { const from = random.randomFrom(seed); return Array.from({ length: 20000 }, () => from[kind]()); };
              return [draw("2026-08", "next"), draw("2026-08", "next"), draw("2026-09", "next"), draw("2026-08", "normal")];
            }
            """,
            0);

        Assert.Equal(found[0], found[1]);
        Assert.NotEqual(found[0], found[2]);
        Assert.All(found[0], one => Assert.InRange(one, 0, 1 - 1e-12));
        Assert.Equal(0.5, found[0].Average(), 0.01);
        Assert.Equal(0, found[3].Average(), 0.03);
        Assert.Equal(1, found[3].Average(one => one * one), 0.05);
        Assert.Equal(3, found[3].Average(one => one * one * one * one), 0.3);
    }
}
