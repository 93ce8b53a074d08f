using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Tests.EndToEnd;

namespace CrmBench.Tests.Core.Scoring;

public class CallPercentilesTests
{
    private static readonly Leaderboard Board = BoardResults.Release("demonstration", "2026-09").Boards[0];

    [Fact]
    public void Calls_are_told_apart_by_what_was_called_in_the_benchmarks_order()
    {
        var submission = With(Calls("long", 3, 1), Calls("short", 2, 1), Calls(null, 5, 1));

        var all = CallPercentiles.Of(Board.Benchmark, submission);

        Assert.Equal(["short", "long", null], all.Select(calls => calls.At.Profile));
        Assert.Equal([2.0, 3.0, 5.0], all.Select(calls => calls.P50.Value));
    }

    [Fact]
    public void Percentiles_and_intervals_are_those_of_the_calls_that_ended_well()
    {
        double[] seconds = [.. Enumerable.Range(1, 400).Select(i => i / 10.0)];
        var submission = With([.. seconds.Select(value => Call("short", value)), Call("short", null)]);

        var calls = Assert.Single(CallPercentiles.Of(Board.Benchmark, submission));

        Assert.Equal(new CallCounts(400, 1, 0), calls.Calls);
        Assert.Equal(Percentile.Type7(seconds, 0.95), calls.P95!.Value);
        Assert.Equal(Percentile.Interval(seconds, 0.99, new ConfidenceLevel(0.95)), calls.P99!.Interval);
        Assert.NotNull(calls.P50.Interval);
    }

    // With fewer than twenty calls the 95th percentile lies beyond all but the slowest, and is no more than that one.
    [Theory]
    [InlineData(19, false, false)]
    [InlineData(20, true, false)]
    [InlineData(99, true, false)]
    [InlineData(100, true, true)]
    public void A_high_percentile_needs_a_call_beyond_it(int count, bool hasP95, bool hasP99)
    {
        var calls = Assert.Single(CallPercentiles.Of(Board.Benchmark, With(Calls("short", 1, count))));

        Assert.Equal((hasP95, hasP99), (calls.P95 is not null, calls.P99 is not null));
    }

    [Fact]
    public void Where_no_call_ended_well_there_is_nothing_to_tell() =>
        Assert.Empty(CallPercentiles.Of(Board.Benchmark, With([Call("short", null)])));

    [Fact]
    public void A_use_case_has_the_calls_of_its_profile_fastest_row_first()
    {
        var useCase = Board.UseCases.First(useCase => useCase.Profile == "long");

        var rows = CallPercentiles.For(Board, useCase);

        Assert.Equal(Board.Rows.Count(), rows.Length);
        Assert.All(rows, row => Assert.Equal("long", row.Percentiles.At.Profile));
        Assert.Equal(rows.OrderBy(row => row.Percentiles.P50.Value).Select(row => row.Row.Label), rows.Select(row => row.Row.Label));
    }

    private static Submission With(params IEnumerable<TimedCall>[] calls) => With([.. calls.SelectMany(each => each)]);

    private static Submission With(ImmutableArray<TimedCall> calls) => Board.Rows.First().Submission with { Calls = calls };

    private static IEnumerable<TimedCall> Calls(string? profile, double seconds, int count) =>
        Enumerable.Repeat(Call(profile, seconds), count);

    private static TimedCall Call(string? profile, double? seconds) => Board.Rows.First().Submission.Calls[0] with
    {
        At = new MeasuredAt(null, profile),
        Seconds = seconds,
        Status = seconds is null ? CallStatus.Error : CallStatus.Ok,
    };
}
