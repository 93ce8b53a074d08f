namespace CrmBench.Core.Statistics;

/// <summary>A count of successes among trials, such as safe answers among all answers.</summary>
public sealed record Proportion
{
    /// <summary>Creates the proportion <paramref name="successes"/> out of <paramref name="trials"/>.</summary>
    /// <param name="successes">Number of successes, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Number of trials, at least 1.</param>
    public Proportion(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        (Successes, Trials) = (successes, trials);
    }

    /// <summary>Number of successes, from 0 to <see cref="Trials"/>.</summary>
    public int Successes { get; }

    /// <summary>Number of trials, at least 1.</summary>
    public int Trials { get; }

    /// <summary>Successes divided by trials, from 0 to 1.</summary>
    public double Estimate => (double)Successes / Trials;

    /// <summary>Wilson's score interval for the share, without continuity correction, for independent trials.</summary>
    /// <returns>An interval within [0, 1]; it never collapses to a point, not even at 0 or at 1.</returns>
    public Interval WilsonInterval(ConfidenceLevel level) => Wilson.ScoreInterval(Estimate, Trials, level.NormalQuantile);
}

/// <summary>Wilson's score interval for shares; <see cref="BoundedMean"/> takes it to clustered trials and to other scales.</summary>
/// <remarks>
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", J. Amer. Stat. Assoc. 22 (1927) 209-212;
/// formula as in R. G. Newcombe, Stat. Med. 17 (1998) 857-872, method 3.
/// </remarks>
public static class Wilson
{
    private const int MostModified = 3;

    /// <summary>
    /// The interval for successes counted in independent trials. With one to three successes, or failures, Wilson's own end on
    /// that side misses shares close to 0 or 1; it is replaced by the bound of a Poisson count of the same size.
    /// </summary>
    /// <param name="counts">The counts.</param>
    /// <param name="level">The level of the interval.</param>
    /// <returns>An interval within [0, 1]; it never collapses to a point.</returns>
    /// <remarks>
    /// L. D. Brown, T. T. Cai and A. DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001) 101-133,
    /// 4.1.1; they modify up to three for numbers of trials above 50 and up to two below, we up to three for all.
    /// </remarks>
    public static Interval OfCounts(Proportion counts, ConfidenceLevel level)
    {
        var plain = counts.WilsonInterval(level);
        double trials = counts.Trials;
        var failures = counts.Trials - counts.Successes;
        return new Interval(
            counts.Successes is >= 1 and <= MostModified ? Math.Min(plain.Low, PoissonBound(counts.Successes, level) / trials) : plain.Low,
            failures is >= 1 and <= MostModified ? Math.Max(plain.High, 1 - (PoissonBound(failures, level) / trials)) : plain.High);
    }

    /// <summary>The expectation at which a Poisson count stays below <paramref name="count"/> with the probability of the level.</summary>
    private static double PoissonBound(int count, ConfidenceLevel level)
    {
        var (below, above) = (0.0, (double)count);
        for (var step = 0; step < 60; step++)
        {
            var middle = (below + above) / 2;
            var (term, sum) = (1.0, 1.0);
            for (var i = 1; i < count; i++)
            {
                term *= middle / i;
                sum += term;
            }

            (below, above) = Math.Exp(-middle) * sum > level.Value ? (middle, above) : (below, middle);
        }

        return above;
    }

    /// <summary>The formula itself, for arguments known to be in range.</summary>
    /// <param name="p">From 0 to 1.</param>
    /// <param name="n">At least 0 and finite; 0 gives the interval from 0 to 1.</param>
    /// <param name="quantile">How many standard errors the interval reaches to each side.</param>
    internal static Interval ScoreInterval(double p, double n, double quantile)
    {
        var square = quantile * quantile;
        var center = ((n * p) + (square / 2)) / (n + square);
        var margin = quantile * Math.Sqrt((n * p * (1 - p)) + (square / 4)) / (n + square);

        // At 0 and at 1 the end is exact; rounding would leave it a hair off.
        return new Interval(p == 0 ? 0 : Math.Clamp(center - margin, 0, p), p == 1 ? 1 : Math.Clamp(center + margin, p, 1));
    }
}
