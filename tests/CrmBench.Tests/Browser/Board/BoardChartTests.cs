using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>The charts of a board: the same for every view of it, named in words, and larger on demand.</summary>
[Collection(BrowserTestGroup.Name)]
public class BoardChartTests(ChromiumFixture chromium, ServedSite site)
{
    private const string Labels = "[data-against=cost] svg.chart .chart-labels text";

    [Fact]
    public async Task A_filter_that_removes_no_point_moves_no_label()
    {
        await using var whole = await BoardView.OpenAsync(chromium, site, "service-agents/");
        // The five rows that have a cost are of these two providers.
        await using var filtered = await BoardView.OpenAsync(chromium, site, "service-agents/?by=openai,anthropic");

        Assert.True(await filtered.Page.Locator("tbody tr[id]").CountAsync() < await whole.Page.Locator("tbody tr[id]").CountAsync());
        Assert.Equal(await PlacesAsync(whole), await PlacesAsync(filtered));
    }

    [Fact]
    public async Task No_label_covers_a_point_however_the_board_is_filtered()
    {
        foreach (var view in (string[])["service-agents/", "demonstration/", "demonstration/?by=provider-1,provider-2", "demonstration/?not=service-call-summary", "service-agents/?not=airline"])
        {
            await using var board = await BoardView.OpenAsync(chromium, site, view);
            var covered = await board.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll("[data-against] svg.chart")].flatMap(chart => {
                  const points = [...chart.querySelectorAll("circle")].map(circle => circle.getBoundingClientRect());
                  return [...chart.querySelectorAll(".chart-labels text")].filter(text => {
                    const box = text.getBoundingClientRect();
                    return points.some(point => {
                      const [x, y] = [point.x + point.width / 2, point.y + point.height / 2];
                      return x > box.left && x < box.right && y > box.top && y < box.bottom;
                    });
                  }).map(text => text.textContent);
                })
                """);
            Assert.Empty(covered);
        }
    }

    [Fact]
    public async Task The_frontier_is_named_in_the_chart_beside_it_and_in_its_data()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        var figure = board.Page.Locator("[data-against=cost]");

        var whole = await figure.Locator("figcaption p").InnerTextAsync();
        await board.ChooseAsync("Provider", "Provider 1");
        await Assertions.Expect(figure.Locator("figcaption p")).ToContainTextAsync("The frontier among the rows shown, in blue: ");
        await figure.Locator("summary").ClickAsync();

        Assert.StartsWith("The frontier, in blue: Model ", whole, StringComparison.Ordinal);
        var named = (await figure.Locator("tbody tr").AllInnerTextsAsync()).Where(row => row.Contains("on the frontier", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(named);
        var note = await figure.Locator("figcaption p").InnerTextAsync();
        Assert.All(named, row => Assert.Contains(row.Split('\t')[0], note, StringComparison.Ordinal));
    }

    // Two of the eight complete rows have a cost in every use case.
    [Fact]
    public async Task A_frontier_says_which_rows_it_is_over()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/");
        var note = board.Page.Locator("[data-against=cost] figcaption p");
        const string Over = "None of the 2 complete rows with both figures in full is both better and cheaper.";
        Assert.Contains(Over, (await note.InnerTextAsync()).Replace('\u00a0', ' '), StringComparison.Ordinal);

        await board.ChooseAsync("Provider", "OpenAI");

        await Assertions.Expect(note).ToContainTextAsync("None of the 1\u00a0complete row with both figures in full is both better and cheaper.");
    }

    [Theory]
    [InlineData("click")]
    [InlineData("keys")]
    public async Task A_chart_becomes_larger_and_small_again(string way)
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        var figure = board.Page.Locator("[data-against=cost]");
        var small = await figure.Locator("svg.chart").BoundingBoxAsync();

        if (way == "click")
        {
            await figure.Locator("svg.chart").ClickAsync(new() { Position = new() { X = 3, Y = 60 } });
        }
        else
        {
            await figure.Locator("button.enlarge").FocusAsync();
            await board.Page.Keyboard.PressAsync("Enter");
        }

        var dialog = board.Page.GetByRole(AriaRole.Dialog, new() { Name = await figure.Locator("h2").InnerTextAsync() });
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        var large = await dialog.Locator("svg.chart").BoundingBoxAsync();
        Assert.True(large!.Width > 1.5 * small!.Width);
        Assert.True(await dialog.Locator(".chart-labels text").CountAsync() >= await figure.Locator(".chart-labels text").CountAsync());
        Assert.Empty(await board.Opened.FindBarriersAsync("dialog.enlarged"));
        await board.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    private static async Task<IEnumerable<string>> PlacesAsync(BoardView board) =>
        (await board.Page.Locator(Labels).EvaluateAllAsync<string[]>("texts => texts.map(text => [text.textContent, text.getAttribute('x'), text.getAttribute('y')].join(' '))"))
        .Order(StringComparer.Ordinal);
}
