using CrmBench.CarryOver.Published;
using CrmBench.Import.Formats;

namespace CrmBench.ShippedData;

public sealed class TauTextBoardTests
{
    // Counts as the source data's own description states them.
    [Fact]
    public void The_list_in_force_has_twenty_seven_submissions_of_which_eight_cover_all_domains()
    {
        var current = Of("2026-08").ToList();

        Assert.Equal(27, current.Count);
        Assert.Equal(8, current.Count(submission => submission.Domains.Length == 4));
    }

    [Fact]
    public void Every_domain_of_the_list_in_force_fits_four_trials_of_each_task()
    {
        Assert.All(Of("2026-08").SelectMany(submission => submission.Domains), domain => Assert.True(TauTextBoard.FitsTrials(domain)));
    }

    [Fact]
    public void Domains_that_do_not_fit_their_trials_get_no_trials()
    {
        var withTrials = Of("legacy")
            .Where(submission => TauTextBoard.Folder(submission, "model", "legacy").Scores.Any(score => score.Trials.Length > 0))
            .Select(submission => submission.Model.Value);

        Assert.Equal(["GPT-5", "Qwen3-Max-Thinking"], withTrials.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<TauSubmission> Of(string release) => AgentBoards.Carried(SourceData.Folder())
        .Where(entry => !entry.Submission.IsVoice && entry.Release == release)
        .Select(entry => entry.Submission);
}
