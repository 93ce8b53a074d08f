using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Scoring;

public class PairScreenTests
{
    [Theory]
    [InlineData(Direction.Higher)]
    [InlineData(Direction.Lower)]
    public void What_the_screen_decides_is_what_the_comparison_finds(Direction better)
    {
        var random = Xoshiro256.FromText("pairs");
        ImmutableArray<Mixture> rows = [.. Enumerable.Range(0, 300).Select(i => Row(i, random))];
        var screen = new PairScreen(better, rows, new ConfidenceLevel(0.95));
        var comparisons = new PairwiseComparisons(better, rows);
        var (decided, pairs) = (0, 0);
        for (var first = 0; first < rows.Length; first++)
        {
            for (var second = first + 1; second < rows.Length; second++)
            {
                pairs++;
                if (screen.Verdict(first, second) is { } verdict)
                {
                    decided++;
                    Assert.Equal(comparisons.Verdict(first, second, new ConfidenceLevel(0.95)), verdict);
                }
            }
        }

        Assert.InRange(decided, pairs / 2, pairs);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    public void Rows_without_spread_are_left_to_the_comparison(double? error)
    {
        ImmutableArray<Mixture> rows = [Row(50, error, 10), Row(60, error, 10)];

        Assert.Null(new PairScreen(Direction.Higher, rows, new ConfidenceLevel(0.95)).Verdict(0, 1));
    }

    // Equal values, errors that are known and errors from few items, errors of very different size.
    private static Mixture Row(int number, Xoshiro256 random)
    {
        var degrees = (number % 3) switch { 0 => double.PositiveInfinity, 1 => 1 + (random.NextDouble() * 4), _ => 30 };
        return Row(Math.Round(random.NextDouble() * 100), 0.01 + (random.NextDouble() * (number % 5 == 0 ? 20 : 2)), degrees);
    }

    private static Mixture Row(double value, double? error, double degrees)
    {
        var estimate = new Estimate
        {
            Value = value,
            StandardError = error,
            DegreesOfFreedom = degrees,
            Basis = Basis.Published,
            Evidence = [],
        };

        return Mixture.Of([new Term(1, new Observation(MeasuredAt.Whole, "metric", "method", estimate))]);
    }
}
