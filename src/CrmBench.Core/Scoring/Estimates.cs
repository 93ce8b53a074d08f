using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Makes estimates of means, with intervals that stay where values can lie.</summary>
internal static class Estimates
{
    /// <summary>
    /// A mean with its interval, or none where the standard error is unknown or 0: <see cref="BoundedMean"/> where values have two ends
    /// (grades, percent), else Student's t (seconds, money).
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
        var interval = ScaleOf(unit, scale) is { } bounds ? BoundedMean.IntervalOf(mean, bounds, level, nearlyAlike) : NotNegative(mean.ToInterval(level));
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
        (Unit.Grade, { } grades) => new Interval(grades.Lowest, grades.Highest),
        _ => null,
    };

    private static Interval? NotNegative(Interval? interval) =>
        interval is { Low: < 0 } ? new Interval(0, Math.Max(0, interval.High)) : interval;
}
