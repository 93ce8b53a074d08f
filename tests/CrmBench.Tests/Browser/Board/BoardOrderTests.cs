using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>Sorting, pins and differences.</summary>
[Collection(BrowserTestGroup.Name)]
public class BoardOrderTests(ChromiumFixture chromium, ServedSite site)
{
    /// <summary>Columns of the demonstration with their class, their heading and whether more is better.</summary>
    public static TheoryData<string, string, bool> Columns => new()
    {
        { "score", "Accuracy", true },
        { "c1", "Cost", false },
        { "c2", "Speed", false },
        { "c3", "Trust", true },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Sorts_by_value_the_better_way_first_and_the_other_way_next(string css, string heading, bool more)
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?full=1&sort=name");

        await board.SortAsync(heading);
        var first = await board.ValuesAsync(css);
        await board.SortAsync(heading);
        var second = await board.ValuesAsync(css);

        Assert.Equal(more ? first.OrderDescending() : first.Order(), first);
        Assert.Equal(first.Reverse(), second);
    }

    [Fact]
    public async Task What_is_missing_comes_last_either_way()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/?rank=speed");
        var better = await board.ValuesAsync("c2");
        await board.SortAsync("Speed");
        var worse = await board.ValuesAsync("c2");

        foreach (var values in new[] { better, worse })
        {
            Assert.Contains(null, values);
            Assert.DoesNotContain(null, values.TakeWhile(value => value is not null));
            Assert.All(values.SkipWhile(value => value is not null), value => Assert.Null(value));
        }
    }

    [Fact]
    public async Task Partial_rows_stay_under_their_line_whatever_the_sort()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/?sort=cost");

        Assert.Equal(8, await board.Page.Locator(".board tbody.complete tr[id]").CountAsync());
        Assert.All(
            await board.Page.Locator(".board tbody.partial tr[id] .rank").AllTextContentsAsync(),
            text => Assert.Contains("not ranked", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_assistive_technology_which_column_sorts_and_which_way()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        var heads = board.Page.Locator(".board thead th[aria-sort]");

        await Assertions.Expect(heads).ToHaveAttributeAsync("aria-sort", "descending");
        await board.SortAsync("Cost");
        await Assertions.Expect(heads).ToHaveAttributeAsync("aria-sort", "ascending");
        await Assertions.Expect(heads).ToContainTextAsync("Cost");
        await board.SortAsync("Cost");

        await Assertions.Expect(heads).ToHaveAttributeAsync("aria-sort", "descending");
        await Assertions.Expect(heads).ToContainTextAsync("Cost");
        Assert.Equal("?rank=cost&sort=cost.r", await board.SettledQueryAsync());
    }

    [Fact]
    public async Task Pinned_rows_stay_on_top_whatever_is_filtered_or_sorted()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");

        await board.Row("Model H").Locator(".pin").ClickAsync();
        await board.SortAsync("Cost");
        await board.Page.FillAsync(".find", "Model A");

        Assert.Equal(["Model H", "Model A"], await board.RowsAsync());
        Assert.Equal("?q=Model A&rank=cost&pin=model-h", await board.SettledQueryAsync());
    }

    [Fact]
    public async Task A_pinned_row_shows_how_far_the_others_are_and_whether_that_may_be_chance()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?pin=model-b&full=1");

        await board.ComparedAsync();
        var differences = await board.ColumnAsync("diff");

        Assert.StartsWith("to Model B", await board.Page.Locator("thead .diff .sub").TextContentAsync(), StringComparison.Ordinal);
        // Rank ranges 3-5 and 3-5: the two cannot be told apart; the last is behind for certain.
        Assert.EndsWith("may be chance", Of(await board.RowsAsync(), differences, "Model J"), StringComparison.Ordinal);
        Assert.EndsWith("worse", Of(await board.RowsAsync(), differences, "Model H"), StringComparison.Ordinal);
        Assert.EndsWith("better", Of(await board.RowsAsync(), differences, "Model G"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_open_by_groups_and_can_be_put_away()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");

        await board.ChooseAsync("Columns", "Trust: metrics");
        await board.ChooseAsync("Columns", "Speed", "show");

        Assert.Equal("?cols=trust.metrics&hide=speed", await board.SettledQueryAsync());
        await Assertions.Expect(board.Page.Locator("thead th", new() { HasText = "Safety" }).First).ToBeVisibleAsync();
        await Assertions.Expect(board.Page.Locator("thead .c2")).ToBeHiddenAsync();
    }

    private static string Of(string[] rows, string[] cells, string name) => cells[Array.IndexOf(rows, name)];
}
