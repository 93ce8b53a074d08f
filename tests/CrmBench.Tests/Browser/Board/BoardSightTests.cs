using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>What stays in sight of a board, what its headings explain in place, and what does not move.</summary>
[Collection(BrowserTestGroup.Name)]
public class BoardSightTests(ChromiumFixture chromium, ServedSite site)
{
    private const string TopOfHead = "document.querySelector('.board thead').getBoundingClientRect().top";

    [Theory]
    [InlineData("crm-llm/")]
    [InlineData("service-agents/")]
    [InlineData("crmarena/")]
    [InlineData("demonstration/")]
    [InlineData("voice-agents/")]
    [InlineData("summary-coverage/")]
    public async Task A_phone_shows_six_rows_of_a_board_and_where_one_is_on_its_first_screen(string path)
    {
        await using var board = await BoardView.OpenAsync(chromium, site, path, new View(390, 844));

        var all = await board.Page.Locator(".board tbody tr[id]").CountAsync();
        var shown = await board.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('.board tbody tr[id]')].filter(row => row.getBoundingClientRect().bottom <= innerHeight).length");
        Assert.InRange(shown, Math.Min(6, all), all);

        var pill = (await board.Page.Locator(".pills [aria-current]").BoundingBoxAsync())!;
        Assert.InRange(pill.X, 0, 390 - pill.Width);
        Assert.Equal(0, await board.Opened.FindOverflowAsync());
    }

    [Theory]
    [InlineData(390)]
    [InlineData(360)]
    public async Task No_name_is_broken_inside_a_word(int width)
    {
        foreach (var path in new[] { "crm-llm/", "service-agents/", "voice-agents/", "crmarena/", "demonstration/" })
        {
            await using var board = await BoardView.OpenAsync(chromium, site, path, new View(width, 844));

            Assert.Empty(await board.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll(".board .model bdi, .board .variant")].flatMap(({ firstChild: text }) =>
                  [...text.data.matchAll(/[\p{L}\p{N}.]+/gu)].filter(({ 0: word, index }) => {
                    const range = document.createRange();
                    range.setStart(text, index);
                    range.setEnd(text, index + word.length);
                    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
                  }).map(([word]) => word))
                """));
        }
    }

    [Fact]
    public async Task What_a_phone_shortens_opens_in_place()
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("crm-llm/"), new View(390, 844, Scripts: false));
        var lead = opened.Page.Locator(".about-board .lead").First;
        var before = (await lead.BoundingBoxAsync())!.Height;

        await opened.Page.Locator(".read-on").ClickAsync();

        await Assertions.Expect(opened.Page.Locator(".read-on")).ToBeHiddenAsync();
        Assert.InRange((await lead.BoundingBoxAsync())!.Height, before + 1, 844);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_heading_opens_what_it_means_with_the_grades_unit_method_and_source(bool scripts)
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("demonstration/"), new View(Scripts: scripts));
        var button = opened.Page.GetByRole(AriaRole.Button, new() { Name = "About Accuracy" });

        await button.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");

        var about = opened.Page.Locator(".about:popover-open");
        await Assertions.Expect(about).ToBeVisibleAsync();
        foreach (var text in new[] { "mean of 4, grade 1–4, higher is better", "4 Very good", "3 Good", "2 Poor", "1 Very poor", "Manual:", "Source:", "How it is made" })
        {
            await Assertions.Expect(about).ToContainTextAsync(text);
        }

        // Where a page may run no scripts, axe waits for ever.
        if (scripts)
        {
            Assert.Empty(await opened.FindBarriersAsync(".about:popover-open"));
        }

        await opened.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(about).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_grades_are_worded_as_the_methodology_words_them()
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("crm-llm/"), new View());
        var here = await opened.Page.Locator("#about-accuracy .grade-words dd").AllTextContentsAsync();
        await opened.Page.GotoAsync(site.Server.AddressOf("crm-llm/methodology/"));
        var there = await opened.Page.Locator("table:has(caption:text('The grades and what they mean')) tbody tr td:last-child").AllTextContentsAsync();

        Assert.Equal(4, here.Count);
        Assert.Equal(there.Take(4), here);
    }

    [Fact]
    public async Task The_head_stays_in_sight_and_its_names_stand_on_one_line()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/");
        var lines = await board.Page.EvaluateAsync<double[]>(
            """
            () => [...document.querySelectorAll(".board thead th")].filter(head => head.checkVisibility()).map(head => {
              const range = document.createRange();
              const name = head.querySelector(".sort") ?? [...head.childNodes].find(node => node.textContent.trim());
              range.selectNodeContents(name);
              return Math.round(range.getClientRects()[0].bottom);
            })
            """);
        Assert.InRange(lines.Max() - lines.Min(), 0, 2);

        await board.Page.Mouse.MoveAsync(300, 600);
        await board.Page.Locator(".scroll.fits").First.WaitForAsync();
        await board.Page.Locator(".board tbody tr[id]").Nth(20).ScrollIntoViewIfNeededAsync();

        Assert.Equal(0, await board.Page.EvaluateAsync<double>(TopOfHead), 1.0);
    }

    [Fact]
    public async Task What_stands_beside_a_long_board_goes_along()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/");
        await board.Page.Mouse.MoveAsync(300, 600);
        await board.Page.Locator(".scroll.fits").First.WaitForAsync();

        await board.Page.Locator(".board tbody tr[id]").Last.ScrollIntoViewIfNeededAsync();

        var rail = (await board.Page.Locator(".board-side").BoundingBoxAsync())!;
        Assert.InRange(rail.Y + rail.Height, 700, 4000);
    }

    [Fact]
    public async Task A_wide_board_keeps_its_head_and_names_in_sight_and_says_that_there_is_more()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?cols=accuracy.metrics,accuracy.use-cases,trust.metrics", new View(1280, 500));
        await board.Page.Mouse.MoveAsync(300, 400);
        var more = board.Page.GetByRole(AriaRole.Button, new() { Name = "More columns" });
        await Assertions.Expect(more).ToBeVisibleAsync();

        await board.Page.EvaluateAsync("document.querySelector('.board').closest('.scroll').scrollTo(10000, 10000)");
        await Assertions.Expect(more).ToBeHiddenAsync();
        var (head, name, box) = await board.Page.EvaluateAsync<double[]>(
            """
            () => {
              const box = document.querySelector(".board").closest(".scroll").getBoundingClientRect();
              return [document.querySelector(".board thead").getBoundingClientRect().top - box.top,
                document.querySelector(".board tbody tr[id] .model").getBoundingClientRect().left - box.left, box.width];
            }
            """) is [var a, var b, var c] ? (a, b, c) : default;
        Assert.InRange(head, -1, 1);
        Assert.InRange(name, -1, 8);
        Assert.InRange(box, 1, 1280);
    }

    [Fact]
    public async Task A_column_without_any_figure_stays_closed_until_it_is_opened()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "crm-llm/");
        var accuracy = board.Page.Locator(".board thead th[data-col=accuracy]");
        await Assertions.Expect(accuracy).ToBeHiddenAsync();

        await board.ChooseAsync("Columns", "Accuracy", "cols");

        await Assertions.Expect(accuracy).ToBeVisibleAsync();
        Assert.Equal("?cols=accuracy", await board.SettledQueryAsync());
    }

    [Fact]
    public async Task A_pin_leaves_the_page_where_it_is()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/");
        await board.Page.Locator(".board tbody tr[id]").Nth(12).ScrollIntoViewIfNeededAsync();
        var below = board.Page.Locator(".board tbody tr[id]").Nth(10);
        var id = await below.GetAttributeAsync("id");
        var button = board.Page.Locator(".board tbody tr[id]").Nth(7).Locator(".pin");
        await button.HoverAsync();
        await board.Page.Locator(".scroll.fits").First.WaitForAsync();
        const string Place = "id => [document.getElementById(id).getBoundingClientRect().top, document.querySelector('.board thead .model').getBoundingClientRect().left]";
        var before = await board.Page.EvaluateAsync<double[]>(Place, id);

        await button.ClickAsync();
        await board.ComparedAsync();
        await board.Opened.RestAsync();

        var after = await board.Page.EvaluateAsync<double[]>(Place, id);
        Assert.InRange(Math.Abs(after[0] - before[0]), 0, 1);
        Assert.Equal(before[1], after[1]);
        Assert.Equal(320, (await board.Page.Locator(".board-side").BoundingBoxAsync())!.Width, 2.0);
    }

    [Fact]
    public async Task Several_models_are_found_by_names_with_commas_between()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");

        await board.Page.FillAsync(".find", "model a, model c");

        Assert.Equal(["Model A", "Model C"], await board.RowsAsync());
    }

    [Fact]
    public async Task A_method_without_results_leads_to_where_they_are_handed_in()
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("crm-llm/"), new View());

        foreach (var name in new[] { "Manual: not published", "Automated: not published" })
        {
            var address = await opened.Page.GetByRole(AriaRole.Link, new() { Name = name }).GetAttributeAsync("href");
            Assert.EndsWith("submit/#board-crm-llm", address, StringComparison.Ordinal);
        }
    }
}
