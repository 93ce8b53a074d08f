using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Pick;

/// <summary>Limits and weights to a short list.</summary>
[Collection(BrowserTestGroup.Name)]
public partial class ChooseTests(ChromiumFixture chromium, ServedSite site)
{
    private const string Demonstration = "choose/?board=demonstration_2026-09_manual";

    private static readonly string[] Weights = ["off", "low", "medium", "high"];

    public static TheoryData<int, int> Windows => new() { { 1440, 900 }, { 390, 844 } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Opens_with_a_pick_its_reason_and_how_often_it_holds(int width, int height)
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/", new View(width, height));

        Assert.Matches(
            "^.+: .+ of the [0-9]+ rows within your limits\\. It comes first in .+ % of 1,000 redraws.*; (runner-up|closest rival): .+ %\\.$",
            await view.VerdictAsync());
        Assert.Equal(8, await view.Page.Locator(".chosen-rows tbody tr").CountAsync());
        Assert.Equal(0, await view.Opened.FindOverflowAsync());
        Assert.Empty(await view.Opened.FindBarriersAsync());
    }

    [Theory]
    [InlineData("choose/")]
    [InlineData("choose/?board=service-agents_2026-08_automated&w=accuracy:2,cost:1")]
    public async Task No_name_in_the_drawing_covers_a_point(string path)
    {
        await using var view = await PickView.OpenAsync(chromium, site, path);
        await view.Page.WaitForSelectorAsync(".ask svg.chart .chart-strong");

        Assert.Empty(await view.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(".ask svg.chart")].flatMap(chart => {
              const points = [...chart.querySelectorAll("circle")].map(one => one.getBoundingClientRect());
              return [...chart.querySelectorAll(".chart-labels text")].filter(name => {
                const box = name.getBoundingClientRect();
                return points.some(point => Math.min(point.right, box.right) - Math.max(point.left, box.left) > 1
                  && Math.min(point.bottom, box.bottom) - Math.max(point.top, box.top) > 3);
              }).map(name => name.textContent);
            })
            """));
    }

    [Fact]
    public async Task A_limit_removes_rows_counts_them_and_names_them()
    {
        await using var view = await PickView.OpenAsync(chromium, site, Demonstration);

        await view.FillAsync("input[name='max.cost']", "$10");

        Assert.Equal("removes 3 of 10 rows", await view.ToldAsync("cost"));
        Assert.Contains("max.cost=0.01", await view.SettledQueryAsync(), StringComparison.Ordinal);
        Assert.All(await Costs(view), cost => Assert.True(cost <= 0.01));
        var entry = (await view.TextsAsync(".left-out li")).Single(text => text.StartsWith("Cost above $10.0 per 1,000 requests: ", StringComparison.Ordinal));
        var told = Removed().Match(entry);
        Assert.Equal(int.Parse(told.Groups["count"].Value, CultureInfo.InvariantCulture), entry.Split(" and ").SelectMany(part => part.Split(", ")).Count());
    }

    [Fact]
    public async Task A_row_without_a_figure_for_what_is_weighed_is_left_out_and_named()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/?board=service-agents_2026-08_automated&w=accuracy:1,cost:1");

        Assert.Contains(
            await view.TextsAsync(".left-out li"),
            text => text.StartsWith("No figure for “Cost” over all chosen use cases: 6 rows", StringComparison.Ordinal));
        Assert.StartsWith("No choice: of the 2 rows within your limits (6 more lack a figure that counts) ", await view.VerdictAsync(), StringComparison.Ordinal);

        await view.Page.Locator(".left-out button").First.ClickAsync();

        Assert.Contains("uc=airline,retail,telecom", view.Query, StringComparison.Ordinal);
        await Assertions.Expect(view.Page.Locator(".verdict")).ToContainTextAsync("of the 4 rows");
    }

    [Theory]
    [InlineData("0,5", "max.cost=0.0005")]
    [InlineData(" US$ 5 ", "max.cost=0.005")]
    [InlineData("1,000", "max.cost=1")]
    public async Task Limits_are_understood_as_people_type_them(string typed, string query)
    {
        await using var view = await PickView.OpenAsync(chromium, site, Demonstration);

        await view.FillAsync("input[name='max.cost']", typed);

        Assert.Contains(query, await view.SettledQueryAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1", "“-1” is below zero. Write 0 or more.")]
    [InlineData("cheap", "“cheap” is not a number that can be read. Write 5, $5, 0.5 or 1,000.")]
    [InlineData("5000", "This limit removes nothing.")]
    [InlineData("0.0001", "No row keeps this limit.")]
    public async Task A_limit_that_does_not_do_what_it_should_says_so(string typed, string told)
    {
        await using var view = await PickView.OpenAsync(chromium, site, Demonstration);

        await view.FillAsync("input[name='max.cost']", typed);

        Assert.Equal(told, await view.ToldAsync("cost"));
        Assert.Equal(typed, await view.Page.InputValueAsync("input[name='max.cost']"));
    }

    [Fact]
    public async Task Weights_are_set_by_keyboard_and_told_as_shares()
    {
        await using var view = await PickView.OpenAsync(chromium, site, $"{Demonstration}&w=accuracy:1,speed:1");
        Assert.Contains("50 % of the score", (await view.TextsAsync(".chosen-rows thead th")).Single(head => head.StartsWith("Speed", StringComparison.Ordinal)), StringComparison.Ordinal);

        await view.Page.FocusAsync("input[type=radio][name=speed]:checked");
        await view.Page.Keyboard.PressAsync("ArrowRight");
        await view.Page.Keyboard.PressAsync("ArrowRight");
        await view.Opened.RestAsync();

        Assert.Contains("w=accuracy:1,speed:3", view.Query, StringComparison.Ordinal);
        Assert.Contains("75 % of the score", (await view.TextsAsync(".chosen-rows thead th")).Single(head => head.StartsWith("Speed", StringComparison.Ordinal)), StringComparison.Ordinal);
        await Assertions.Expect(view.Page.Locator("input[type=radio][name=speed][value='3']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_weight_that_the_form_has_no_word_for_stays_as_the_address_has_it()
    {
        await using var view = await PickView.OpenAsync(chromium, site, $"{Demonstration}&w=accuracy:7,speed:1");
        Assert.Equal("weight 7, from the address", await view.ToldAsync("accuracy"));

        await view.CheckAsync("input[type=radio][name=speed][value='2']");

        Assert.Contains("w=accuracy:7,speed:2", view.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_outside_the_limits_are_hollow_in_the_drawing_and_the_limits_are_drawn()
    {
        await using var view = await PickView.OpenAsync(chromium, site, Demonstration);
        Assert.Equal(0, await view.Page.Locator(".evidence .chart-partial, .evidence .chart-limit").CountAsync());

        await view.FillAsync("input[name='max.cost']", "10");
        await view.FillAsync("input[name='min.trust']", "75");

        var outside = 10 - await view.Page.Locator(".chosen-rows tbody tr").CountAsync();
        Assert.Equal(outside, await view.Page.Locator(".evidence .chart-partial circle").CountAsync());
        // Trust is on neither axis.
        Assert.Equal(1, await view.Page.Locator(".evidence .chart-limit").CountAsync());
        Assert.Empty(await view.Opened.FindBarriersAsync());
    }

    [Fact]
    public async Task What_would_change_the_pick_does_change_it()
    {
        await using var view = await PickView.OpenAsync(chromium, site, $"{Demonstration}&max.cost=0.01&w=accuracy:2,cost:1");
        var said = (await view.TextsAsync(".change")).Single();
        var changes = Change().Matches(said);
        Assert.NotEmpty(changes);
        foreach (Match change in changes)
        {
            await view.GoToAsync(site.Server.AddressOf($"{Demonstration}&max.cost=0.01&w=accuracy:2,cost:1"));
            var name = change.Groups["count"].Value.ToLowerInvariant();
            if (change.Groups["limit"].Success)
            {
                await view.FillAsync($"input[name$='.{name}']", "");
            }
            else
            {
                var step = Array.IndexOf(Weights, change.Groups["weight"].Value);
                await view.CheckAsync($"input[type=radio][name={name}][value='{step}']");
            }

            Assert.Equal(change.Groups["model"].Value, await view.Page.Locator(".chosen-rows tbody th bdi").First.TextContentAsync());
        }
    }

    [Fact]
    public async Task The_best_on_each_count_is_the_best_of_the_rows_listed()
    {
        await using var view = await PickView.OpenAsync(chromium, site, $"{Demonstration}&max.cost=0.01");

        var costs = await Costs(view);
        var labels = await view.Page.Locator(".chosen-rows tbody th a bdi").AllTextContentsAsync();
        var cheapest = labels[costs.Index().MinBy(cost => cost.Item).Index];

        var line = view.Page.Locator(".best-counts tbody tr", new() { HasText = "Cost" });
        Assert.Equal(cheapest, await line.Locator("td bdi").TextContentAsync());
    }

    [Fact]
    public async Task Prints_as_one_sheet_that_says_what_was_asked()
    {
        await using var view = await PickView.OpenAsync(chromium, site, $"{Demonstration}&max.cost=0.02&w=accuracy:2,cost:1");
        await view.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var sheet = await view.Page.Locator(".asked-for").InnerTextAsync();
        Assert.Contains("Limits: “Cost” at most $20.0 per 1,000 requests. Weights: “Accuracy” medium, “Cost” low.", sheet, StringComparison.Ordinal);
        Assert.Contains(view.Page.Url, sheet, StringComparison.Ordinal);
        await Assertions.Expect(view.Page.Locator(".ask-form")).ToBeHiddenAsync();

        var pages = await view.Page.PdfAsync(new() { Format = "A4" });

        Assert.Single(Sheet().Matches(System.Text.Encoding.Latin1.GetString(pages)));
    }

    [Theory]
    [InlineData("choose/")]
    [InlineData("choose/?board=crm-llm_2024-07_measured")]
    [InlineData("choose/?board=crmarena_2025-02_automated")]
    public async Task Every_board_prints_as_one_sheet_that_says_where_its_list_is_cut_off(string path)
    {
        await using var view = await PickView.OpenAsync(chromium, site, path);
        var rows = await view.Page.Locator(".chosen-rows tbody tr").CountAsync();
        await view.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(
            rows > 10 ? "\"The first ten rows. The address above has all.\"" : "none",
            await view.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.chosen-rows'), '::after').content"));
        Assert.Equal(Math.Min(rows, 10), await view.Page.Locator(".chosen-rows tbody tr:visible").CountAsync());
        Assert.Single(Sheet().Matches(System.Text.Encoding.Latin1.GetString(await view.Page.PdfAsync(new() { Format = "A4" }))));
    }

    [Fact]
    public async Task A_board_without_money_asks_for_no_money()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/?board=rated-outputs_2023-07_manual");

        await Assertions.Expect(view.Page.Locator(".money-switch")).ToBeHiddenAsync();
        await Assertions.Expect(view.Page.Locator("[name=calls]")).ToBeHiddenAsync();
        await view.Page.SelectOptionAsync("select[name=board]", "demonstration_2026-09_manual");
        await Assertions.Expect(view.Page.Locator(".money-switch")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_only_weight_decides_alone()
    {
        await using var view = await PickView.OpenAsync(chromium, site, $"{Demonstration}&w=cost:1");

        var costs = await Costs(view);

        Assert.Equal(costs.Order(), costs);
        Assert.Matches("^Invented data. Model . ?: cheapest of the ", await view.VerdictAsync());
        Assert.EndsWith(
            " Stability unknown: the sources give no spread; moving the weights by 20 % does not change the pick.", await view.VerdictAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("steady", await view.Page.Locator(".answer").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_row_within_the_limits_is_an_answer_too()
    {
        await using var view = await PickView.OpenAsync(chromium, site, $"{Demonstration}&min.accuracy=4&max.cost=0.000001");

        Assert.Equal("Invented data. No complete row is within your limits. Below is what each limit removes.", await view.VerdictAsync());
        Assert.Equal(2, (await view.TextsAsync(".left-out li")).Count(text => text.StartsWith("Accuracy below", StringComparison.Ordinal) || text.StartsWith("Cost above", StringComparison.Ordinal)));
        Assert.Equal(0, await view.Page.Locator(".chosen-rows").CountAsync());
    }

    [Fact]
    public async Task No_weight_is_asked_for()
    {
        await using var view = await PickView.OpenAsync(chromium, site, $"{Demonstration}&w=");

        Assert.EndsWith("Give at least one count a weight.", await view.VerdictAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_tokens_price_models_with_a_list_price_and_mark_the_others()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/?board=service-agents_2026-08_automated&not=banking-knowledge&w=cost:1");
        await view.Page.ClickAsync(".tokens > summary");
        await view.FillAsync("input[name=in]", "1000000");

        // GPT-5.2 is listed at $1.75 for a million tokens in; money is for 1,000 calls.
        await Assertions.Expect(view.Page.Locator(".chosen-rows")).ToContainTextAsync("list price");
        await Assertions.Expect(view.Page.Locator(".chosen-rows tbody tr", new() { HasText = "GPT-5.2" }).First).ToContainTextAsync("$1,750");
        Assert.Contains("in=1000000", await view.SettledQueryAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_address_gives_the_same_answer_and_start_again_forgets_it()
    {
        const string Query = "&max.speed=20&min.trust=70&w=accuracy:3,cost:2,trust:1&calls=100000";
        await using var first = await PickView.OpenAsync(chromium, site, Demonstration + Query);
        await using var second = await PickView.OpenAsync(chromium, site, Demonstration + Query);

        Assert.Equal(await first.VerdictAsync(), await second.VerdictAsync());
        Assert.Equal(await first.TextsAsync(".answer td"), await second.TextsAsync(".answer td"));

        await second.Page.ClickAsync(".reset");
        Assert.Equal("?board=demonstration_2026-09_manual", second.Query);
        Assert.Equal("", await second.Page.InputValueAsync("input[name='max.speed']"));
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Its_states_have_no_barrier(int width, int height)
    {
        await using var view = await PickView.OpenAsync(
            chromium, site, $"{Demonstration}&max.cost=0.01&w=accuracy:2,cost:1&calls=5000", new View(width, height, ColorScheme.Dark));
        Assert.Empty(await view.Opened.FindBarriersAsync());

        await view.Page.ClickAsync(".cases > summary");
        Assert.Empty(await view.Opened.FindBarriersAsync());
        Assert.Equal(0, await view.Opened.FindOverflowAsync());
    }

    [Fact]
    public async Task The_weights_to_begin_with_are_explained_where_they_are_set()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/");

        Assert.StartsWith(
            "At first what ranks the leaderboard weighs medium, and cost low where at least half of the rows have one over all use cases; all else is off.",
            await view.Page.Locator(".ask-form .weights-told").InnerTextAsync(),
            StringComparison.Ordinal);
        Assert.True(await view.Page.IsCheckedAsync("input[name=accuracy][value='2']"));
        Assert.True(await view.Page.IsCheckedAsync("input[name=cost][value='0']"));
    }

    // Two of the eight rows have a cost in all four use cases, two more in three of them.
    [Fact]
    public async Task A_row_that_is_best_only_because_others_lack_a_figure_is_not_called_so_without_a_word()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/?board=service-agents_2026-08_automated");

        var said = (await view.TextsAsync(".change")).Single();
        Assert.Matches("“Cost” at (low|medium|high) weight \\(then [^,]+, as 6 rows without that figure drop out\\)", said);
        Assert.EndsWith("of the 2 rows with this figure", (await view.TextsAsync(".best-counts tbody tr td:nth-of-type(1)"))[1], StringComparison.Ordinal);

        await view.Page.ClickAsync(".change button:has-text('Weigh “Cost” over the 3')");
        await view.Opened.RestAsync();

        Assert.Contains("uc=airline,retail,telecom&w=accuracy:2,cost:1", view.Query, StringComparison.Ordinal);
        Assert.Contains("of the 4 rows within your limits (4 more lack a figure that counts)", await view.VerdictAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("choose/?board=service-agents_2026-08_automated&max.cost=0.2", ": the only row known to be within your limits (6 more lack a figure that counts). There is nothing to compare it with.")]
    [InlineData($"{Demonstration}&max.cost=0.0005", ": the only row within your limits. There is nothing to compare it with.")]
    public async Task A_row_that_is_left_alone_has_no_points_and_is_not_called_the_only_one_where_others_lack_a_figure(string path, string told)
    {
        await using var view = await PickView.OpenAsync(chromium, site, path);

        Assert.EndsWith(told, await view.VerdictAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(await view.TextsAsync(".chosen-rows thead th"), head => head.StartsWith("Score", StringComparison.Ordinal)
            || head.StartsWith("Comes first", StringComparison.Ordinal) || head.Contains("of the score", StringComparison.Ordinal));
        Assert.Single(await view.TextsAsync(".chosen-rows tbody tr"));
    }

    [Fact]
    public async Task The_ranges_in_the_fields_are_those_of_the_chosen_use_cases()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/?board=service-agents_2026-08_automated&uc=airline,retail,telecom");

        var costs = await Costs(view);

        Assert.Equal(4, costs.Length);
        Assert.Equal("$50.4–$502", await view.Page.Locator(".dial[data-of=cost] .range").InnerTextAsync());
    }

    [Fact]
    public async Task The_drawing_becomes_larger_with_its_points_and_names()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/");
        var points = await view.Page.Locator(".evidence svg.chart circle").CountAsync();

        await view.Page.ClickAsync(".evidence .enlarge");

        var large = view.Page.Locator("dialog.enlarged");
        await Assertions.Expect(large.Locator("svg.chart circle")).ToHaveCountAsync(points);
        Assert.Equal("GPT-5.2 (high)", await large.Locator(".chart-labels .chart-strong").TextContentAsync());
        Assert.Empty(await view.Opened.FindBarriersAsync("dialog.enlarged"));
        await view.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(large).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_phone_the_answer_is_on_the_first_screen_and_stays_in_sight_while_it_is_asked_for()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/", new View(390, 844));

        foreach (var down in (int[])[0, 300])
        {
            await view.Page.EvaluateAsync("down => scrollTo(0, down)", down);
            var box = (await view.Page.Locator(".verdict").BoundingBoxAsync())!;
            Assert.InRange(box.Y + box.Height, 1, 844);
            Assert.InRange(box.Y, 0, 844);
        }

        // At its own place it covers nothing that follows from it.
        await view.Page.Locator(".chosen-rows").ScrollIntoViewIfNeededAsync();
        await view.Page.EvaluateAsync("() => document.querySelector('.chosen-rows').scrollIntoView({ block: 'start' })");
        Assert.True((await view.Page.Locator(".verdict").BoundingBoxAsync())!.Y < 0);
    }

    [Fact]
    public async Task A_field_that_cannot_be_read_says_so_and_moves_no_other()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/");
        const string Place = "() => document.querySelector('.take-along').offsetTop";
        var before = await view.Page.EvaluateAsync<double>(Place);

        await view.FillAsync("input[name=calls]", "many");

        Assert.Equal("“many” is not a number that can be read. Write 500000, 500,000 or 500k.", await view.Page.Locator(".field-said").InnerTextAsync());
        Assert.Equal(before, await view.Page.EvaluateAsync<double>(Place));

        await view.FillAsync("input[name=calls]", "500k");
        Assert.Contains("calls=500000", await view.SettledQueryAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_is_counted_in_what_the_board_calls_a_call()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/");
        Assert.Equal("Tasks a year", await view.Page.InnerTextAsync(".calls-a-year"));

        await view.Page.SelectOptionAsync("select[name=board]", "demonstration_2026-09_manual");

        await Assertions.Expect(view.Page.Locator(".calls-a-year")).ToHaveTextAsync("Requests a year");
        await Assertions.Expect(view.Page.Locator(".ways")).ToContainTextAsync("1,000 requests");
    }

    private static async Task<double[]> Costs(PickView view)
    {
        var headings = await view.TextsAsync(".chosen-rows thead th");
        var column = Array.FindIndex(headings, heading => heading.StartsWith("Cost", StringComparison.Ordinal)) + 1;
        return await view.Page.EvaluateAsync<double[]>(
            "column => [...document.querySelectorAll(`.chosen-rows tbody tr > :nth-child(${column}) data`)].map(data => Number(data.value))",
            column);
    }

    [GeneratedRegex("(?<limit>no limit on )?“(?<count>[^”]+)”( (at )?(?<weight>off|low|medium|high)( weight)?)? \\(then (?<model>[^)]+)\\)", RegexOptions.CultureInvariant)]
    private static partial Regex Change();

    [GeneratedRegex("/Type\\s*/Page\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Sheet();

    [GeneratedRegex("^Cost above [^:]+: (?<count>[0-9]+) rows? \\(", RegexOptions.CultureInvariant)]
    private static partial Regex Removed();
}
