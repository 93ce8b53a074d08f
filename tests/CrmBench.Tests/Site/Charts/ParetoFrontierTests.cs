using CrmBench.Core.Model;
using CrmBench.Site.Charts;
using CsCheck;

namespace CrmBench.Tests.Site.Charts;

public class ParetoFrontierTests
{
    private static readonly Gen<ScatterPoint> Points =
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20], Gen.Bool).Select(p => new ScatterPoint("m", p.Item1, p.Item2) { Partial = p.Item3 });

    [Fact]
    public void Holds_exactly_the_complete_points_that_none_beats() => Points.Array[0, 40].Sample(points =>
    {
        var frontier = ParetoFrontier.Of([.. points], Direction.Lower, Direction.Higher);

        var complete = Enumerable.Range(0, points.Length).Where(i => !points[i].Partial).ToArray();
        var unbeaten = complete.Where(i => !complete.Any(j => Beats(points[j], points[i])));
        Assert.Equal(unbeaten.Order(), frontier.Order());
    });

    [Fact]
    public void Runs_from_the_cheapest_to_the_best()
    {
        ScatterPoint[] points = [new("best", 9, 90), new("beaten", 5, 40), new("cheapest", 1, 50), new("between", 4, 70)];

        Assert.Equal([2, 3, 0], ParetoFrontier.Of([.. points], Direction.Lower, Direction.Higher));
    }

    private static bool Beats(ScatterPoint a, ScatterPoint b) => a.X <= b.X && a.Y >= b.Y && (a.X < b.X || a.Y > b.Y);
}
