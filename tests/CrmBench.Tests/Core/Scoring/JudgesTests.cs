using CrmBench.Core.Model;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Scoring;

/// <summary>Judges that are shown apart, judgments point by point, boards without a ranking, yardsticks.</summary>
public class JudgesTests
{
    private static readonly Judge[] Judges = [new("one", null, "programs"), new("two", null, "programs")];

    [Fact]
    public void Each_judge_has_a_board_the_first_is_the_method_and_nobody_is_averaged_unasked()
    {
        var release = WithJudges().Release();

        Assert.Equal(["people", "programs"], release.Boards.Select(board => board.Method.Id));
        Assert.Equal(["programs-two", "programs-all"], release.JudgeBoards.Select(board => board.Method.Id));
        Assert.Equal([4.0, 2.0, 3.0, 2.5], release.AllBoards.Select(board => board.Complete.Single().RankedBy.Estimate!.Value));
    }

    [Fact]
    public void Each_judge_is_compared_with_people_by_itself()
    {
        var metric = WithJudges().Release().Agreement!.Metrics.Single();

        Assert.Equal(["programs", "programs-two", "programs-all"], metric.Methods.Select(methods => methods.Programs.Id));
        Assert.Equal([-2.0, -1.0, -1.5], metric.Methods.Select(methods => methods.MeanDifference.Value));
        Assert.Equal(["people", "programs-all"], metric.AmongRaters.Select(raters => raters.Method.Id));
    }

    [Fact]
    public void The_criteria_of_a_response_are_averaged_raters_first_and_the_item_is_the_unit()
    {
        // Item 1: criterion x is 4 by both raters and y is 1 by one of them, so 2.5; item 2 is 3.
        var table = Ratings(["facts"],
            [("a", "1", "ann", [4]), ("a", "1", "bob", [4]), ("a", "1", "ann", [1]), ("a", "2", "ann", [3])]) with
        {
            Criteria = ["x", "y"],
            Criterion = [0, 0, 1, -1],
        };

        var estimate = World().Add("m", table).Board().Complete.Single().RankedBy.Estimate!;

        Assert.Equal(2.75, estimate.Value);
        Assert.Equal(2, estimate.Count);
        Assert.Equal(4, estimate.Judgments);
    }

    [Fact]
    public void Raters_agree_on_criteria_and_not_on_means_of_responses()
    {
        // The means of both raters are 2.5 on the only item; on its criteria they are opposed.
        var table = Ratings(["facts"],
            [("a", "1", "ann", [1]), ("a", "1", "bob", [4]), ("a", "1", "ann", [4]), ("a", "1", "bob", [1])]) with
        {
            Criteria = ["x", "y"],
            Criterion = [0, 0, 1, 1],
        };

        var raters = World().Add("m", table).Release().Agreement!.Metrics.Single().Raters.Single();

        Assert.Equal(2, raters.Responses);
        Assert.Equal(1, raters.Items);
        Assert.True(raters.Alpha < 0);
    }

    [Fact]
    public void A_share_of_the_highest_grade_is_shown_in_percent_and_its_ratings_are_ordered()
    {
        var metric = SmallWorld.Rated("facts") with { Unit = Unit.Percent, Scale = new RatingScale(0, 2, []) };
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", metric)] }
            .Add("m", Ratings(["facts"], [("a", "1", "ann", [2]), ("a", "1", "bob", [2]), ("a", "2", "ann", [1]), ("a", "2", "bob", [0])]));

        Assert.Equal(62.5, world.Board().Complete.Single().RankedBy.Estimate!.Value);
        Assert.Equal(CrmBench.Core.Statistics.MeasurementLevel.Ordinal, world.Release().Agreement!.Metrics.Single().Raters.Single().Measurement);
    }

    [Fact]
    public void A_benchmark_that_ranks_nothing_keeps_ranks_for_those_who_ask()
    {
        var release = World(unranked: "Answers were made under different settings.").Add("best", Items(4, 4, 3)).Add("worst", Items(1, 2, 1)).Release();

        var rows = release.Boards[0].Complete;

        Assert.Equal(["best", "worst"], rows.Select(row => row.Model.Id));
        Assert.All(rows, row => Assert.Null(row.Rank));
        Assert.All(rows, row => Assert.Null(row.RankRange));
        Assert.Equal([1, 2], rows.Select(row => row.RankOnRequest!.Value.Rank));
        Assert.Empty(release.Leaders[0]);
    }

