using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Scoring;

public class GradeSpreadTests
{
    [Theory]
    [InlineData(1, 4, 3)]
    [InlineData(1, 5, 4)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 7, 5)]
    public void Good_is_what_lies_above_the_middle_of_the_scale(int lowest, int highest, int good) =>
        Assert.Equal(good, GradeSpread.LowestGood(new RatingScale(lowest, highest, [])));

    // Grades 1, 4, 4, 4 have the mean 3.25; three of four are good, and the middle is 4.
    [Fact]
    public void The_median_and_the_share_of_good_grades_tell_what_the_mean_hides()
    {
        var score = Rated(("a", [1, 4, 4, 4]));

        Assert.Equal((3.25, 75, 4.0, 4), (score.Estimate!.Value, score.Grades!.GoodShare, score.Grades.Median, score.Grades.Count));
    }

    [Fact]
    public void Half_below_and_half_above_leave_the_median_between() => Assert.Equal(2.5, Rated(("a", [1, 1, 4, 4])).Grades!.Median);

    // Two good ones of two, and one of eight: (100 + 12.5) / 2, and not 3 of 10.
    [Fact]
    public void Use_cases_weigh_as_in_the_mean_however_many_grades_they_have()
    {
        var grades = Rated(("a", [4, 3]), ("b", [1, 1, 1, 1, 1, 1, 1, 3])).Grades!;

        Assert.Equal(56.25, grades.GoodShare, 10);
        Assert.Equal(3, grades.Median);
    }

    [Fact]
    public void Without_single_grades_there_is_no_spread()
    {
        var board = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] }
            .Add("a", scores: [Score("facts", 3.2, "a", n: 10, sd: 0.5)]).Board();

        Assert.Null(board.Complete[0].RankedBy.Grades);
    }

    // Facts 4 and 4, and two parts of completeness with 1 and 1: the mean is of all, and so is the share.
    [Fact]
    public void A_metric_with_parts_counts_by_the_grades_of_its_parts()
    {
        string[] rated = ["facts", "cause", "outcome"];
        var complete = SmallWorld.Rated("complete") with { Parts = [SmallWorld.Rated("cause"), SmallWorld.Rated("outcome")] };
        var score = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", SmallWorld.Rated("facts"), complete)] }
            .Add("a", Ratings(rated, [("a", "i0", "r", [4, 1, 1]), ("a", "i1", "r", [4, 1, 1])]))
            .Board().Complete[0].RankedBy;

        Assert.Equal((2.5, 6, 1.0), (score.Estimate!.Value, score.Grades!.Count, score.Grades.Median));
        Assert.Equal(100 / 3.0, score.Grades.GoodShare, 10);
    }

    private static DimensionScore Rated(params (string UseCase, int[] Grades)[] useCases) =>
        new SmallWorld { UseCases = [.. useCases.Select(useCase => Case(useCase.UseCase))], Dimensions = [Accuracy("facts")] }
            .Add("a", Ratings(["facts"], useCases.SelectMany(useCase => useCase.Grades.Select((grade, i) => (useCase.UseCase, $"i{i}", "r", new int?[] { grade })))))
            .Board().Complete[0].RankedBy;
}
