namespace CrmBench.Core.Statistics;

/// <summary>An estimated difference and what it proves; <see cref="Statistics.Difference"/> makes them.</summary>
public sealed record Comparison
{
    private readonly MeanEstimate _estimate;

    /// <summary>Creates the comparison that rests on <paramref name="difference"/>, A minus B.</summary>
    public Comparison(MeanEstimate difference) => _estimate = difference;

    /// <summary>A minus B.</summary>
    public double Difference => _estimate.Value;

    /// <summary>Standard deviation of the difference; null when it cannot be estimated, 0 when nothing varies.</summary>
    public double? StandardError => _estimate.StandardError;

    /// <summary>Degrees of freedom of <see cref="StandardError"/>; null as it is.</summary>
    public double? DegreesOfFreedom => _estimate.DegreesOfFreedom;

    /// <summary>Number of items behind the difference: shared ones of a paired comparison, those of both otherwise.</summary>
    public long Count => _estimate.Count;

    /// <summary>How probable a difference at least as far from 0, to either side, would be if there were none; Student's t test.</summary>
    /// <returns>
    /// From 0 to 1. 1 where nothing varies and nothing differs. Null where the error cannot be estimated, and where nothing varies yet
    /// there is a difference: no spread was seen against which to judge it.
    /// </returns>
    public double? PValue => PValueOf(DifferenceEstimate.Of(_estimate));

    /// <summary>The t interval of the difference.</summary>
    /// <returns>Null where the error cannot be estimated or is 0.</returns>
    public Interval? ToInterval(ConfidenceLevel level) => _estimate.ToInterval(level);

    /// <summary>Which of the two is greater at the level: 1 for A, -1 for B, 0 when the difference may be chance.</summary>
    /// <returns>Null where <see cref="PValue"/> is null: the two cannot be compared.</returns>
    public int? Verdict(ConfidenceLevel level) => Verdict(DifferenceEstimate.Of(_estimate), level);

    /// <inheritdoc cref="Verdict(ConfidenceLevel)"/>
    internal static int? Verdict(DifferenceEstimate difference, ConfidenceLevel level)
    {
        if (difference.StandardError is > 0 and { } error)
        {
            // A t quantile is never below the normal one, and where the error is known it is the normal one: most pairs of a board
            // need no distribution function. Beside the quantile itself the p-value decides, so that both always agree.
            var distance = Math.Abs(difference.Value);
            if (distance <= level.NormalQuantile * error)
            {
                return 0;
            }

            if (distance > (level.NormalQuantile + 1e-9) * error && double.IsPositiveInfinity(difference.DegreesOfFreedom ?? 0))
            {
                return Math.Sign(difference.Value);
            }
        }

        return PValueOf(difference) is { } p ? (p < level.Outside ? Math.Sign(difference.Value) : 0) : null;
    }

    private static double? PValueOf(DifferenceEstimate difference) => (difference.StandardError, difference.DegreesOfFreedom) switch
    {
        ( > 0 and { } error, { } degrees) => StudentT.TwoSided(difference.Value / error, degrees),
        (0, _) when difference.Value == 0 => 1,
        _ => null,
    };
}
