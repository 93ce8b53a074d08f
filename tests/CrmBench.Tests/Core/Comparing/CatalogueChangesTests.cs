using System.Collections.Immutable;
using CrmBench.Core.Comparing;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Tests.Core.Scoring;
using CsCheck;
using static CrmBench.Tests.Core.Comparing.TwoStates;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Comparing;

public class CatalogueChangesTests
{
    private static readonly Withdrawal TakenBack = new(new DateOnly(2026, 7, 1), "Wrong.");

    private static readonly Correction PutRight = new(new DateOnly(2026, 7, 1), "A figure was of another model.");

    [Fact]
    public void Nothing_differs_from_itself()
    {
        // Read twice, so that nothing is the same object.
        var changes = Between(Of(("one", 90), ("two", 80)), Of(("one", 90), ("two", 80)));

        Assert.True(changes.IsEmpty);
    }

    [Fact]
    public void Where_a_row_stands_and_in_which_order_is_no_change()
    {
        PublishedScore[] scores = [Score("solved", 90, "a", n: 100), Score("solved", 80, "b", n: 100)];
        Catalogue World(IEnumerable<PublishedScore> rows) =>
            new SmallWorld { Dimensions = [Group("accuracy", Percent("solved"))] }.Add("m", scores: rows).Scored().Catalogue;

        var changes = Between(World(scores), World(scores.Reverse().Select((row, i) => row with { Place = new SourcePlace("scores.csv", 7 + i) })));

        Assert.True(changes.IsEmpty);
    }

    [Fact]
    public void A_new_row_is_its_own_cause_and_moves_the_others()
    {
        var changes = Between(Of(("one", 90), ("two", 50)), Of(("one", 90), ("two", 50), ("new", 95)));

        Assert.Equal(SubmissionFate.Added, Assert.Single(changes.Submissions).Fate);
        var whole = changes.Rows.Where(row => row.UseCase is null).ToList();
        Assert.Equal(["new", "one", "two"], whole.Select(row => row.Row.Latest.Submission.Id));
        Assert.Equal([RowCause.Own, RowCause.Others, RowCause.Others], whole.Select(row => row.Cause));
        Assert.Equal([0, -1, -1], whole.Select(row => row.PlacesGained));
        Assert.Equal(2, changes.MovedByOthers);
    }

    [Fact]
    public void A_board_of_one_use_case_is_told_apart_from_that_over_all()
    {
        Catalogue World(double inB) => new SmallWorld { Dimensions = [Group("accuracy", Percent("solved"))] }
            .Add("one", scores: [Score("solved", 90, "a", n: 100), Score("solved", 50, "b", n: 100)])
            .Add("two", scores: [Score("solved", 80, "a", n: 100), Score("solved", inB, "b", n: 100)])
            .Scored().Catalogue;

        var changes = Between(World(20), World(95));

        Assert.Equal(
            [(null, "two", 1), (null, "one", -1), ("b", "two", 1), ("b", "one", -1)],
            changes.Rows.Select(row => (row.UseCase?.Id, row.Row.Latest.Submission.Id, row.PlacesGained)));
    }

    [Fact]
    public void A_tie_with_a_new_row_is_told_by_the_new_row_alone()
    {
        var changes = Between(Of(("one", 90), ("two", 50)), Of(("one", 90), ("two", 50), ("new", 89)));

        var rows = changes.Rows.Where(row => row.UseCase is null).ToDictionary(row => row.Row.Latest.Submission.Id);
        Assert.Equal(["one"], rows["new"].TiesGained.Select(row => row.Submission.Id));
        Assert.Empty(rows["one"].TiesGained);
        Assert.True(rows["one"].IsOfRankRange);
    }

    [Fact]
    public void Ties_between_rows_that_stay_are_told_by_both()
    {
        var before = Of(("one", 90), ("two", 50));

        var changes = Between(before, before.With("two", submission => submission.WithSolved(89)));

        Assert.All(changes.Rows, row => Assert.Single(row.TiesGained));
        Assert.Equal([RowCause.Own, RowCause.Others], changes.Rows.Where(row => row.UseCase is null).Select(row => row.Cause));
    }

    [Fact]
    public void A_withdrawn_row_leaves_the_board_and_a_restored_one_comes_back()
    {
        var standing = Of(("one", 90), ("two", 89));
        var withdrawn = standing.With("one", submission => submission with { Withdrawn = TakenBack });

        var there = Between(standing, withdrawn);
        var back = Between(withdrawn, standing);

        Assert.Equal(SubmissionFate.Withdrawn, Assert.Single(there.Submissions).Fate);
        Assert.Null(there.Rows[0].Row.After);
        Assert.Equal(["two"], there.Rows[0].TiesLost.Select(row => row.Submission.Id));
        Assert.Equal(SubmissionFate.Restored, Assert.Single(back.Submissions).Fate);
        Assert.Null(back.Rows[0].Row.Before);
    }

