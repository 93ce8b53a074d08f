using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>
/// The page of a use case whose accuracy nobody published. Six models have a cost and seconds for it (US$ per 1,000 requests and seconds:
/// Jamba-Instruct 0.5 and 4.0, Gemini Pro 1.5 3.3 and 5.4, Command R+ 5.1 and 7.1, GPT-4o 5.8 and 5.0, Claude 3 Opus 25.4 and 8.4,
/// Llama 3 70B 99 and 6.25), some have trust, which is one figure a model.
/// </summary>
[Collection(BrowserTestGroup.Name)]
public class UseCasePageTests(ChromiumFixture chromium, ServedSite site)
{
    private const string Replies = "crm-llm/use-cases/service-reply-recommendations/";

    [Fact]
    public async Task Answers_with_what_was_measured_in_the_use_case_and_says_what_was_not()
    {
        await using var opened = await OpenAsync(new View());

        var lead = await opened.Page.InnerTextAsync(".lead");

        Assert.StartsWith("Cheapest and fastest: Jamba-Instruct, at $0.500\u00a0per 1,000 requests and 4.0\u00a0s.", lead, StringComparison.Ordinal);
        Assert.Contains("Accuracy is not published for this use case; submit it.", lead, StringComparison.Ordinal);
        Assert.Contains("Trust is not per task", lead, StringComparison.Ordinal);
        Assert.Equal(6, await opened.Page.Locator(".case-board tbody.complete tr").CountAsync());
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Limits_put_the_rows_that_miss_one_below_the_others_and_mark_the_figure(int width, int height)
    {
        await using var opened = await OpenAsync(new View(width, height));

        await opened.Page.FillAsync("[name='max.cost']", "$5");
        await opened.Page.FillAsync("[name='max.speed']", "5 s");

        Assert.Equal("1 of 6 within your limits.", await SaidAsync(opened));
        Assert.Equal(
            ["Jamba-Instruct", "Gemini Pro 1.5", "Command R+", "GPT-4o", "Claude 3 Opus", "Llama 3 70B"],
            await opened.Page.Locator(".case-board tbody.complete .model bdi:first-child").EvaluateAllAsync<string[]>(
                "all => all.filter(one => one.closest('a')).map(one => one.textContent)"));
        Assert.Equal(0, await Row(opened, "jamba-instruct").Locator(".miss").CountAsync());
        Assert.Equal(1, await Row(opened, "gemini-1.5-pro").Locator(".misses[class~='c1'] .miss").CountAsync());
        Assert.Equal(2, await Row(opened, "command-r-plus").Locator(".miss").CountAsync());
        Assert.Equal(0, await opened.FindOverflowAsync());
        Assert.Empty(await opened.FindBarriersAsync());
    }

    [Fact]
    public async Task A_limit_that_removes_nothing_or_everything_says_so()
    {
        await using var opened = await OpenAsync(new View());

        await opened.Page.FillAsync("[name='max.cost']", "100");
        Assert.Equal("6 of 6 within your limits. The limit on cost removes nothing.", await SaidAsync(opened));

        await opened.Page.FillAsync("[name='max.cost']", "0.1");
        Assert.Equal("0 of 6 within your limits. No row keeps the limit on cost.", await SaidAsync(opened));
    }

    [Theory]
    [InlineData("5", "0.005")]
    [InlineData("$5", "0.005")]
    [InlineData("0,5", "0.0005")]
    [InlineData("1,000", "1")]
    [InlineData(" 2.50 $ ", "0.0025")]
    public async Task Numbers_are_understood_as_people_type_them(string typed, string inTheAddress)
    {
        await using var opened = await OpenAsync(new View());

        await opened.Page.FillAsync("[name='max.cost']", typed);

        Assert.EndsWith($"?max.cost={inTheAddress}", opened.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-3")]
    [InlineData("cheap")]
    [InlineData("1.2.3")]
    [InlineData("5 €")]
    public async Task What_is_no_number_is_refused_in_words_and_limits_nothing(string typed)
    {
        await using var opened = await OpenAsync(new View());

        await opened.Page.FillAsync("[name='max.cost']", typed);

        Assert.StartsWith($"“{typed}” is ", await opened.Page.InnerTextAsync("#max-cost-said"), StringComparison.Ordinal);
        Assert.Equal("true", await opened.Page.GetAttributeAsync("[name='max.cost']", "aria-invalid"));
        Assert.Equal("", await SaidAsync(opened));
        Assert.Equal(0, await opened.Page.Locator(".outside").CountAsync());
    }

    [Fact]
    public async Task Calls_a_year_tell_what_each_row_costs_in_a_year()
    {
        await using var opened = await OpenAsync(new View());

        await opened.Page.FillAsync("[name=calls]", "500,000");

        Assert.Equal("$250 a year", await Row(opened, "jamba-instruct").Locator(".in-a-year").InnerTextAsync());
        Assert.Equal("$49,500 a year", await Row(opened, "llama-3-70b").Locator(".in-a-year").InnerTextAsync());
    }

    [Fact]
    public async Task One_switch_counts_all_money_of_the_page_and_keeps_what_limits_mean()
    {
        await using var opened = await OpenAsync(new View(), "?max.cost=0.005");
        var cost = Row(opened, "gpt-4o").Locator("[data-usd]");
        Assert.Equal("$5.80", await cost.InnerTextAsync());
        Assert.Equal("5", await opened.Page.InputValueAsync("[name='max.cost']"));

        await opened.Page.ClickAsync("[name=per][value=call]");
        Assert.Equal("$0.00580", await cost.InnerTextAsync());
        Assert.Equal("0.005", await opened.Page.InputValueAsync("[name='max.cost']"));
        Assert.Equal("$0.000500–$0.0990", await opened.Page.GetAttributeAsync("[name='max.cost']", "placeholder"));
        Assert.Equal("Cost, US$ per request", await opened.Page.InnerTextAsync("label:has([name='max.cost']) .per"));
        Assert.EndsWith("?max.cost=0.005&per=call", opened.Page.Url, StringComparison.Ordinal);

        await opened.Page.ClickAsync("[name=per][value=year]");
        await opened.Page.FillAsync("[name=calls]", "200,000");
        Assert.Equal("$1,160", await cost.InnerTextAsync());
        Assert.Equal("1000", await opened.Page.InputValueAsync("[name='max.cost']"));
        Assert.Equal("2 of 6 within your limits.", await SaidAsync(opened));
        Assert.EndsWith("?max.cost=0.005&per=year&calls=200000", opened.Page.Url, StringComparison.Ordinal);

        await opened.Page.ClickAsync("[name=per][value='']");
        Assert.Equal("$5.80", await cost.InnerTextAsync());
        Assert.Empty(await opened.FindBarriersAsync());
    }

    [Fact]
    public async Task Decimal_points_of_a_column_stand_below_each_other()
    {
        await using var opened = await OpenAsync(new View());

        var points = await opened.Page.EvaluateAsync<double[]>(
            """
            () => [...document.querySelectorAll(".case-board td.score data[data-usd]")].map(shown => {
              const [text, at] = [shown.firstChild, shown.textContent.indexOf(".")];
              const range = document.createRange();
              range.setStart(text, at < 0 ? text.length : at);
              range.setEnd(text, at < 0 ? text.length : at + 1);
              return range.getBoundingClientRect()[at < 0 ? "right" : "left"];
            })
            """);

        Assert.Equal(6, points.Length);
        Assert.All(points, point => Assert.InRange(point, points[0] - 0.6, points[0] + 0.6));
    }

    [Fact]
    public async Task Bars_of_money_stand_below_each_other()
    {
        await using var opened = await OpenAsync(new View());

        var starts = await opened.Page.EvaluateAsync<double[]>(
            "() => [...document.querySelectorAll('.case-board td.score svg.interval')].map(bar => bar.getBoundingClientRect().left)");

        Assert.Equal(6, starts.Length);
        Assert.All(starts, start => Assert.InRange(start, starts[0] - 0.6, starts[0] + 0.6));
    }

    [Fact]
    public async Task Limits_stand_in_the_address_and_go_along_to_the_page_for_choosing()
    {
        await using var opened = await OpenAsync(new View(), "?max.cost=0.005&max.speed=5&calls=1000");

        Assert.Equal("1 of 6 within your limits.", await SaidAsync(opened));
        await opened.Page.ClickAsync(".onward a >> nth=0");
        await opened.Page.WaitForURLAsync("**/choose/**");

        Assert.Contains("board=crm-llm_2024-07_measured", opened.Page.Url, StringComparison.Ordinal);
        Assert.Contains("max.cost=0.005", opened.Page.Url, StringComparison.Ordinal);
        Assert.Contains("uc=service-reply-recommendations", opened.Page.Url, StringComparison.Ordinal);
    }

    // A benchmark that ranks nothing has no best row; its figures are published all the same.
    [Fact]
    public async Task A_dimension_without_a_ranking_has_no_best_row_and_is_not_called_unpublished()
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("summary-coverage/use-cases/sales-calls/"), new View());

        Assert.Equal(0, await opened.Page.GetByText("not published").CountAsync());
    }

    [Fact]
    public async Task What_is_said_of_a_field_moves_no_other()
    {
        foreach (var width in new[] { 1440, 390 })
        {
            await using var opened = await OpenAsync(new View(width, 900));
            const string Places = "() => [...document.querySelectorAll('.task-limits :is(input, .within), .board')].map(one => one.getBoundingClientRect().y)";
            await opened.Page.FillAsync("[name='max.cost']", "5");
            var before = await opened.Page.EvaluateAsync<double[]>(Places);

            await opened.Page.FillAsync("[name='max.cost']", "cheap");

            Assert.True(await opened.Page.IsVisibleAsync("#max-cost-said"));
            Assert.Equal(before, await opened.Page.EvaluateAsync<double[]>(Places));
            Assert.Equal(0, await opened.FindOverflowAsync());
            Assert.Empty(await opened.FindBarriersAsync());
        }
    }

    [Fact]
    public async Task A_phone_shows_the_column_that_is_limited_and_all_where_several_are()
    {
        await using var opened = await OpenAsync(new View(390, 844));
        Assert.False(await opened.Page.IsVisibleAsync("th[data-col=trust]"));

        await opened.Page.FillAsync("[name='min.trust']", "85");

        Assert.True(await opened.Page.IsVisibleAsync("th[data-col=trust]"));
        Assert.False(await opened.Page.IsVisibleAsync("th[data-col=speed]"));

        await opened.Page.FillAsync("[name='max.speed']", "6");

        Assert.True(await opened.Page.IsVisibleAsync("th[data-col=trust]"));
        Assert.True(await opened.Page.IsVisibleAsync("th[data-col=speed]"));
        Assert.Equal(0, await opened.FindOverflowAsync());
    }

    [Fact]
    public async Task A_limit_stands_in_one_line_with_its_bound_on_a_phone()
    {
        await using var opened = await OpenAsync(new View(390, 844));

        var heights = await opened.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.task-limits .ask-box')].map(box => box.offsetHeight)");

        Assert.All(heights, height => Assert.InRange(height, 24, 36));
    }

    [Fact]
    public async Task Bars_of_money_far_apart_say_that_their_scale_is_logarithmic_on_any_screen()
    {
        await using var opened = await OpenAsync(new View(390, 844));

        Assert.Contains("bar on a log scale", await opened.Page.InnerTextAsync("th.score"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_there_is_no_form_that_does_nothing()
    {
        await using var opened = await OpenAsync(new View(Scripts: false));

        Assert.False(await opened.Page.IsVisibleAsync(".task-limits"));
        Assert.Equal(6, await opened.Page.Locator(".case-board tbody.complete tr").CountAsync());
    }

    private Task<OpenPage> OpenAsync(View view, string query = "") => chromium.OpenAsync(site.Server.AddressOf(Replies + query), view);

    private static Task<string> SaidAsync(OpenPage opened) => opened.Page.InnerTextAsync(".within");

    private static ILocator Row(OpenPage opened, string submission) => opened.Page.Locator($"tr[id$='-{submission}']");
}
