namespace CrmBench.Core.Statistics;

/// <summary>
/// An estimated difference, A minus B, and what it proves. A value and not an object, because a board of a thousand rows has half a
/// million of them; the default value is a difference of 0 whose error is unknown.
/// </summary>
/// <param name="Difference">A minus B, finite.</param>
/// <param name="StandardError">Standard deviation of the difference; null when it cannot be estimated, 0 when nothing varies.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of <paramref name="StandardError"/>; null where there is no standard error.</param>
/// <param name="Count">Number of items behind the difference: shared ones of a paired comparison, those of both otherwise.</param>
internal readonly record struct Comparison(double Difference, double? StandardError, double? DegreesOfFreedom, long Count)
{
    /// <summary>The comparison that rests on an estimated difference.</summary>
    public Comparison(MeanEstimate difference)
        : this(difference.Value, difference.StandardError, difference.DegreesOfFreedom, difference.Count)
    {
    }

    /// <summary>How probable a difference at least as far from 0, to either side, would be if there were none; Student's t test.</summary>
    /// <returns>
    /// From 0 to 1. 1 where nothing varies and nothing differs. Null where the error cannot be estimated, and where nothing varies yet
    /// there is a difference: no spread was seen against which to judge it.
    /// </returns>
    public double? PValue => (StandardError, DegreesOfFreedom) switch
    {
        ( > 0 and { } error, { } degrees) => StudentT.TwoSided(Difference / error, degrees),
        (0, _) when Difference == 0 => 1,
        _ => null,
    };

    /// <summary>The t interval of the difference.</summary>
    /// <returns>Null where the error cannot be estimated or is 0.</returns>
    public Interval? ToInterval(ConfidenceLevel level) =>
        new MeanEstimate(Difference, StandardError, DegreesOfFreedom, Count).ToInterval(level);

    /// <summary>Which of the two is greater at the level: 1 for A, -1 for B, 0 when the difference may be chance.</summary>
    /// <returns>Null where <see cref="PValue"/> is null: the two cannot be compared.</returns>
    public int? Verdict(ConfidenceLevel level)
    {
        if (StandardError is > 0 and { } error)
        {
            // A t quantile is never below the normal one, and where the error is known it is the normal one: most pairs of a board
            // need no distribution function. Beside the quantile itself the p-value decides, so that both always agree.
            var distance = Math.Abs(Difference);
            if (distance <= level.NormalQuantile * error)
            {
                return 0;
            }

            if (distance > (level.NormalQuantile + 1e-9) * error && double.IsPositiveInfinity(DegreesOfFreedom ?? 0))
            {
                return Math.Sign(Difference);
            }
        }

        return PValue is { } p ? (p < level.Outside ? Math.Sign(Difference) : 0) : null;
    }
}
