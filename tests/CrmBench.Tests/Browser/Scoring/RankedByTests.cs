using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;
using CrmBench.Tests.EndToEnd;
using CrmBench.Tests.Site.Browser;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>A reader may have the ranks by any dimension: the browser finds the places that the program gives.</summary>
public class RankedByTests
{
    private const string Places =
        """
        async ({ boarddata, score, comparing, holm, format }, [text, dimensions, selected, together]) => {
          const board = await boarddata.loadBoard(text);
          return dimensions.map(id => {
            const index = board.dimensions.findIndex(one => one.id === id);
            const scored = score.scoreBoard(board, selected, comparing.comparing, together ? holm.holm : null, index);
            const { complete, partial, unscored } = scored.order;
            const told = row => `${board.row(row).id} ${format.rankText(scored.places[row]) ?? ""}`;
            return [complete.map(told).join(), [...partial, ...unscored].map(told).sort().join()].join(" | ");
          });
        }
        """;

    public static TheoryData<string> Boards =>
    [
        .. BoardResults.Releases.SelectMany(release => release.Boards).Select(board => $"{board.Benchmark.Id}/{board.Release.Id}/{board.Method.Id}"),
    ];

    [Theory]
    [MemberData(nameof(Boards))]
    public async Task Any_dimension_ranks_as_if_it_were_the_boards_own(string board)
    {
        var (release, whole) = BoardResults.Releases.SelectMany(release => release.Boards, (release, whole) => (release, whole))
            .Single(entry => $"{entry.whole.Benchmark.Id}/{entry.whole.Release.Id}/{entry.whole.Method.Id}" == board);

        await Compare(release.Observed, whole, ScriptModules.TextOf($"data/{board}.board.json"), together: false);
    }

    [Theory]
    [InlineData("people", false)]
    [InlineData("programs", false)]
    [InlineData("people", true)]
    [InlineData("programs", true)]
    public async Task So_it_does_on_a_board_with_every_kind_of_gap(string method, bool together)
    {
        var release = UnevenWorld.Release();
        var whole = release.Boards.Single(board => board.Method.Id == method);
        await Compare(release.Observed, whole, BoardText.Of(release, whole), together);
    }

    private static async Task Compare(ObservedRelease observed, Leaderboard whole, string text, bool together)
    {
        foreach (var useCases in (ImmutableArray<UseCase>[])[whole.UseCases, [.. whole.UseCases.Where((_, i) => i % 2 == 0)]])
        {
            var expected = whole.Benchmark.Dimensions
                .Select(dimension => (dimension.Id, Board: observed.ScoreBoard(whole.Method, useCases, together, dimension), dimension))
                .Where(entry => Alike(entry.Board, entry.dimension))
                .ToImmutableArray();
            var told = await ScriptModules.RunAsync<string[]>(
                ["board-data", "score", "comparing", "holm", "format"],
                Places,
                new object[] { text, expected.Select(entry => entry.Id).ToArray(), whole.UseCases.Select(useCases.Contains).ToArray(), together });

            Assert.Equal(expected.Select(entry => Tell(entry.Board)), told);
        }
    }

    // Rows beside figures of other runs are no twins: the program ranks by what a release says, and says what is measured elsewhere.
    private static bool Alike(Leaderboard board, Dimension dimension) =>
        board.Complete.Select(row => row[dimension].Estimate!.Belonging).Distinct().Count() == 1;

    private static string Tell(Leaderboard board)
    {
        var others = board.Partial.Concat(board.Unscored).Select(row => $"{row.Submission.Id} ").Order(StringComparer.Ordinal);
        return $"{string.Join(',', board.Complete.Select(Tell))} | {string.Join(',', others)}";
    }

    private static string Tell(LeaderboardRow row) =>
        $"{row.Submission.Id} {((row.RankRange ?? row.RankOnRequest?.Range) is { } range ? Format.Ranks(range) : Format.Count(row.Rank ?? row.RankOnRequest!.Value.Rank))}";
}
