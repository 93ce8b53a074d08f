using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Estimates from published aggregates: their own interval where they give one, else what n and spread allow, else none.</summary>
internal static class ScoreEstimates
{
    /// <summary>The estimate of one row.</summary>
    /// <param name="score">The row.</param>
    /// <param name="metric">Its metric.</param>
    /// <param name="passPowers">For pass^k: the rows of the same tasks and trials, by k.</param>
    /// <param name="level">Level of the interval, unless the source has its own.</param>
    public static Estimate Of(PublishedScore score, Metric metric, SortedDictionary<int, PublishedScore> passPowers, ConfidenceLevel level)
    {
        var plain = new Estimate
        {
            Value = score.Value,
            Count = score.Count ?? score.Trials,
            CountOf = (score.Count, score.Trials) switch
            {
                (null, null) => CountOf.Unknown,
                (null, _) => CountOf.Trials,
                _ => metric.PassPower is null ? CountOf.Observations : CountOf.Tasks,
            },
            Basis = Basis.ValueOnly,
            Evidence = [new(score.Source, score.Place)],
        };
        return score switch
        {
            { Low: { } low, High: { } high } => Published(plain, low, high, score.Level),
            { Count: { } tasks, Trials: { } trials } when metric.PassPower is { } k =>
                RepeatedTrials(plain, k, tasks, trials, passPowers, level) with { Judgments = (long)tasks * trials },
            { Successes: { } successes, Trials: { } trials } when metric.Unit == Unit.Percent =>
                Share(plain, (double)successes / trials, trials, Basis.Proportion, level),
            { Count: { } n, StandardDeviation: { } sd } => Spread(plain, metric, n, sd, level),
            { Count: { } n } when metric.Unit == Unit.Percent => Share(plain, score.Value / 100, n, Basis.Bounded, level),
            _ => plain,
        };
    }

    private static Estimate Published(Estimate plain, double low, double high, double? level) => plain with
    {
        Interval = new Interval(low, high),
        Level = level,
        StandardError = level is { } stated ? (high - low) / 2 / new ConfidenceLevel(stated).NormalQuantile : null,
        Basis = Basis.Published,
    };

    private static Estimate Spread(Estimate plain, Metric metric, int n, double sd, ConfidenceLevel level) =>
        MeanEstimate.FromStandardDeviation(plain.Value, sd, n) is not { } mean
            ? plain
            : Estimates.From(mean, Basis.StandardDeviation, metric.Unit, metric.Scale, level, plain.Evidence) with
            {
                Count = plain.Count,
                CountOf = plain.CountOf,
            };

    private static Estimate RepeatedTrials(
        Estimate plain, int k, int tasks, int trials, SortedDictionary<int, PublishedScore> passPowers, ConfidenceLevel level)
    {
        var share = plain.Value / 100;
        if (trials == 1)
        {
            return Share(plain, share, tasks, Basis.Proportion, level);
        }

        // Without its companions each task still has a value between 0 and 1, so the number of tasks bounds the spread.
        return SpreadOverTasks(k, tasks, trials, passPowers) is { StandardError: not null } mean
            ? Clustered(plain, mean, Basis.RepeatedTrials, level)
            : Share(plain, share, tasks, Basis.Bounded, level);
    }

    private static MeanEstimate? SpreadOverTasks(int k, int tasks, int trials, SortedDictionary<int, PublishedScore> passPowers)
    {
        if (passPowers.Count == trials && passPowers.Keys.SequenceEqual(Enumerable.Range(1, trials)))
        {
            var shares = passPowers.Values.Select(score => score.Value / 100).ToArray();
            var printedUnit = Math.Pow(10, -passPowers.Values.Min(score => score.Decimals)) / 100;
            if (TaskDistribution.FromPassPowers(shares, tasks, printedUnit) is not { } distribution || Contradicts(distribution))
            {
                return null;
            }

            if (distribution.EstimateOf(k) is { StandardError: not null } exact)
            {
                return exact;
            }
        }

        return k == 1 && passPowers.TryGetValue(2, out var second)
            ? PassPower.FirstFromMoments(passPowers[1].Value / 100, second.Value / 100, trials, tasks)
            : null;
    }

    // Rounded shares can miss a whole task by a little; half a task less than none means that one of them is wrong.
    private static bool Contradicts(TaskDistribution distribution) =>
        distribution.Fractions.Any(fraction => fraction * distribution.Tasks < -0.5);

    private static Estimate Share(Estimate plain, double share, double trials, Basis basis, ConfidenceLevel level) =>
        WithInterval(plain, Wilson.Interval(share, trials, level), Math.Sqrt(share * (1 - share) / trials), basis, level);

    private static Estimate Clustered(Estimate plain, MeanEstimate share, Basis basis, ConfidenceLevel level) =>
        WithInterval(plain, Wilson.Clustered(share, level), share.StandardError!.Value, basis, level) with
        {
            DegreesOfFreedom = share.DegreesOfFreedom!.Value,
        };

    private static Estimate WithInterval(Estimate plain, Interval? share, double error, Basis basis, ConfidenceLevel level) =>
        share is null
            ? plain
            : plain with
            {
                Interval = new Interval(100 * share.Low, 100 * share.High),
                Level = level.Value,
                // Where the sample shows no spread at all, Wilson's interval still tells what it leaves open.
                StandardError = 100 * (error > 0 ? error : share.HalfWidth / level.NormalQuantile),
                Basis = basis,
            };
}
