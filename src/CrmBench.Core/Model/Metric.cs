using System.Collections.Immutable;
using System.Globalization;

namespace CrmBench.Core.Model;

/// <summary>What a metric's numbers are.</summary>
public enum Unit
{
    /// <summary>A grade on the metric's rating scale.</summary>
    Grade,

    /// <summary>Percent, from 0 to 100.</summary>
    Percent,

    /// <summary>Seconds, 0 or more.</summary>
    Seconds,

    /// <summary>US dollars per call, 0 or more.</summary>
    Usd,

    /// <summary>Any number, in a unit that the metric names: tokens, Elo points.</summary>
    Number,

    /// <summary>Minutes, 0 or more.</summary>
    Minutes,

    /// <summary>A share, from 0 to 1.</summary>
    Share,

    /// <summary>How many there are, 0 or more.</summary>
    Count,
}

/// <summary>What units have in common.</summary>
public static class Units
{
    /// <summary>Whether numbers of a unit are spans of time.</summary>
    public static bool IsTime(this Unit unit) => unit is Unit.Seconds or Unit.Minutes;
}

/// <summary>Which way a metric is better.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

/// <summary>Which statistic of measured calls or runs a metric states.</summary>
public enum Statistic
{
    /// <summary>The mean.</summary>
    Mean,

    /// <summary>The median (percentile 50, definition 7 of Hyndman and Fan).</summary>
    P50,

    /// <summary>Percentile 95, definition 7 of Hyndman and Fan.</summary>
    P95,

    /// <summary>Percentile 99, definition 7 of Hyndman and Fan.</summary>
    P99,
}

/// <summary>What is measured.</summary>
public sealed record Metric
{
    /// <summary>Identifier; also the column of <c>ratings.csv</c> and the value of <c>metric</c> in <c>scores.csv</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Name { get; init; }

    /// <summary>One or two sentences on what a number means.</summary>
    public required string Description { get; init; }

    /// <summary>What the numbers are.</summary>
    public required Unit Unit { get; init; }

    /// <summary>What a number or a count is of, such as "tokens"; else empty.</summary>
    public string UnitName { get; init; } = "";

    /// <summary>Decimals that its figures are printed with; null where the rule of its unit decides.</summary>
    public int? Decimals { get; init; }

    /// <summary>How its figures are printed.</summary>
    public PrintedUnit Printed => new(Unit, UnitName, Decimals);

    /// <summary>Which way is better.</summary>
    public required Direction Better { get; init; }

    /// <summary>The methods that may fill it; at least one.</summary>
    public required ImmutableArray<string> Methods { get; init; }

    /// <summary>Whether it enters its dimension's mean; others are shown beside it.</summary>
    public bool Counted { get; init; } = true;

    /// <summary>
    /// The rating scale: always with <see cref="Unit.Grade"/>. With <see cref="Unit.Percent"/> it begins at 0, and a rating is shown as its
    /// share of the highest; from 0 to 1 it is a flag.
    /// </summary>
    public RatingScale? Scale { get; init; }

    /// <summary>Which statistic of <c>latencies.csv</c> it states; the mean elsewhere.</summary>
    public Statistic Statistic { get; init; } = Statistic.Mean;

    /// <summary>
    /// k where the metric is pass^k, the share of tasks solved in all of k trials; null otherwise.
    /// Its rows in <c>scores.csv</c> give the number of tasks in <c>n</c> and the trials of each task in <c>trials</c>.
    /// </summary>
    public int? PassPower { get; init; }

    /// <summary>Metrics whose plain mean is this one; empty for a metric that is measured itself.</summary>
    public ImmutableArray<Metric> Parts { get; init; } = [];

    /// <summary>Whether it is rated yes or no, and the rate of yes is shown.</summary>
    public bool IsFlag => Unit == Unit.Percent && Scale is { Lowest: 0, Highest: 1 };

    /// <summary>What a rating is multiplied by to be in the metric's unit: 1 for grades, 100 over the highest rating for percent.</summary>
    public double UnitOfRating => Unit == Unit.Percent ? 100.0 / (Scale?.Highest ?? 1) : 1.0;

    /// <summary>Identifier of the method that fills it on a board of a method: that one where it may, else the metric's first.</summary>
    public string FilledBy(Method method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return Methods.Contains(method.Id) ? method.Id : Methods[0];
    }
}

/// <summary>One grade of a rating scale in words.</summary>
/// <param name="Value">The grade.</param>
/// <param name="Name">Its name, such as "Very good".</param>
/// <param name="Meaning">What an answer with this grade is like.</param>
public sealed record Grade(int Value, string Name, string Meaning);

/// <summary>The whole numbers a rater chooses from, both ends included.</summary>
public sealed record RatingScale
{
    /// <summary>Creates a scale.</summary>
    /// <param name="lowest">Lowest grade.</param>
    /// <param name="highest">Highest grade, above <paramref name="lowest"/>.</param>
    /// <param name="grades">What grades mean, highest first; may leave grades out.</param>
    public RatingScale(int lowest, int highest, ImmutableArray<Grade> grades)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(highest, lowest);
        (Lowest, Highest, Grades) = (lowest, highest, grades);
    }

    /// <summary>Lowest grade.</summary>
    public int Lowest { get; }

    /// <summary>Highest grade.</summary>
    public int Highest { get; }

    /// <summary>What grades mean, highest first; a grade may lack an entry.</summary>
    public ImmutableArray<Grade> Grades { get; }

    /// <summary>Whether a rating lies on the scale.</summary>
    public bool Contains(int rating) => rating >= Lowest && rating <= Highest;

    /// <summary>The scale as people write it: <c>1-4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lowest}-{Highest}");
}
