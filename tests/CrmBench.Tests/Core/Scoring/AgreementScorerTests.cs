using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Scoring;

public class AgreementScorerTests
{
    private static readonly Judge Program = new("program", null, "programs");

    [Fact]
    public void Raters_who_always_give_the_same_grade_agree_fully()
    {
        var agreement = Facts([(1, "r1", 1), (1, "r2", 1), (2, "r1", 4), (2, "r2", 4), (3, "r1", 2), (3, "r2", 2)]);

        Assert.Equal(1, agreement.Alpha);
        Assert.Equal(1, agreement.WeightedKappa);
        Assert.Equal(AgreementVerdict.Reliable, agreement.Verdict);
        Assert.Equal((2, 3, 6, 3), (agreement.Raters, agreement.Responses, agreement.Ratings, agreement.Items));
    }

    // K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), example C: 12 items by 4 observers, ordinal alpha .815.
    [Fact]
    public void Alpha_is_the_published_one_of_the_worked_example()
    {
        string[] items = ["11-1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "-555", "--11", "-3--"];
        var ratings = items.SelectMany((row, item) => row.Select((grade, rater) => (item, $"r{rater}", grade)))
            .Where(rating => rating.grade != '-')
            .Select(rating => (rating.item, rating.Item2, rating.grade - '0'));

        var agreement = Facts(ratings, highest: 5);

        Assert.Equal(0.815, agreement.Alpha!.Value, 0.0005);
        Assert.Equal((4, 11, 40, 41), (agreement.Raters, agreement.Responses, agreement.Ratings, agreement.Distribution.Total));
    }

    [Fact]
    public void Raters_who_contradict_each_other_show_no_agreement()
    {
        var agreement = Facts([(1, "r1", 1), (1, "r2", 4), (2, "r1", 4), (2, "r2", 1), (3, "r1", 1), (3, "r2", 4)]);

        Assert.True(agreement.Alpha < 0);
        Assert.Equal(AgreementVerdict.None, agreement.Verdict);
    }

    [Fact]
    public void An_interval_that_reaches_chance_shows_no_agreement_however_high_the_coefficient()
    {
        var agreement = Facts([(1, "r1", 1), (1, "r2", 1), (2, "r1", 4), (2, "r2", 4)])
            with
        { Alpha = 0.9, Interval = new Interval(-0.1, 1) };

        Assert.Equal(AgreementVerdict.None, agreement.Verdict);
    }

    [Fact]
    public void One_rater_alone_leaves_agreement_unknown()
    {
        var agreement = Facts([(1, "r1", 1), (2, "r1", 4)]);

        Assert.Null(agreement.Alpha);
        Assert.Null(agreement.Interval);
        Assert.Equal(AgreementVerdict.Unknown, agreement.Verdict);
        Assert.Equal((1, 0, 0, 0), (agreement.Raters, agreement.Responses, agreement.Ratings, agreement.Items));
    }

    [Fact]
    public void Every_rating_is_counted_by_grade_and_grades_nobody_gave_are_zero()
    {
        var distribution = Facts([(1, "r1", 2), (1, "r2", 2), (2, "r1", 4), (3, "r1", 2)]).Distribution;

        Assert.Equal(1, distribution.Lowest);
        Assert.Equal([0, 3, 0, 1], distribution.Counts);
        Assert.Equal(4, distribution.Total);
    }

    [Fact]
    public void Programs_are_compared_with_people_over_the_responses_both_rated()
    {
        // Programs give one grade more than people, whichever model; item 3 has no program.
        var release = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] }
            .Add("good", Table([(1, "r1", 3), (1, "program", 4), (2, "r1", 2), (2, "program", 3), (3, "r1", 1)]), judges: [Program])
            .Add("poor", Table([(1, "r1", 1), (1, "program", 2), (2, "r1", 2), (2, "program", 3)]), judges: [Program])
            .Release();

        var between = release.Agreement!.Metrics.Single().Methods.Single();

        Assert.Equal(("people", "programs"), (between.People.Id, between.Programs.Id));
        Assert.Equal((2, 4), (between.Submissions, between.Responses));
        Assert.Equal(1, between.MeanDifference.Value, 12);
        Assert.Equal(1, between.Spearman!.Value, 12);
        Assert.Equal(1, between.KendallTauB!.Value, 12);
        Assert.Equal(1, between.SpearmanOfResponses!.Value, 12);
    }

    [Fact]
    public void Methods_are_not_compared_where_only_one_of_them_rated()
    {
        var release = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] }
            .Add("m", Table([(1, "r1", 3), (1, "r2", 4)]))
            .Release();

        Assert.Empty(release.Agreement!.Metrics.Single().Methods);
        Assert.Equal(["people"], release.Agreement.Metrics.Single().Raters.Select(rater => rater.Method.Id));
    }

    [Fact]
    public void A_judge_that_rated_a_model_of_its_own_provider_is_named_and_no_other()
    {
        Judge[] judges = [new("own", "mine", "programs"), new("other", "theirs", "programs"), new("idle", "mine", "programs"), Program];
        var world = new SmallWorld
        {
            UseCases = [Case("a")],
            Dimensions = [Accuracy("facts")],
            ProviderOf = model => model == "theirs" ? "other" : "home",
        };

        var agreement = world
            .Add("judged", Table([(1, "own", 3), (1, "other", 4), (1, "program", 4), (1, "r1", 2)]), judges: judges)
            .Add("mine")
            .Add("theirs")
            .Release().Agreement!;

        var shared = Assert.Single(agreement.SharedProviders);
        Assert.Equal(("judged", "own", "home"), (shared.Submission.Id, shared.Judge.Rater, shared.Provider.Id));
    }

    [Fact]
    public void Without_single_ratings_there_is_nothing_to_agree_on()
    {
        var world = new SmallWorld { Dimensions = [Group("accuracy", Percent("solved"))] };

        Assert.Null(world.Add("m", scores: [Score("solved", 50, "a", n: 100)]).Release().Agreement);
    }

    private static RaterAgreement Facts(IEnumerable<(int Item, string Rater, int Grade)> ratings, int highest = 4) =>
        new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", Rated("facts") with { Scale = new(1, highest, []) })] }
            .Add("m", Table(ratings))
            .Release().Agreement!.Metrics.Single().Raters.Single();

    private static RatingTable Table(IEnumerable<(int Item, string Rater, int Grade)> ratings) =>
        Ratings(["facts"], ratings.Select(rating => ("a", $"item {rating.Item}", rating.Rater, new int?[] { rating.Grade })));
}
