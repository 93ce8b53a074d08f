using CrmBench.Core.Scoring;
using CrmBench.Site.Pages;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Pages;

public class StrengthsTests
{
    [Fact]
    public void Only_what_lies_outside_the_interval_is_named()
    {
        var board = Board(("low", 40, 50), ("middle", 48, 50), ("high", 90, 50));

        Assert.Equal(["solved"], Better(board, "high"));
        Assert.Empty(Worse(board, "high"));
        Assert.Empty(Better(board, "low"));
        Assert.Empty(Worse(board, "low"));
    }

    [Fact]
    public void Intervals_that_all_include_the_median_leave_nothing_to_say() => Assert.Equal(
        "Its one interval includes the median of the complete rows: the difference may be chance.",
        Note(Board(("a", 50, 50), ("b", 51, 50), ("c", 52, 50)), "a"));

    [Fact]
    public void What_chance_alone_would_do_is_said_beside_what_is_clear() => Assert.Equal(
        "Its one interval leaves out the median of the complete rows; by chance alone about 5\u00a0% of intervals do.",
        Note(Board(("low", 40, 50), ("middle", 48, 50), ("high", 90, 50)), "high"));

    [Fact]
    public void A_field_of_two_is_no_field() =>
        Assert.StartsWith("Which differences", Note(Board(("a", 10, 400), ("b", 90, 400)), "b"), StringComparison.Ordinal);

    private static Leaderboard Board(params (string Model, double Value, int Count)[] rows)
    {
        var world = new SmallWorld
        {
            UseCases = [Case("a")],
            Dimensions = [Group("success", Percent("solved"), Percent("other", counted: false))],
            RankBy = "success",
        };
        foreach (var row in rows)
        {
            world.Add(row.Model, scores: [Score("solved", row.Value, n: row.Count), Score("other", row.Value, n: row.Count)]);
        }

        return world.Board();
    }

    private static Strengths Words(Leaderboard board, string model) =>
        Strengths.Model(new BoardIndex(board, null), board.Complete.Single(row => row.Model.Id == model));

    private static string Note(Leaderboard board, string model) => Words(board, model).Note;

    private static IEnumerable<string> Better(Leaderboard board, string model) => Words(board, model).Better.Select(finding => finding.Name);

    private static IEnumerable<string> Worse(Leaderboard board, string model) => Words(board, model).Worse.Select(finding => finding.Name);
}
