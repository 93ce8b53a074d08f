using System.Collections.Immutable;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Tests.EndToEnd;
using CrmBench.Tests.Site.Browser;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>Browser and program are twins: whatever use cases a reader leaves out, both show the same text.</summary>
[Collection(BrowserTestGroup.Name)]
public class TwinTests(ChromiumFixture chromium, ServedSite site)
{
    private const int RandomSelections = 12;
    private const int PairsPerSelection = 24;

    public static TheoryData<string> Boards =>
    [
        .. ShippedResults.Releases.SelectMany(release => release.Boards).Select(board =>
            $"{board.Benchmark.Id}/{board.Release.Id}/{board.Method.Id}"),
    ];

    [Theory]
    [MemberData(nameof(Boards))]
    public async Task Every_shipped_board_reads_the_same_over_any_use_cases(string board)
    {
        var (release, whole) = ShippedResults.Releases
            .SelectMany(release => release.Boards, (release, whole) => (release, whole))
            .Single(entry => $"{entry.whole.Benchmark.Id}/{entry.whole.Release.Id}/{entry.whole.Method.Id}" == board);

        await Compare(board, release.Observed, whole, page => page.TextOf($"data/{board}.board.json"));
    }

    [Theory]
    [InlineData("people")]
    [InlineData("programs")]
    public async Task A_board_with_every_kind_of_gap_reads_the_same(string method)
    {
        var release = UnevenWorld.Release();
        var whole = release.Boards.Single(board => board.Method.Id == method);
        await Compare($"uneven/{method}", release.Observed, whole, _ => BoardText.Of(release, whole));
    }

    private async Task Compare(string seed, ObservedRelease observed, Leaderboard whole, Func<ModulePage, string> textOf)
    {
        var random = Xoshiro256.FromText(seed);
        var selections = Selections(whole.UseCases.Length, random);
        var pairs = selections.Select(_ => Pairs(whole, random)).ToImmutableArray();
        await using var page = await ModulePage.OpenAsync(chromium, site);

        var told = await page.RunAsync<string[][]>(
            ["board-data", "score", "format", "spans"],
            ToldBoard.Script,
            new object[]
            {
                textOf(page),
                selections,
                pairs.Select(some => some.Select(pair => new object[] { pair.Dimension, pair.First, pair.Second }).ToArray()).ToArray(),
            });

        for (var i = 0; i < selections.Length; i++)
        {
            var expected = ToldBoard.Tell(observed, whole, selections[i], pairs[i]);
            var differing = expected.Zip(told[i]).Where(lines => lines.First != lines.Second)
                .Select(lines => $"program: {lines.First}\nbrowser: {lines.Second}").ToArray();
            Assert.Equal(expected.Length, told[i].Length);
            Assert.True(
                differing.Length == 0,
                $"{differing.Length} of {expected.Length} lines differ over {selections[i]}:\n{string.Join('\n', differing.Take(5))}");
        }
    }

    /// <summary>All use cases twice (said and unsaid), each alone, and some at random.</summary>
    private static string[] Selections(int useCases, Xoshiro256 random) =>
    [
        new('1', useCases),
        new('1', useCases),
        .. Enumerable.Range(0, useCases).Select(one => string.Concat(Enumerable.Range(0, useCases).Select(i => i == one ? '1' : '0'))),
        .. Enumerable.Range(0, RandomSelections)
            .Select(_ => string.Concat(Enumerable.Range(0, useCases).Select(_ => random.NextInt(4) > 0 ? '1' : '0')))
            .Where(flags => flags.Contains('1', StringComparison.Ordinal)),
    ];

    private static ImmutableArray<(int Dimension, string First, string Second)> Pairs(Leaderboard board, Xoshiro256 random)
    {
        string[] rows = [.. board.Rows.Select(row => row.Submission.Id)];
        return
        [
            .. Enumerable.Range(0, PairsPerSelection).Select(i => (
                i % board.Benchmark.Dimensions.Length,
                rows[random.NextInt(rows.Length)],
                rows[random.NextInt(rows.Length)])),
        ];
    }
}