    [Fact]
    public void A_changed_figure_is_counted_and_shown_with_both_values()
    {
        var before = Of(("one", 90), ("two", 50));

        var changes = Between(before, before.With("two", submission => submission.WithSolved(60)));

        Assert.Equal(new PartChange(SubmissionPart.Scores, 0, 1, 0), Assert.Single(Assert.Single(changes.Submissions).Parts));
        var figure = changes.Rows[0].Figures[0];
        Assert.Equal((50, 60), (figure.Before!.Value, figure.After!.Value));
        Assert.All(changes.Rows, row => Assert.Equal("two", row.Row.Latest.Submission.Id));
    }

    [Fact]
    public void Rows_about_the_same_are_changed_and_others_come_and_go()
    {
        RatingTable Rated(params (string, string, string, int?[])[] rows) => Ratings(["facts"], rows);
        Catalogue World(RatingTable ratings) =>
            new SmallWorld { Dimensions = [Accuracy("facts")] }.Add("m", ratings).Scored().Catalogue;

        var changes = Between(
            World(Rated(("a", "1", "r", [4]), ("a", "2", "r", [3]), ("a", "3", "r", [2]))),
            World(Rated(("a", "4", "r", [1]), ("a", "5", "r", [1]), ("a", "2", "r", [4]), ("a", "1", "r", [4]))));

        Assert.Equal(new PartChange(SubmissionPart.Ratings, 2, 1, 1), Assert.Single(changes.Submissions[0].Parts));
    }

    [Fact]
    public void A_price_moves_the_rows_of_its_model_and_is_no_change_of_their_own()
    {
        SmallWorld World(double price) => new SmallWorld
        {
            UseCases = [Case("a", "short")],
            Profiles = [new("short", "Short", 1_000_000, 0)],
            Dimensions = [Group("accuracy", Percent("solved")), Group("cost", Plain("money", Unit.Usd))],
        }
            .Add("one", scores: [Score("solved", 90, "a", n: 100)])
            .Add("two", scores: [Score("solved", 80, "a", n: 100)])
            .AddPrice(new TokenPrice("one", price, 0, null, null, null, "list"))
            .AddPrice(new TokenPrice("two", 5, 0, null, null, null, "list"));

        var changes = CatalogueChanges.Between(World(9).Scored(), World(1).Scored());

        Assert.Equal(["one"], changes.Prices);
        Assert.Empty(changes.Submissions);
        var rows = changes.Rows.Where(row => row.UseCase is null).ToDictionary(row => row.Row.Latest.Submission.Id);
        Assert.Equal(RowCause.Shared, rows["one"].Cause);
        Assert.False(rows["one"].IsOfFrontier);
        Assert.Equal(RowCause.Others, rows["two"].Cause);
        Assert.True(rows["two"].IsOfFrontier);
        Assert.Equal("r", Assert.Single(changes.FrozenReleasesMoved).Release.Id);
    }

    [Fact]
    public void A_definition_that_differs_is_told_once()
    {
        var before = Of(("one", 90));

        var changes = Between(before, before with { Benchmarks = [before.Benchmarks[0] with { ConfidenceLevel = 0.9 }] });

        Assert.Equal(0.9, Assert.Single(changes.Benchmarks).After!.ConfidenceLevel);
        Assert.Equal(RowCause.Shared, changes.Rows[0].Cause);
        Assert.Empty(changes.Submissions);
        Assert.Empty(changes.Releases);
    }

    // Each is a copy with equal content, so comparing by reference would report it.
    [Fact]
    public void Definitions_are_compared_by_content()
    {
        var before = Of(("one", 90));
        var benchmark = before.Benchmarks[0];
        var copy = benchmark with
        {
            Methods = [.. benchmark.Methods.Select(method => method with { })],
            Dimensions =
            [
                .. benchmark.Dimensions.Select(dimension => dimension with
                {
                    Metrics = [.. dimension.Metrics.Select(metric => metric with { Methods = [.. metric.Methods] })],
                }),
            ],
            UseCases = [.. benchmark.UseCases],
            UseCaseWeights = benchmark.UseCaseWeights.Add("a", 2).Remove("a"),
        };

        Assert.True(Between(before, before with { Benchmarks = [copy] }).IsEmpty);
    }

    [Fact]
    public void A_frozen_result_changes_only_with_a_reason()
    {
        var frozen = Of(("one", 90));
        var draft = frozen.With(release => release with { Status = ReleaseStatus.Draft });
        Objection? To(Catalogue before, Func<Submission, Submission> change) =>
            Assert.Single(Between(before, before.With("one", change)).Submissions).Objection;

        Assert.Equal(Objection.ChangedWithoutCorrection, To(frozen, submission => submission.WithSolved(60)));
        Assert.Null(To(frozen, submission => submission.WithSolved(60) with { Corrections = [PutRight] }));
        Assert.Null(To(frozen, submission => submission with { Withdrawn = TakenBack }));
        Assert.Null(To(draft, submission => submission.WithSolved(60)));
    }

