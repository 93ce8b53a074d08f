using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Makes estimates of means, with intervals that stay where values can lie.</summary>
internal static class Estimates
{
    /// <summary>A mean with its t interval, or none where the standard error is unknown or the sample shows no spread at all.</summary>
    public static Estimate From(
        MeanEstimate mean, Basis basis, Unit unit, RatingScale? scale, ConfidenceLevel level, ImmutableArray<Evidence> evidence)
    {
        // A sample without any spread would give an interval of width zero: a certainty that nobody has.
        var interval = mean.StandardError > 0 ? mean.ToInterval(level) : null;
        return new Estimate
        {
            Value = mean.Value,
            Interval = interval is null ? null : Within(interval, unit, scale),
            Level = interval is null ? null : level.Value,
            StandardError = mean.StandardError,
            DegreesOfFreedom = mean.DegreesOfFreedom ?? double.PositiveInfinity,
            Basis = basis,
            Evidence = evidence,
        };
    }

    /// <summary>The part of an interval where values of the unit can lie.</summary>
    public static Interval Within(Interval interval, Unit unit, RatingScale? scale)
    {
        var (lowest, highest) = (unit, scale) switch
        {
            (Unit.Percent, _) => (0.0, 100.0),
            (Unit.Grade, { } s) => (s.Lowest, s.Highest),
            _ => (0.0, double.MaxValue),
        };
        var low = Math.Clamp(interval.Low, lowest, highest);
        return new Interval(low, Math.Max(low, Math.Min(interval.High, highest)));
    }
}
