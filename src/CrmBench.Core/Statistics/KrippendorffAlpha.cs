namespace CrmBench.Core.Statistics;

/// <summary>What the distance between two ratings means, after S. S. Stevens (1946).</summary>
public enum MeasurementLevel
{
    /// <summary>Ratings are names, such as flags: two are alike or not.</summary>
    Nominal,

    /// <summary>Ratings are ordered, such as marks: only how many ratings lie between two of them counts.</summary>
    Ordinal,

    /// <summary>Ratings are quantities: their differences can be compared.</summary>
    Interval,
}

/// <summary>
/// Krippendorff's alpha: one minus observed over expected disagreement, for any number of raters and with missing ratings. 1 is full
/// agreement, 0 what chance gives, below 0 systematic disagreement.
/// </summary>
/// <remarks>
/// K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011). Its ordinal distance between two values is the difference of
/// their mean ranks among all pairable ratings, so that the ordinal form is the interval form of the mean ranks. The sums over all pairs
/// of ratings are computed as sums of squared distances from a mean, which is the same and needs no table of coincidences.
/// </remarks>
public static class KrippendorffAlpha
{
    /// <summary>The coefficient.</summary>
    /// <param name="units">The units with their ratings.</param>
    /// <param name="measurement">What the distance between two ratings means.</param>
    /// <returns>
    /// At most 1; null when no unit has two ratings, when all ratings are alike (chance would agree too), or one is infinite.
    /// </returns>
    public static double? Estimate(RatedUnits units, MeasurementLevel measurement) =>
        units.IsUsable ? new Replicate(units, measurement).Alpha(units.Weights) : null;

    /// <summary>A percentile bootstrap interval: alpha of as many items, drawn from the items with replacement, over and over.</summary>
    /// <param name="units">The units with their ratings; items are their clusters.</param>
    /// <param name="measurement">What the distance between two ratings means.</param>
    /// <param name="level">The level of the interval.</param>
    /// <param name="random">The source of the draws; the same start gives the same interval.</param>
    /// <param name="replicates">How often to draw, at least 100.</param>
    /// <returns>
    /// An interval that holds the estimate. Null when the estimate is, for fewer than two items, and when more than one draw in twenty
    /// has no alpha because all its ratings are alike.
    /// </returns>
    /// <remarks>
    /// B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), 13.3; whole items are drawn because ratings of one item
    /// are not independent.
    /// </remarks>
    public static Interval? BootstrapInterval(
        RatedUnits units,
        MeasurementLevel measurement,
        ConfidenceLevel level,
        Xoshiro256 random,
        int replicates = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 100);
        if (units.ClusterCount < 2 || Estimate(units, measurement) is not { } estimate)
        {
            return null;
        }

        var replicate = new Replicate(units, measurement);
        var weights = new int[units.PatternCount];
        var alphas = new List<double>(replicates);
        for (var i = 0; i < replicates; i++)
        {
            Draw(units, random, weights);
            if (replicate.Alpha(weights) is { } alpha)
            {
                alphas.Add(alpha);
            }
        }

        if (alphas.Count < 0.95 * replicates)
        {
            return null;
        }

        var sorted = alphas.Order().ToArray();
        return Percentile.Type7(sorted, level.TailProbability) is { } low && Percentile.Type7(sorted, 1 - level.TailProbability) is { } high
            ? new Interval(Math.Min(low, estimate), Math.Max(high, estimate))
            : null;
    }

    private static void Draw(RatedUnits units, Xoshiro256 random, int[] weights)
    {
        Array.Clear(weights);
        for (var i = 0; i < units.ClusterCount; i++)
        {
            foreach (var pattern in units.PatternsOfCluster(random.NextInt(units.ClusterCount)))
            {
                weights[pattern]++;
            }
        }
    }

    /// <summary>Alpha of the same patterns under changing weights; its arrays serve one replicate after another.</summary>
    private sealed class Replicate(RatedUnits units, MeasurementLevel measurement)
    {
        private readonly double[] _frequencies = new double[units.Values.Length];
        private readonly double[] _positions = [.. units.Values];

        /// <param name="weights">How often each pattern occurs.</param>
        public double? Alpha(int[] weights)
        {
            CountRatings(weights);
            var total = _frequencies.Sum();
            if (measurement == MeasurementLevel.Ordinal)
            {
                PlaceAtMeanRanks();
            }

            var expected = ExpectedDisagreement(total);
            return expected > 0 ? 1 - ((total - 1) * ObservedDisagreement(weights) / expected) : null;
        }

        private void CountRatings(int[] weights)
        {
            Array.Clear(_frequencies);
            for (var pattern = 0; pattern < weights.Length; pattern++)
            {
                if (weights[pattern] > 0)
                {
                    foreach (var value in units.Pattern(pattern))
                    {
                        _frequencies[value] += weights[pattern];
                    }
                }
            }
        }

        private void PlaceAtMeanRanks()
        {
            var below = 0.0;
            for (var value = 0; value < _positions.Length; value++)
            {
                _positions[value] = below + (_frequencies[value] / 2);
                below += _frequencies[value];
            }
        }

        /// <summary>The sum of distances over all ordered pairs of ratings.</summary>
        private double ExpectedDisagreement(double total)
        {
            if (measurement == MeasurementLevel.Nominal)
            {
                var same = 0.0;
                foreach (var frequency in _frequencies)
                {
                    same += frequency * frequency;
                }

                return (total * total) - same;
            }

            var sum = 0.0;
            for (var value = 0; value < _positions.Length; value++)
            {
                sum += _frequencies[value] * _positions[value];
            }

            var (mean, squares) = (sum / total, 0.0);
            for (var value = 0; value < _positions.Length; value++)
            {
                squares += _frequencies[value] * (_positions[value] - mean) * (_positions[value] - mean);
            }

            return 2 * total * squares;
        }

        /// <summary>The sum of distances over all ordered pairs within a unit, each unit's divided by one less than its ratings.</summary>
        private double ObservedDisagreement(int[] weights)
        {
            var sum = 0.0;
            for (var pattern = 0; pattern < weights.Length; pattern++)
            {
                if (weights[pattern] > 0)
                {
                    var ratings = units.Pattern(pattern);
                    var within = measurement == MeasurementLevel.Nominal ? UnequalPairs(ratings) : SquaredDistances(ratings);
                    sum += weights[pattern] * within / (ratings.Length - 1);
                }
            }

            return sum;
        }

        /// <summary>Number of ordered pairs that differ; equal ratings stand side by side.</summary>
        private static double UnequalPairs(ReadOnlySpan<int> ratings)
        {
            double same = 0, run = 0;
            for (var i = 0; i < ratings.Length; i++)
            {
                run = i > 0 && ratings[i] == ratings[i - 1] ? run + 1 : 1;

                // The k-th of a run adds 2k - 1 to the square of the run's length.
                same += (2 * run) - 1;
            }

            return ((double)ratings.Length * ratings.Length) - same;
        }

        private double SquaredDistances(ReadOnlySpan<int> ratings)
        {
            var sum = 0.0;
            foreach (var rating in ratings)
            {
                sum += _positions[rating];
            }

            var (mean, squares) = (sum / ratings.Length, 0.0);
            foreach (var rating in ratings)
            {
                squares += (_positions[rating] - mean) * (_positions[rating] - mean);
            }

            return 2 * ratings.Length * squares;
        }
    }
}
