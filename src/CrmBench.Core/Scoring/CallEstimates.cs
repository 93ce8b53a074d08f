using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>How timed calls ended.</summary>
/// <param name="Ok">With a full response.</param>
/// <param name="Errors">With an error.</param>
/// <param name="Timeouts">Not in time.</param>
public sealed record CallCounts(int Ok, int Errors, int Timeouts)
{
    /// <summary>All calls.</summary>
    public int Total => Ok + Errors + Timeouts;

    /// <summary>Calls that failed either way.</summary>
    public int Failed => Errors + Timeouts;
}

/// <summary>Estimates from timed calls.</summary>
internal static class CallEstimates
{
    /// <summary>Where the timed calls of a submission stand.</summary>
    public static ImmutableArray<Evidence> EvidenceOf(Submission submission) =>
    [
        new(
            submission.Sources[0],
            new SourcePlace(submission.Place.Path.Replace("submission.json", "latencies.csv", StringComparison.Ordinal))),
    ];

    /// <summary>A statistic of the seconds of calls that ended well.</summary>
    /// <param name="statistic">Which one.</param>
    /// <param name="sorted">Seconds, rising, at least one.</param>
    /// <param name="level">Level of the interval.</param>
    /// <param name="evidence">Where they come from.</param>
    public static Estimate Of(Statistic statistic, double[] sorted, ConfidenceLevel level, ImmutableArray<Evidence> evidence)
    {
        if (statistic == Statistic.Mean)
        {
            // At least one call, all finite: there is a mean.
            var mean = ClusteredMean.FromItems(sorted)!;
            return Estimates.From(mean, Basis.Calls, Unit.Seconds, null, level, evidence) with
            {
                Count = sorted.Length,
                CountOf = CountOf.Calls,
            };
        }

        var share = statistic switch
        {
            Statistic.P50 => 0.50,
            Statistic.P95 => 0.95,
            _ => 0.99,
        };
        var interval = Percentile.Interval(sorted, share, level);
        return new Estimate
        {
            Value = Percentile.Type7(sorted, share)!.Value,
            Interval = interval,
            Level = interval is null ? null : level.Value,
            Count = sorted.Length,
            CountOf = CountOf.Calls,
            Basis = Basis.Calls,
            Evidence = evidence,
        };
    }
}

/// <summary>How long the usual and the slow ones among timed calls take, in seconds.</summary>
/// <param name="At">What was called: a use case, a profile, or the model as a whole.</param>
/// <param name="Calls">How the calls ended; only those that ended well have seconds.</param>
/// <param name="P50">The median: half of the calls are faster.</param>
/// <param name="P95">One call in twenty takes longer; null with fewer than 20 calls that ended well, where it would be the longest.</param>
/// <param name="P99">One call in a hundred takes longer; null with fewer than 100 calls that ended well.</param>
public sealed record CallPercentiles(MeasuredAt At, CallCounts Calls, Estimate P50, Estimate? P95, Estimate? P99)
{
    private const int LeastForP95 = 20;
    private const int LeastForP99 = 100;

    /// <summary>The calls of a submission by what was called: profiles before use cases, in the order of the benchmark.</summary>
    /// <param name="benchmark">The benchmark, for its order and the level of intervals.</param>
    /// <param name="submission">The submission; empty where no call was timed, or none ended well.</param>
    public static ImmutableArray<CallPercentiles> Of(Benchmark benchmark, Submission submission)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(submission);
        var level = new ConfidenceLevel(benchmark.ConfidenceLevel);
        var profiles = benchmark.Profiles.Select(profile => profile.Id).ToList();
        var useCases = benchmark.UseCases.Select(useCase => useCase.Id).ToList();
        return
        [
            .. submission.Calls.GroupBy(call => call.At)
                .OrderBy(group => group.Key.Profile is { } profile ? profiles.IndexOf(profile) : profiles.Count)
                .ThenBy(group => group.Key.UseCase is { } useCase ? useCases.IndexOf(useCase) : useCases.Count)
                .Select(group => Of(group.Key, [.. group], level, CallEstimates.EvidenceOf(submission)))
                .OfType<CallPercentiles>(),
        ];
    }

    /// <summary>
    /// The calls that hold for a use case, its own before those of its profile, of every row of a board that has some: those whose usual
    /// call is fastest first.
    /// </summary>
    /// <param name="board">The board.</param>
    /// <param name="useCase">The use case.</param>
    public static ImmutableArray<(LeaderboardRow Row, CallPercentiles Percentiles)> For(Leaderboard board, UseCase useCase)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(useCase);
        return
        [
            .. board.Rows
                .Select(row => (Row: row, Found: Find(Of(board.Benchmark, row.Submission), useCase)))
                .Where(entry => entry.Found is not null)
                .Select(entry => (entry.Row, entry.Found!))
                .OrderBy(entry => entry.Item2.P50.Value),
        ];
    }

    /// <summary>How the calls of a submission ended; null where none were timed.</summary>
    internal static CallCounts? Count(IReadOnlyCollection<TimedCall> calls)
    {
        int Of(CallStatus status) => calls.Count(call => call.Status == status);
        return calls.Count == 0 ? null : new(Of(CallStatus.Ok), Of(CallStatus.Error), Of(CallStatus.Timeout));
    }

    private static CallPercentiles? Find(ImmutableArray<CallPercentiles> all, UseCase useCase) =>
        all.FirstOrDefault(calls => calls.At.UseCase == useCase.Id)
        ?? all.FirstOrDefault(calls => calls.At.Profile is { } profile && profile == useCase.Profile);

    private static CallPercentiles? Of(
        MeasuredAt at, ImmutableArray<TimedCall> calls, ConfidenceLevel level, ImmutableArray<Evidence> evidence)
    {
        double[] sorted = [.. calls.Select(call => call.Seconds).OfType<double>().Order()];
        Estimate? From(Statistic statistic, int least) =>
            sorted.Length >= least ? CallEstimates.Of(statistic, sorted, level, evidence) : null;

        // At least one call: the group is not empty.
        return From(Statistic.P50, 1) is { } median
            ? new CallPercentiles(at, Count(calls)!, median, From(Statistic.P95, LeastForP95), From(Statistic.P99, LeastForP99))
            : null;
    }
}
