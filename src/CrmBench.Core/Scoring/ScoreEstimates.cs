using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Estimates from published aggregates, with the published interval, or one computed from count and spread, or none.</summary>
internal static class ScoreEstimates
{
    private static readonly Interval s_shares = new(0, 1);

    /// <summary>The estimate of one row.</summary>
    /// <param name="score">The row.</param>
    /// <param name="metric">Its metric.</param>
    /// <param name="passPowers">For pass^k: the rows of the same tasks and trials, by k.</param>
    /// <param name="level">Level of the interval, unless the source has its own.</param>
    public static Estimate Of(PublishedScore score, Metric metric, SortedDictionary<int, PublishedScore> passPowers, ConfidenceLevel level)
    {
        if (metric.Unit == Unit.Share)
        {
            return OfShare(score, metric, passPowers, level);
        }

        var plain = new Estimate
        {
            Value = score.Value,
            Count = score.Units ?? score.Trials,
            CountOf = (score.Units, score.Trials) switch
            {
                (null, null) => CountOf.Unknown,
                (null, _) => CountOf.Trials,
                _ when metric.PassPower is not null => CountOf.Tasks,
                _ => score.Items is null && score.Raters is null ? CountOf.Observations : CountOf.Items,
            },
            Judgments = score.Values is { } values && values != score.Units ? values : null,
            Basis = Basis.ValueOnly,
            Evidence = [new(score.Source, score.Place)],
        };
        return score switch
        {
            { Low: { } low, High: { } high } => Published(plain, low, high, score.Level),
            { Count: { } tasks, Trials: { } trials } when metric.PassPower is { } k =>
                RepeatedTrials(plain, k, tasks, trials, passPowers, level) with { Judgments = (long)tasks * trials },
            { Successes: { } successes, Trials: { } trials } when metric.Unit == Unit.Percent =>
                Share(plain, new Proportion(successes, trials), level),
            { Units: { } n, StandardDeviation: { } sd } => Spread(plain, metric, n, sd, level),
            { Units: { } n } when metric.IsFlag && CountBehind(score, n) is { } flagged =>
                Share(plain, new Proportion(flagged, n), level),
            { Units: { } n } when metric.Unit == Unit.Percent => Bounded(plain, n, level),
            _ => plain,
        };
    }

    // A share is a percentage that is written otherwise.
    private static Estimate OfShare(PublishedScore score, Metric metric, SortedDictionary<int, PublishedScore> passPowers, ConfidenceLevel level)
    {
        var inPercent = score with
        {
            Value = score.Value * 100,
            Low = score.Low * 100,
            High = score.High * 100,
            StandardDeviation = score.StandardDeviation * 100,
            Decimals = score.Decimals - 2,
        };
        var percent = Of(inPercent, metric with { Unit = Unit.Percent }, passPowers, level);
        return percent with
        {
            Value = score.Value,
            Interval = (percent.Interval, score) switch
            {
                (null, _) => null,
                (_, { Low: { } low, High: { } high }) => new Interval(low, high),
                ({ } interval, _) => new Interval(interval.Low / 100, interval.High / 100),
            },
            StandardError = percent.StandardError / 100,
        };
    }

    // The number of flagged items is whole: where only one whole number prints as published, it is known.
    private static int? CountBehind(PublishedScore score, int n)
    {
        var count = Math.Round(score.Value * n / 100);
        var halfUnit = Math.Pow(10, -score.Decimals) / 2;
        return score.Values == n && Math.Abs((100 * count / n) - score.Value) <= halfUnit + 1e-9 && 2 * halfUnit < 100.0 / n
            ? (int)count
            : null;
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
                Judgments = plain.Judgments,
            };

    private static Estimate RepeatedTrials(
        Estimate plain, int k, int tasks, int trials, SortedDictionary<int, PublishedScore> passPowers, ConfidenceLevel level)
    {
        // With one trial a task, pass^1 is the share of tasks solved.
        if (trials == 1)
        {
            return Share(plain, new Proportion((int)Math.Round(plain.Value * tasks / 100), tasks), level);
        }

        // Without the other powers the spread over tasks is not known, but each task has a value between 0 and 1, which bounds it.
        return SpreadOverTasks(k, tasks, trials, passPowers, out var nearlyAlike) is { StandardError: not null } mean
            ? WithInterval(plain, BoundedMean.WithLeastError(mean, s_shares, level), Basis.RepeatedTrials, level, nearlyAlike)
            : Bounded(plain, tasks, level);
    }

    private static MeanEstimate? SpreadOverTasks(
        int k, int tasks, int trials, SortedDictionary<int, PublishedScore> passPowers, out int nearlyAlike)
    {
        nearlyAlike = 0;
        if (passPowers.Count == trials && passPowers.Keys.SequenceEqual(Enumerable.Range(1, trials)))
        {
            var shares = passPowers.Values.Select(score => score.Value / 100).ToArray();
            var printedUnits = passPowers.Values.Select(score => Math.Pow(10, -score.Decimals) / 100).ToArray();
            if (TaskDistribution.FromPassPowers(shares, tasks, printedUnits) is not { } distribution || Contradicts(distribution))
            {
                return null;
            }

            if (distribution.EstimateOf(k) is { StandardError: not null } exact)
            {
                nearlyAlike = distribution.NearlyAlike(k);
                return exact;
            }
        }

        return k == 1 && passPowers.TryGetValue(2, out var second)
            ? PassPower.FirstFromMoments(passPowers[1].Value / 100, second.Value / 100, trials, tasks)
            : null;
    }

    // Rounding can make a number of tasks slightly negative; more than half a task below zero means that a published share is wrong.
    private static bool Contradicts(TaskDistribution distribution) =>
        distribution.Fractions.Any(fraction => fraction * distribution.Tasks < -0.5);

    private static Estimate Share(Estimate plain, Proportion counts, ConfidenceLevel level) =>
        WithInterval(plain, BoundedMean.OfWidestSpread(counts.Estimate, counts.Trials, s_shares, level)!, Basis.Proportion, level) with
        {
            Interval = Percent(Wilson.OfCounts(counts, level)),
        };

    private static Estimate Bounded(Estimate plain, int n, ConfidenceLevel level) =>
        BoundedMean.OfWidestSpread(plain.Value / 100, n, s_shares, level) is { } mean ? WithInterval(plain, mean, Basis.Bounded, level) : plain;

    private static Estimate WithInterval(Estimate plain, MeanEstimate share, Basis basis, ConfidenceLevel level, int nearlyAlike = 0) =>
        BoundedMean.IntervalOf(share, s_shares, level, nearlyAlike) is not { } interval
            ? plain
            : plain with
            {
                Interval = Percent(interval),
                Level = level.Value,
                StandardError = 100 * share.StandardError,
                DegreesOfFreedom = share.DegreesOfFreedom!.Value,
                Basis = basis,
            };

    private static Interval Percent(Interval share) => new(100 * share.Low, 100 * share.High);
}
