using CrmBench.Core.Scoring;
using CrmBench.Tests.EndToEnd;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Scoring;

public class ObservedReleaseTests
{
    [Fact]
    public void A_board_over_all_or_over_one_use_case_is_the_release_s_own()
    {
        var release = BoardResults.Release("demonstration", "2026-09");
        var (method, useCases) = (release.Boards[1].Method, release.Observed.UseCases);

        Assert.Equal(Told(release.Boards[1]), Told(release.Observed.ScoreBoard(method, useCases)));
        Assert.Equal(Told(release.UseCaseBoards[2][1]), Told(release.Observed.ScoreBoard(method, [useCases[2]])));
    }

    [Fact]
    public void Boards_over_one_use_case_are_asked_for_by_the_use_case()
    {
        var world = new SmallWorld { UseCases = [Case("a"), Case("b")], Dimensions = [Group("accuracy", Percent("solved"))] };
        var release = world.Add("only", scores: [Score("solved", 50, "a", n: 100), Score("solved", 90, "b", n: 100)]).Release();

        var board = Assert.Single(release.BoardsOver(Case("b")));

        Assert.Equal(90, Assert.Single(board.Complete).RankedBy.Estimate?.Value);
        Assert.Same(board, release.UseCaseBoards[1][0]);
        Assert.Empty(release.BoardsOver(Case("of another release")));
    }

    [Fact]
    public void What_leaves_a_use_case_out_completes_the_rows_that_lacked_only_it()
    {
        var world = new SmallWorld { UseCases = [Case("a"), Case("b")], Dimensions = [Group("accuracy", Percent("solved"))] };
        var release = world
            .Add("whole", scores: [Score("solved", 50, "a", n: 100), Score("solved", 90, "b", n: 100)])
            .Add("half", scores: [Score("solved", 60, "a", n: 100)])
            .Release();

        var board = release.Observed.ScoreBoard(release.Boards[0].Method, [release.Observed.UseCases[0]]);

        Assert.Equal(["whole"], release.Boards[0].Complete.Select(row => row.Model.Id));
        Assert.Equal(["half", "whole"], board.Complete.Select(row => row.Model.Id));
        Assert.Equal([1, 2], board.Complete.Select(row => row.Rank!.Value));
    }

    private static IEnumerable<(string, double?, int?, string)> Told(Leaderboard board) => board.Rows.Select(row =>
        (row.Submission.Id, row.RankedBy.Estimate?.Value, row.Rank, $"{row.RankRange}{row.OnCostFrontier}"));
}