    [Fact]
    public void A_yardstick_stands_beside_the_ranking_and_takes_no_rank()
    {
        var board = World(reference: "texts-by-people")
            .Add("model", Items(3, 3, 2)).Add("texts-by-people", Items(4, 4, 4)).Board();

        Assert.Equal("model", board.Complete.Single().Model.Id);
        Assert.Equal(1, board.Complete.Single().Rank);
        Assert.Equal("texts-by-people", board.References.Single().Model.Id);
        Assert.DoesNotContain(board.Rows, row => row.Model.Id == "texts-by-people");
    }

    [Fact]
    public void Pairs_that_people_tell_apart_say_whether_the_judge_sees_them_alike()
    {
        // People: a and b are level, c is far below both. The judge puts c above b.
        var release = World()
            .Add("a", Rated([4, 3, 4, 3], [4, 4, 4, 4]), judges: [new Judge("judge", null, "programs")])
            .Add("b", Rated([3, 4, 3, 4], [2, 2, 2, 2]), judges: [new Judge("judge", null, "programs")])
            .Add("c", Rated([1, 1, 2, 1], [3, 3, 3, 3]), judges: [new Judge("judge", null, "programs")])
            .Release();

        var methods = release.Agreement!.Metrics.Single().Methods.Single();

        Assert.Equal(3, methods.Pairs);
        Assert.Equal([("a", "c", true), ("b", "c", false)], methods.ToldPairs.Select(pair => (pair.First.Id, pair.Second.Id, pair.Alike)));
    }

    [Fact]
    public void The_interval_of_the_order_holds_its_estimate_and_is_the_same_each_time()
    {
        SmallWorld Made() => World()
            .Add("a", Rated([4, 3, 4, 3], [4, 4, 3, 4]), judges: [new Judge("judge", null, "programs")])
            .Add("b", Rated([3, 2, 3, 4], [2, 3, 2, 2]), judges: [new Judge("judge", null, "programs")])
            .Add("c", Rated([1, 1, 2, 1], [1, 3, 1, 2]), judges: [new Judge("judge", null, "programs")]);

        var methods = Made().Release().Agreement!.Metrics.Single().Methods.Single();

        Assert.Equal(1.0, methods.Spearman!.Value, 12);
        Assert.InRange(methods.Spearman!.Value, methods.SpearmanInterval!.Low, methods.SpearmanInterval.High);
        Assert.Equal(methods.SpearmanInterval, Made().Release().Agreement!.Metrics.Single().Methods.Single().SpearmanInterval);
    }

    private static SmallWorld WithJudges() => new SmallWorld
    {
        UseCases = [Case("a")],
        Dimensions = [Group("accuracy", RatedByJudges("facts"))],
        Methods = MethodsWithJudges(),
    }.Add("m", Ratings(["facts"],
        [("a", "1", "ann", [4]), ("a", "1", "one", [1]), ("a", "1", "two", [3]), ("a", "2", "ann", [4]), ("a", "2", "one", [3]), ("a", "2", "two", [3])]), judges: Judges);

    private static SmallWorld World(string? unranked = null, string? reference = null) => new()
    {
        UseCases = [Case("a")],
        Dimensions = [Accuracy("facts")],
        Unranked = unranked,
        ReferenceModels = reference is null ? [] : [reference],
    };

    private static RatingTable Items(params int[] grades) =>
        Ratings(["facts"], grades.Select((grade, i) => ("a", $"{i}", "ann", (int?[])[grade])));

    private static RatingTable Rated(int[] people, int[] judge) => Ratings(
        ["facts"],
        people.Select((grade, i) => ("a", $"{i}", "ann", (int?[])[grade])).Concat(judge.Select((grade, i) => ("a", $"{i}", "judge", (int?[])[grade]))));
}
