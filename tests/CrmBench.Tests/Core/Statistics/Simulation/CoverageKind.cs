using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics.Simulation;

/// <summary>A kind of figure whose truth is known: how a sample of it is drawn, and how the program estimates it.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Truth">The value that many samples have on average.</param>
/// <param name="Scale">Lowest and highest value.</param>
/// <param name="Draw">Draws one value an item.</param>
internal sealed record CoverageKind(string Name, double Truth, Interval Scale, Func<Xoshiro256, double> Draw)
{
    private static readonly Interval Shares = new(0, 1);

    /// <summary>Whether the values are single successes, of which only the number is published.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Grades from 1 to 4 by three raters: in the middle of the scale and near its upper end.</summary>
    public static CoverageKind Grades(string name, double level) => new(
        name,
        RatingWorld.TrueMean(level),
        new Interval(1, 4),
        random => RatingWorld.ItemMeans(new RatingWorld(random).Rate(1, level)[0])[0]);

    /// <summary>Flags by three raters, who agree on three items of ten and are independent on the others.</summary>
    public static CoverageKind Flags(double share) => new($"flags, {100 * share:0} %", share, Shares, random =>
    {
        var together = random.NextDouble() < 0.3;
        var first = random.NextDouble();
        var flags = first < share ? 1 : 0;
        for (var rater = 1; rater < 3; rater++)
        {
            flags += (together ? first : random.NextDouble()) < share ? 1 : 0;
        }

        return flags / 3.0;
    });

    /// <summary>Single answers that are right or wrong.</summary>
    public static CoverageKind Proportions(double share) =>
        new($"proportion, {share}", share, Shares, random => random.NextDouble() < share ? 1 : 0) { IsCounted = true };

    /// <summary>pass^2 of tasks with four trials, whose chances differ from task to task.</summary>
    public static CoverageKind PassPowers(double share)
    {
        // With a chance of U^a the mean of its square is 1 / (2 a + 1).
        var power = ((1 / share) - 1) / 2;
        return new($"pass^2, {share}", share, Shares, random =>
        {
            var chance = Math.Pow(random.NextDouble(), power);
            var solved = Enumerable.Range(0, 4).Count(_ => random.NextDouble() < chance);
            return TrialRuns.PassPower(new Proportion(solved, 4), 2);
        });
    }

    /// <summary>All kinds of the table.</summary>
    public static IEnumerable<CoverageKind> All =>
    [
        Grades("grades, mid-scale", 2.5), Grades("grades, near the top", 3.9),
        Flags(0.5), Flags(0.1), Flags(0.02),
        Proportions(0.5), Proportions(0.9), Proportions(0.97),
        PassPowers(0.3), PassPowers(0.6), PassPowers(0.85),
    ];

    /// <summary>The estimate from values, one an item.</summary>
    public MeanEstimate Estimate(double[] items) => IsCounted
        ? BoundedMean.OfWidestSpread(items.Average(), items.Length, Scale, new ConfidenceLevel(0.95))!
        : BoundedMean.WithLeastError(ClusteredMean.FromItems(items)!, Scale, new ConfidenceLevel(0.95));

    /// <summary>The interval that is shown for a single figure.</summary>
    public Interval? CellInterval(double[] items) => IsCounted
        ? Wilson.OfCounts(new Proportion((int)items.Sum(), items.Length), new ConfidenceLevel(0.95))
        : IntervalOf(items);

    /// <summary>The interval of a mean over items that are known one by one.</summary>
    public Interval? IntervalOf(double[] items)
    {
        var off = Math.Min(items.Count(item => item != Scale.Low), items.Count(item => item != Scale.High));
        return BoundedMean.IntervalOf(
            Estimate(items), Scale, new ConfidenceLevel(0.95), off <= BoundedMean.FewItems ? items.Length : 0);
    }
}
