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
