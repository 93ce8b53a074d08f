using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Tests.Core.Statistics;

public class TaskDistributionTests
{
    private const double TwoDecimalsOfPercent = 0.0001;

    [Fact]
    public void The_tasks_of_the_published_example_come_back()
    {
        var distribution = TaskDistribution.FromPassPowers([0.84, 0.7767, 0.735, 0.70], 50, TwoDecimalsOfPercent)!;

        Assert.Equal([3, 3, 2, 7, 35], distribution.TaskCounts!.Value);
        Assert.Equal(0.0421, distribution.EstimateOf(1).StandardError!.Value, 0.00005);
        Assert.Equal(0.84, distribution.EstimateOf(1).Value);
    }

    [Fact]
    public void Known_runs_come_back_from_their_rounded_row_with_all_their_errors()
    {
        var runs = PassPowerTests.AirlineRuns();
        var known = Enumerable.Range(1, 4).Select(k => TrialRuns.PassPower(runs, k)).ToArray();
        var printed = known.Select(estimate => Math.Round(estimate.Value, 3)).ToArray();

        var distribution = TaskDistribution.FromPassPowers(printed, 50, 0.001)!;

        Assert.Equal(Enumerable.Range(0, 5).Select(solved => runs.Count(run => run.Successes == solved)), distribution.TaskCounts!.Value);
        for (var k = 1; k <= 4; k++)
        {
            Assert.Equal(known[k - 1].StandardError!.Value, distribution.EstimateOf(k).StandardError!.Value, 1e-12);
        }
    }

    [Fact]
    public void Every_current_row_of_the_published_board_but_one_is_made_of_whole_tasks()
    {
        var distributions = OracleTable.Read("tau-bench-pass-powers.csv").Rows
            .ToDictionary(row => $"{row["submission_id"]} {row["domain"]}", row => TaskDistribution.FromPassPowers(
                [.. Enumerable.Range(1, 4).Select(k => row.Number($"pass_{k}_pct") / 100)], TasksOf(row["domain"]), TwoDecimalsOfPercent)!);

        Assert.Equal(51, distributions.Count);
        Assert.All(distributions.Values, distribution => Assert.Equal(1, distribution.Fractions.Sum(), 1e-12));

        // 9.79, 7.22, 5.67 and 3.09 of 97 tasks would need minus 6 tasks that were solved twice: not four trials of every task.
        var odd = Assert.Single(distributions, pair => pair.Value.TaskCounts is null);
        Assert.Equal("glm-5-think_sierra_2026-03-02 banking_knowledge", odd.Key);
        Assert.Equal(-6.0 / 97, odd.Value.Fractions[2], 0.0005);

        static int TasksOf(string domain) => domain switch { "airline" => 50, "banking_knowledge" => 97, _ => 114 };
    }

    // GPT-5 on the airline tasks of tau-bench's old board: the file drops closing zeros, so 51 stands beside 55.33333333333332.
    [Fact]
    public void A_number_that_lost_its_closing_zeros_is_as_exact_as_those_beside_it()
    {
        double[] unlike = [1e-3, 1e-16, 1e-2, 1e-2];

        var distribution = TaskDistribution.FromPassPowers([0.625, 0.5533333333333332, 0.51, 0.48], 50, unlike)!;

        Assert.Equal([13, 3, 4, 6, 24], distribution.TaskCounts!.Value);
    }

    [Theory]
    [InlineData(0.01, true)]
    [InlineData(0.1, false)]
    public void Whole_percents_are_exact_where_only_one_number_of_tasks_prints_so(double unit, bool isKnown)
    {
        // 20 tasks of two trials, half a task a step of pass^1: 8 of them twice, 4 once.
        var distribution = TaskDistribution.FromPassPowers([0.5, 0.4], 20, [unit, unit])!;

        Assert.Equal(isKnown, distribution.TaskCounts is not null);
    }

    [Fact]
    public void A_wrong_number_of_tasks_gives_shares_but_no_tasks_and_no_errors()
    {
        var distribution = TaskDistribution.FromPassPowers([0.84, 0.7767, 0.735, 0.70], 47, TwoDecimalsOfPercent)!;

        Assert.Null(distribution.TaskCounts);
        Assert.Equal(0.7, distribution.Fractions[4]);
        Assert.Null(distribution.EstimateOf(2).StandardError);
        Assert.Equal(0.7767, distribution.EstimateOf(2).Value);
    }

    [Fact]
    public void Powers_that_would_need_a_negative_number_of_tasks_give_none()
    {
        // pass^2 above pass^1: some task would be solved in all trials more often than in one.
        var distribution = TaskDistribution.FromPassPowers([0.5, 0.6], 10, TwoDecimalsOfPercent)!;

        Assert.Null(distribution.TaskCounts);
        Assert.Contains(distribution.Fractions, fraction => fraction < 0);
    }

    [Fact]
    public void Digits_too_few_to_tell_the_tasks_give_none() =>
        Assert.Null(TaskDistribution.FromPassPowers([0.84, 0.78, 0.74, 0.70], 500, 0.01)!.TaskCounts);

    [Fact]
    public void One_trial_tells_the_tasks_solved_once()
    {
        var distribution = TaskDistribution.FromPassPowers([0.6], 10, 0.01)!;

        Assert.Equal([4, 6], distribution.TaskCounts!.Value);
        Assert.Equal(Math.Sqrt(0.24 / 9), distribution.EstimateOf(1).StandardError!.Value, 1e-15);
    }

    [Fact]
    public void One_task_has_no_error() => Assert.Null(TaskDistribution.FromPassPowers([1, 1], 1, 0.01)!.EstimateOf(1).StandardError);

    [Fact]
    public void What_is_no_share_has_no_distribution()
    {
        Assert.Null(TaskDistribution.FromPassPowers([], 10, 0.01));
        Assert.Null(TaskDistribution.FromPassPowers([0.5, double.NaN], 10, 0.01));
        Assert.Null(TaskDistribution.FromPassPowers([84, 78], 10, 0.01));
    }
}
