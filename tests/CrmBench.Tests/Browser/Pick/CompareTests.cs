using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Pick;

/// <summary>Two to four rows side by side.</summary>
[Collection(BrowserTestGroup.Name)]
public class CompareTests(ChromiumFixture chromium, ServedSite site)
{
    public static TheoryData<int, int> Windows => new() { { 1440, 900 }, { 390, 844 } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Opens_with_the_first_two_rows_and_an_answer(int width, int height)
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/", new View(width, height));

        Assert.Equal(2, await view.Page.Locator(".chosen .chip").CountAsync());
        Assert.Matches("^GPT-5.2 \\(high\\) against .* on “Solved”: better by [0-9.]+ points, may be chance\\.", await view.VerdictAsync());
        Assert.Equal(0, await view.Opened.FindOverflowAsync());
        Assert.Empty(await view.Opened.FindBarriersAsync());
    }

    // Over airline, retail and telecom the two cost (0.11379 + 0.07156 + 0.09312) / 3 and (0.05369 + 0.04822 + 0.04938) / 3 dollars.
    [Fact]
    public async Task Costs_are_told_over_the_use_cases_that_all_rows_have_a_cost_for()
    {
        await using var view = await PickView.OpenAsync(
            chromium, site, "compare/?board=service-agents_2026-08_automated&rows=gpt-5.2-high,gpt-5.2-no-reasoning");

        Assert.EndsWith(
            "Cost over the 3 use cases for which both have a cost, US$ per 1,000 tasks: $92.8 with GPT-5.2 (high) and $50.4 with GPT-5.2 (no reasoning).",
            await view.VerdictAsync(),
            StringComparison.Ordinal);
    }