    [Theory]
    [InlineData(ReleaseStatus.Frozen, Objection.Vanished, Objection.AddedToFrozen)]
    [InlineData(ReleaseStatus.Draft, null, null)]
    public void Results_come_and_go_in_drafts_only(ReleaseStatus status, Objection? gone, Objection? come)
    {
        var two = Of(("one", 90), ("two", 80)).With(release => release with { Status = status });
        var one = two.With(release => release with { Submissions = release.Submissions.RemoveAt(1) });

        Assert.Equal(gone, Assert.Single(Between(two, one).Submissions).Objection);
        Assert.Equal(come, Assert.Single(Between(one, two).Submissions).Objection);
    }

    [Fact]
    public void No_note_of_the_ledger_may_vanish()
    {
        var plain = Of(("one", 90)).With(release => release with { Status = ReleaseStatus.Draft });
        var withdrawn = plain.With("one", submission => submission with { Withdrawn = TakenBack });
        var corrected = plain.With("one", submission => submission with { Corrections = [PutRight] });

        Assert.Equal(Objection.RestoredWithoutCorrection, Between(withdrawn, plain).Submissions[0].Objection);
        Assert.Equal(Objection.CorrectionLost, Between(corrected, plain).Submissions[0].Objection);
        Assert.Equal(Objection.Vanished, Between(withdrawn, withdrawn.With(release => release with { Submissions = [] })).Submissions[0].Objection);
        Assert.Equal([PutRight], Between(plain, corrected).Submissions[0].NewCorrections);
    }

    [Fact]
    public void A_release_that_goes_is_one_objection_and_not_one_a_result()
    {
        var before = Of(("one", 90), ("two", 80));
        var after = before with { Benchmarks = [before.Benchmarks[0] with { Releases = [] }] };

        var changes = Between(before, after);

        Assert.Equal(Objection.Vanished, Assert.Single(changes.Releases).Objection);
        Assert.All(changes.Submissions, change => Assert.Equal((SubmissionFate.Removed, null), (change.Fate, change.Objection)));
        Assert.All(changes.Rows, row => Assert.Null(row.Row.After));
    }

    [Fact]
    public void A_frozen_release_that_thaws_is_an_objection()
    {
        var frozen = Of(("one", 90));
        var draft = frozen.With(release => release with { Status = ReleaseStatus.Draft });

        Assert.Equal(Objection.FrozenReleaseChanged, Assert.Single(Between(frozen, draft).Releases).Objection);
        Assert.Null(Assert.Single(Between(draft, frozen).Releases).Objection);
    }

    [Fact]
    public void What_is_said_forwards_is_said_backwards_with_the_sides_exchanged() => States.Select(States).Sample((first, second) =>
    {
        var forwards = Between(first, second);
        var backwards = Between(second, first);

        Assert.Equal(Sides(forwards, row => (row.Before, row.After)), Sides(backwards, row => (row.After, row.Before)));
        Assert.Equal(forwards.Submissions.Length, backwards.Submissions.Length);
        Assert.Equal(
            forwards.Rows.Sum(row => row.TiesGained.Length), backwards.Rows.Sum(row => row.TiesLost.Length));
    });

    [Fact]
    public void A_row_that_is_not_reported_is_the_same_in_both_states() => States.Select(States).Sample((first, second) =>
    {
        var reported = Between(first, second).Rows
            .Where(row => row.UseCase is null).Select(row => row.Row.Latest.Submission.Id).ToHashSet();
        var (before, after) = (Standings(first), Standings(second));

        Assert.All(before.Keys.Union(after.Keys), id =>
            Assert.True(reported.Contains(id) || before.GetValueOrDefault(id) == after.GetValueOrDefault(id)));
    });

    // Up to six models, each on a board or not.
    private static Gen<Catalogue> States { get; } = Gen.Int[-1, 9].Array[6].Select(figures => Of(
    [
        .. figures.Index().Where(pair => pair.Item >= 0).Select(pair => ($"m{pair.Index}", 10.0 * pair.Item)),
    ]));

    private static IEnumerable<string> Sides(
        CatalogueChanges changes, Func<Change<LeaderboardRow>, (LeaderboardRow? Before, LeaderboardRow? After)> sides) =>
        changes.Rows
            .Select(row => (row, Sides: sides(row.Row)))
            .Select(pair => $"{pair.row.UseCase?.Id} {pair.row.Row.Latest.Submission.Id} {Standing(pair.Sides.Before)} {Standing(pair.Sides.After)}")
            .Order(StringComparer.Ordinal);

    private static ImmutableDictionary<string, string?> Standings(Catalogue catalogue) =>
        Scorer.Score(catalogue).Benchmarks[0].Releases[0].Boards[0].Rows.ToImmutableDictionary(row => row.Submission.Id, Standing);

    private static string? Standing(LeaderboardRow? row) => row is null
        ? null
        : FormattableString.Invariant($"{row.RankedBy.Estimate?.Value} {row.Rank} {row.RankRange?.Best}-{row.RankRange?.Worst}");
}
