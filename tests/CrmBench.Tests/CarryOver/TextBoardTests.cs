using CrmBench.CarryOver.Agents;

namespace CrmBench.Tests.CarryOver;

public sealed class TextBoardTests
{
    // Counts as the source data's own description states them.
    [Fact]
    public void The_list_in_force_has_twenty_seven_submissions_of_which_eight_cover_all_domains()
    {
        var current = TextBoard.Produce(CarriedData.Source()).Where(submission => submission.Release == "2026-08").ToList();

        Assert.Equal(27, current.Count);
        Assert.Equal(8, current.Count(submission => submission.Scores.Count(score => score.Metric == "pass-1") == 4));
    }

    [Fact]
    public void Every_row_of_the_list_in_force_fits_four_trials_of_each_task()
    {
        var current = TauSubmission.ReadAll(CarriedData.Source()).Where(TextBoard.IsCurrent);

        Assert.All(current.SelectMany(submission => submission.Rows), row => Assert.True(TextBoard.FitsTrials(row)));
    }

    [Fact]
    public void Rows_that_do_not_fit_their_trials_get_no_trials()
    {
        var legacy = TextBoard.Produce(CarriedData.Source()).Where(submission => submission.Release == "legacy").ToList();

        var withTrials = legacy
            .Where(submission => submission.Scores.Any(score => score.Trials.Length > 0))
            .Select(submission => submission.Id);
        Assert.Equal(["gpt-5", "qwen3-max-thinking"], withTrials.Order(StringComparer.Ordinal));
    }
}
