using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Where an estimate comes from.</summary>
/// <param name="Source">The source, with its date and licence.</param>
/// <param name="Place">The file and line in the repository; line 0 where a whole file stands behind it.</param>
public sealed record Evidence(Source Source, SourcePlace Place)
{
    /// <summary>A hash of the place alone, which tells most of them apart; the texts of a source are long.</summary>
    public override int GetHashCode() => Place.GetHashCode();
}

/// <summary>What an estimate's count counts.</summary>
public enum CountOf
{
    /// <summary>Nothing: the source states no count.</summary>
    Unknown,

    /// <summary>Items: prompt instances of a use case.</summary>
    Items,

    /// <summary>Tasks, each with one or more trials.</summary>
    Tasks,

    /// <summary>Single trials or answers.</summary>
    Trials,

    /// <summary>Calls that ended well.</summary>
    Calls,

    /// <summary>Single values; the source does not say of what.</summary>
    Observations,
}

/// <summary>A number and how sure it is.</summary>
public sealed record Estimate
{
    /// <summary>The value in its metric's unit; always finite.</summary>
    public required double Value { get; init; }

    /// <summary>The interval at <see cref="Level"/>, or null where none can be given.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Level of the interval, between 0 and 1; null without interval and where a published one does not state it.</summary>
    public double? Level { get; init; }

    /// <summary>Standard error in the metric's unit, or null where it is not known.</summary>
    public double? StandardError { get; init; }

    /// <summary>Degrees of freedom of the standard error; infinite where the normal distribution holds.</summary>
    public double DegreesOfFreedom { get; init; } = double.PositiveInfinity;

    /// <summary>How many units stand behind it, or null where not stated.</summary>
    public long? Count { get; init; }

    /// <summary>What <see cref="Count"/> counts.</summary>
    public CountOf CountOf { get; init; }

    /// <summary>How many single judgments stand behind it, or null where that says no more than the count.</summary>
    public long? Judgments { get; init; }

    /// <summary>What the interval rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>What it belongs to.</summary>
    public Belonging Belonging { get; init; }

    /// <summary>Where it comes from; each source and place once.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>The same figure, said to belong to something.</summary>
    internal Estimate Of(Belonging belonging) => belonging == Belonging ? this : this with { Belonging = belonging };
}

/// <summary>What an estimate's interval rests on, or why there is none.</summary>
public enum Basis
{
    /// <summary>Ratings of single responses, clustered by item.</summary>
    Ratings,

    /// <summary>k of n; Wilson's interval, with a bound of its own for one to three.</summary>
    Proportion,

    /// <summary>Repeated trials of each task; the spread over tasks follows from pass^1 to pass^T.</summary>
    RepeatedTrials,

    /// <summary>A mean of n values between 0 and 100 % whose spread is not published: no such mean can vary more than this.</summary>
    Bounded,

    /// <summary>Timed calls; t interval for a mean, order statistics for a percentile.</summary>
    Calls,

    /// <summary>Published standard deviation and count; t interval.</summary>
    StandardDeviation,

    /// <summary>The interval its source published.</summary>
    Published,

    /// <summary>An average of other estimates.</summary>
    Average,

    /// <summary>An average of figures of which none has a spread: no interval can be given.</summary>
    AverageOfValues,

    /// <summary>A price table times tokens, or an average of such figures; exact, no interval.</summary>
    PriceTable,

    /// <summary>A single figure without count or spread: no interval can be given.</summary>
    ValueOnly,

    /// <summary>A published band of cost without the money behind it; the value says nothing.</summary>
    BandOnly,
}

/// <summary>Makes estimates of means, with intervals that stay where values can lie.</summary>
internal static class Estimates
{
    /// <summary>
    /// A mean with its interval, or none where the standard error is unknown or 0: <see cref="BoundedMean"/> where values have two ends
    /// (grades, percent, shares), else Student's t; amounts are never below 0.
    /// </summary>
    public static Estimate From(
        MeanEstimate mean,
        Basis basis,
        Unit unit,
        RatingScale? scale,
        ConfidenceLevel level,
        ImmutableArray<Evidence> evidence,
        int nearlyAlike = 0)
    {
        // A sample without spread would give an interval of width 0, a certainty that nobody has; then there is no interval.
        var interval = ScaleOf(unit, scale) is { } bounds ? BoundedMean.IntervalOf(mean, bounds, level, nearlyAlike) : unit == Unit.Number ? mean.ToInterval(level)
            : NotNegative(mean.ToInterval(level));
        return new Estimate
        {
            Value = mean.Value,
            Interval = interval,
            Level = interval is null ? null : level.Value,
            StandardError = mean.StandardError,
            DegreesOfFreedom = mean.DegreesOfFreedom ?? double.PositiveInfinity,
            Basis = basis,
            Evidence = evidence,
        };
    }

    /// <summary>The lowest and highest value there can be; null where there is no highest.</summary>
    public static Interval? ScaleOf(Unit unit, RatingScale? scale) => (unit, scale) switch
    {
        (Unit.Percent, _) => new Interval(0, 100),
        (Unit.Share, _) => new Interval(0, 1),
        (Unit.Grade, { } grades) => new Interval(grades.Lowest, grades.Highest),
        _ => null,
    };

    private static Interval? NotNegative(Interval? interval) =>
        interval is { Low: < 0 } ? new Interval(0, Math.Max(0, interval.High)) : interval;
}