    // In this use case Jamba-Instruct and GPT-4o are the cheapest of those that answer within 5.2 seconds; trust is one figure a model.
    [Fact]
    public async Task A_use_case_with_limits_opens_with_the_first_two_within_them_in_the_order_of_its_own_page()
    {
        await using var view = await PickView.OpenAsync(
            chromium, site, "compare/?board=crm-llm_2024-07_measured&uc=service-reply-recommendations&max.speed=5.2");

        Assert.Equal(["Jamba-Instruct", "GPT-4o"], await view.TextsAsync(".chosen .chip"));
        Assert.StartsWith("The first two within your limits. Jamba-Instruct against GPT-4o on “Cost”: better by $5.30, ", await view.VerdictAsync(), StringComparison.Ordinal);
        Assert.Equal("Rankby “Cost”", (await view.TextsAsync(".beside tbody th")).First());
        // No figure of theirs has an interval: no line is spoken of that is not drawn.
        Assert.EndsWith("nobody can say which of the differences would come up again.", (await view.TextsAsync(".real p")).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_tables_are_folded_below_their_answers()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/");
        var part = view.Page.Locator(".board-part", new() { HasText = "Customer-service agents" });

        await Assertions.Expect(part.Locator("p").First).ToContainTextAsync("GPT-5.2 (high) stands first");
        await Assertions.Expect(part.Locator("table")).ToBeHiddenAsync();
        await part.Locator("summary").ClickAsync();
        await Assertions.Expect(part.Locator("table")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Differences_are_those_of_the_page_without_scripts()
    {
        await using var view = await PickView.OpenAsync(
            chromium, site, "compare/?board=demonstration_2026-09_manual&rows=model-g,model-a,model-d,model-b");

        foreach (var (model, label) in ((string, string)[])[("model-a", "Model A"), ("model-d", "Model D"), ("model-b", "Model B")])
        {
            var written = view.Page.Locator($"tr:has([data-key='demonstration/2026-09/manual/{model}/accuracy*leader'])");
            var answered = view.Page.Locator(".answer tbody tr").Filter(new() { Has = view.Page.Locator("th bdi", new() { HasText = "Model G" }) })
                .Filter(new() { Has = view.Page.Locator("td:nth-child(2) bdi", new() { HasText = label }) }).First;

            // The page says how the row differs from the first; the answer how the first differs from the row.
            var words = await written.Locator(".words").TextContentAsync();
            Assert.Equal(words!.Replace("worse", "better", StringComparison.Ordinal), await answered.Locator(".words").First.TextContentAsync());
            Assert.Equal("item by item", await answered.Locator(".words").Last.TextContentAsync());
        }
    }

    [Fact]
    public async Task Models_are_added_and_left_out_by_keyboard_alone()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/");

        await view.Page.FocusAsync("#add");
        await view.Page.Keyboard.TypeAsync("gemini flash");
        await Assertions.Expect(view.Page.Locator("#add")).ToHaveAttributeAsync("aria-expanded", "true");
        await view.Page.Keyboard.PressAsync("Enter");
        await view.Page.Keyboard.PressAsync("ArrowDown");
        await view.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("add-list-1", await view.Page.GetAttributeAsync("#add", "aria-activedescendant"));
        await view.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(4, await view.Page.Locator(".chosen .chip").CountAsync());
        Assert.Contains("Gemini 3 Flash", (await view.TextsAsync(".chosen .chip"))[2], StringComparison.Ordinal);
        await Assertions.Expect(view.Page.Locator("#add")).ToBeDisabledAsync();
        Assert.Equal(5, await view.Page.Locator(".beside thead > tr > *").CountAsync());

        await view.Page.Locator(".chosen .chip").First.FocusAsync();
        await view.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(3, await view.Page.Locator(".chosen .chip").CountAsync());
        await Assertions.Expect(view.Page.Locator("#add")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_comes_late_of_other_boards_leaves_the_reader_at_the_option_that_is_marked()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/");
        var late = await view.Opened.HoldBackAsync("**/where.json");

        await view.Page.FocusAsync("#add");
        await view.Page.Keyboard.TypeAsync("gemini");
        await Assertions.Expect(view.Page.Locator("#add")).ToHaveAttributeAsync("aria-expanded", "true");
        await view.Page.Keyboard.PressAsync("ArrowDown");
        var before = await view.Page.Locator("#add-list li").CountAsync();
        late.SetResult();

        await Assertions.Expect(view.Page.Locator("#add-list li")).Not.ToHaveCountAsync(before);
        Assert.Equal("add-list-1", await view.Page.GetAttributeAsync("#add", "aria-activedescendant"));
        Assert.Equal("true", await view.Page.Locator("#add-list-1").GetAttributeAsync("aria-selected"));
    }

    [Fact]
    public async Task Escape_closes_the_list_and_keeps_what_was_typed()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/");

        await view.Page.FillAsync("#add", "claude");
        await Assertions.Expect(view.Page.Locator("#add-list")).ToBeVisibleAsync();
        await view.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(view.Page.Locator("#add-list")).ToBeHiddenAsync();
        Assert.Equal("claude", await view.Page.InputValueAsync("#add"));
    }

    [Fact]
    public async Task The_open_list_has_no_barrier()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/", new View(390, 844));

        await view.Page.ClickAsync("#add");
        await view.Page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(view.Page.Locator("#add-list")).ToBeVisibleAsync();
        Assert.Empty(await view.Opened.FindBarriersAsync());
    }

    [Fact]
    public async Task A_click_on_the_list_adds_the_model()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/");

        await view.Page.ClickAsync("#add");
        await view.Page.Locator("#add-list li").First.ClickAsync();

        Assert.Equal(3, await view.Page.Locator(".chosen .chip").CountAsync());
        Assert.Equal(3, view.Query.Split("rows=")[1].Split(',').Length);
    }

    [Fact]
    public async Task A_model_that_another_leaderboard_has_is_found_and_says_where_it_is()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/");

        await view.Page.FillAsync("#add", "gpt-4o");
        var option = view.Page.Locator("#add-list li", new() { HasText = "on LLM for CRM" }).First;
        await Assertions.Expect(option).ToContainTextAsync("GPT-4o");
        Assert.Empty(await view.Opened.FindBarriersAsync());
        await option.ClickAsync();

