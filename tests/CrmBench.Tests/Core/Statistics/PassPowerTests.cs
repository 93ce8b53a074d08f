using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Tests.Core.Statistics;

public class PassPowerTests
{
    // The README row of tau-bench, gpt-4o, airline: 0.420 0.273 0.220 0.200.
    [Theory]
    [InlineData(1, 0.420)]
    [InlineData(2, 0.273)]
    [InlineData(3, 0.220)]
    [InlineData(4, 0.200)]
    public void The_200_published_runs_give_the_published_row(int k, double published)
    {
        var estimate = TrialRuns.PassPower(AirlineRuns(), k);

        Assert.Equal(published, estimate.Value, 0.0005);
        Assert.Equal(50, estimate.Count);
        Assert.NotNull(estimate.ToInterval(new ConfidenceLevel(0.95)));
    }

    // 84.0 and 77.67 on 50 tasks: 4.2 points over tasks, where 200 independent runs would give 2.6.
    [Fact]
    public void Two_published_moments_give_the_error_over_tasks()
    {
        var estimate = PassPower.FirstFromMoments(0.84, 0.7767, trials: 4, tasks: 50)!;

        Assert.Equal(0.0421, estimate.StandardError!.Value, 0.00005);
        Assert.Equal(0.0259, Math.Sqrt(0.84 * 0.16 / 200), 0.00005);
    }

    [Fact]
    public void Two_moments_of_known_runs_give_the_error_of_the_runs()
    {
        var runs = AirlineRuns();
        var (first, second) = (TrialRuns.PassPower(runs, 1), TrialRuns.PassPower(runs, 2));

        var recovered = PassPower.FirstFromMoments(first.Value, second.Value, 4, 50)!;

        Assert.Equal(first.StandardError!.Value, recovered.StandardError!.Value, 1e-12);
    }

    [Theory]
    [InlineData(0.5, 0.6)]
    [InlineData(0.5, 0.1)]
    [InlineData(0.5, double.NaN)]
    [InlineData(0.5, -0.1)]
    public void Moments_that_cannot_belong_together_give_no_error(double pass1, double pass2) =>
        Assert.Null(PassPower.FirstFromMoments(pass1, pass2, 4, 50)!.StandardError);

    [Fact]
    public void One_task_gives_no_error() => Assert.Null(PassPower.FirstFromMoments(0.5, 0.5, 2, 1)!.StandardError);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(84)]
    [InlineData(-0.1)]
    public void What_is_no_share_gives_no_estimate(double pass1) => Assert.Null(PassPower.FirstFromMoments(pass1, 0.1, 4, 50));

    internal static Proportion[] AirlineRuns() =>
        [.. OracleTable.Read("tau-bench-airline-runs.csv").Rows
            .GroupBy(row => row["task_id"])
            .Select(task => new Proportion(task.Count(row => row.Number("reward") == 1), task.Count()))];
}
