using CrmBench.Core.Comparing;
using CrmBench.Core.Model;
using static CrmBench.Tests.Core.Comparing.TwoStates;

namespace CrmBench.Tests.Core.Comparing;

public class LedgerTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    [Fact]
    public void A_result_is_listed_on_its_day_and_without_one_with_its_release()
    {
        var catalogue = Of(("one", 90), ("two", 80), ("three", 70)).With("two", submission => submission with { SubmittedOn = Day });

        var entries = Ledger.Of(catalogue);

        Assert.Equal([(LedgerKind.Release, 2), (LedgerKind.Added, 1)], entries.Select(entry => (entry.Kind, entry.Submissions.Length)));
        Assert.Equal([new DateOnly(2026, 6, 1), Day], entries.Select(entry => entry.On));
    }

    [Fact]
    public void A_withdrawn_result_keeps_the_entry_of_its_coming_and_gets_one_of_its_going()
    {
        var gone = new Withdrawal(new DateOnly(2026, 7, 1), "Wrong model.");
        var catalogue = Of(("one", 90)).With("one", submission => submission with { SubmittedOn = Day, Withdrawn = gone });

        var entries = Ledger.Of(catalogue).Where(entry => entry.Submissions.Any(submission => submission.Id == "one"));

        Assert.Equal([LedgerKind.Withdrawn, LedgerKind.Added], entries.Select(entry => entry.Kind));
        Assert.Equal("Wrong model.", Ledger.Of(catalogue)[0].Reason);
    }

    [Fact]
    public void Every_correction_is_an_entry_newest_first()
    {
        Correction[] corrections = [new(new DateOnly(2026, 7, 1), "First."), new(new DateOnly(2026, 8, 1), "Second.")];
        var catalogue = Of(("one", 90)).With("one", submission => submission with { Corrections = [.. corrections] });

        var entries = Ledger.Of(catalogue).Where(entry => entry.Kind == LedgerKind.Corrected);

        Assert.Equal(["Second.", "First."], entries.Select(entry => entry.Reason));
    }

    [Fact]
    public void A_draft_is_no_entry_until_it_is_frozen_and_then_each_result_has_its_own_day()
    {
        var draft = Of(("one", 90), ("two", 80))
            .With("two", submission => submission with { SubmittedOn = Day })
            .With(release => release with { Status = ReleaseStatus.Draft });
        var frozen = draft.With(release => release with { Status = ReleaseStatus.Frozen });

        Assert.Empty(Ledger.Of(draft));
        Assert.Equal(
            [(frozen.Benchmarks[0].Releases[0].Date, LedgerKind.Release, 1), (Day, LedgerKind.Added, 1)],
            Ledger.Of(frozen).Select(entry => (entry.On, entry.Kind, entry.Submissions.Length)));
    }
}