        await Assertions.Expect(view.Page.Locator(".chosen .chip")).ToHaveTextAsync(["GPT-4o"]);
        Assert.StartsWith("?board=crm-llm_", view.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_no_leaderboard_has_is_said_to_be_on_none()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/");

        await view.Page.FillAsync("#add", "nobody at all");

        await Assertions.Expect(view.Page.Locator(".ask .quiet")).ToHaveTextAsync("No model is named so on any leaderboard.");
        await view.Page.FillAsync("#add", "");
        await Assertions.Expect(view.Page.Locator(".ask .quiet")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Two_rows_are_held_against_each_other_on_every_count_in_one_table()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/?board=demonstration_2026-09_manual&rows=model-a,model-b");

        Assert.Equal(["Accuracy", "Cost", "Speed", "Trust"], await view.TextsAsync(".real tbody th"));
        Assert.Equal(0, await view.Page.Locator(".real details").CountAsync());
        // An interval is drawn where there is one, and crosses the line where the words say chance.
        foreach (var row in await view.Page.Locator(".real tbody tr:has(.about)").AllAsync())
        {
            var path = await row.Locator(".about .whisker").GetAttributeAsync("d");
            var ends = System.Text.RegularExpressions.Regex.Matches(path!, "^M(-?[0-9]+) 5H(-?[0-9]+)").Single();
            var crosses = Math.Sign(int.Parse(ends.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) - 50)
                != Math.Sign(int.Parse(ends.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) - 50);
            Assert.Equal(crosses, (await row.InnerTextAsync()).Contains("may be chance", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Yearly_cost_follows_the_readers_calls()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/?board=service-agents_2026-08_automated&calls=1000");
        var year = view.Page.Locator(".beside tr", new() { HasText = "a year" }).Locator("td").First;
        var thousand = view.Page.Locator(".beside tr.strong", new() { HasText = "US$ per 1,000 tasks" }).Locator("td data").First;

        Assert.Equal(await thousand.TextContentAsync(), await year.TextContentAsync());
        await view.Page.FillAsync("input[name=calls]", "0");
        await view.Page.WaitForFunctionAsync("() => !location.search.includes('calls')");
    }

    [Fact]
    public async Task The_address_waits_for_a_pause_in_typing_and_the_answer_does_not()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/?board=service-agents_2026-08_automated");
        await view.Page.EvaluateAsync(
            """
            () => {
              const change = history.replaceState.bind(history);
              window.changes = 0;
              history.replaceState = (...to) => { window.changes++; change(...to); };
            }
            """);
        await view.Page.EvaluateAsync(
            """
            () => {
              const input = document.querySelector("input[name=calls]");
              for (const value of ["1", "10", "100", "1000"]) {
                input.value = value;
                input.dispatchEvent(new InputEvent("input", { bubbles: true }));
              }
            }
            """);
        var thousand = await view.Page.Locator(".beside tr.strong", new() { HasText = "US$ per 1,000 tasks" }).Locator("td data").First.TextContentAsync();

        await Assertions.Expect(view.Page.Locator(".beside tr", new() { HasText = "a year" }).Locator("td").First).ToHaveTextAsync(thousand!);
        Assert.Contains("calls=1000", await view.SettledQueryAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await view.Page.EvaluateAsync<int>("window.changes"));
    }

    [Fact]
    public async Task Rows_that_cover_other_use_cases_are_not_compared()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "compare/?board=service-agents_2026-08_automated");
        await view.FillAsync("#add", "grok 4.5");
        await view.Page.Keyboard.PressAsync("Enter");
        await view.Page.Locator(".chosen .chip").First.ClickAsync();

        Assert.Contains("do not cover the same use cases", await view.VerdictAsync(), StringComparison.Ordinal);
        Assert.Contains("1 of 4 use cases", string.Join(' ', await view.TextsAsync(".beside .note")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_opens_from_its_address_as_it_was_made_by_hand()
    {
        await using var made = await PickView.OpenAsync(chromium, site, "compare/?board=demonstration_2026-09_automated");
        await made.Page.FillAsync("#add", "model h");
        await made.Page.Keyboard.PressAsync("Enter");
        await made.Page.ClickAsync(".cases > summary");
        await made.Page.Locator(".cases .pick input").Nth(2).ClickAsync();
        await made.Page.FillAsync("input[name=calls]", "5000");
        await Assertions.Expect(made.Page.Locator(".beside")).ToContainTextAsync("at 5,000 requests");

        await using var opened = await PickView.OpenAsync(chromium, site, "compare/" + await made.SettledQueryAsync());

        Assert.Equal(await made.VerdictAsync(), await opened.VerdictAsync());
        Assert.Equal(await made.TextsAsync(".answer td"), await opened.TextsAsync(".answer td"));
    }

    [Fact]
    public async Task Pinned_rows_of_a_board_open_side_by_side()
    {
        await using var board = await chromium.OpenAsync(site.Server.AddressOf("demonstration/?pin=model-c,model-a"), new View());

        await board.Page.GetByText("Compare 2\u00a0rows side by side").ClickAsync();
        await board.Page.WaitForSelectorAsync("[data-ask][data-ready]");

        Assert.EndsWith("?board=demonstration_2026-09_manual&rows=model-c,model-a", board.Page.Url, StringComparison.Ordinal);
        Assert.Equal(["Model C", "Model A"], await board.Page.Locator(".chosen .chip").AllTextContentsAsync());
    }
}
